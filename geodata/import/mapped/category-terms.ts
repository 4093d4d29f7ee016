// The categories that rows have, as a vocabulary: each by what the file calls it.
import type { Language } from "#model/words/language.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { NO_CATEGORY } from "../mapping/row-mapper.ts";
import { idFor } from "../read/columns.ts";

/** What rows without a category have, in the languages that we speak. */
const NOT_STATED: Readonly<Record<Language, string>> = { en: "not stated", fr: "non précisée" };

export type CategoryTerm = {
  readonly id: string;
  readonly label: Readonly<Record<Language, string>>;
};

/** The terms of categories, in the order in which they came; none where all of them are ids that speak for themselves. */
export function categoryTerms(
  names: Iterable<string>,
  { category, dataset: { languages } }: Pick<Mapping, "category" | "dataset">,
): readonly CategoryTerm[] {
  const [first = "en"] = languages;
  const labelsIn = (name: string) =>
    Object.fromEntries(
      Object.entries(category?.labels[name] ?? {}).filter(([one]) => languages.includes(one)),
    );
  const terms = new Map<string, CategoryTerm>();
  for (const name of names) {
    const id = name === "" ? NO_CATEGORY : idFor(name);
    const spoken = name === "" ? wordsIn(languages) : { [first]: name, ...labelsIn(name) };
    if (!terms.has(id)) terms.set(id, { id, label: spoken });
  }
  const all = [...terms.values()];
  return all.every(({ id, label }) => id === label[first] && Object.keys(label).length === 1)
    ? []
    : all;
}

function wordsIn(languages: readonly Language[]): Readonly<Record<Language, string>> {
  const words = languages.flatMap((language) => {
    const said = NOT_STATED[language];
    return said === undefined ? [] : [[language, said] as const];
  });
  const [first = "en"] = languages;
  return Object.fromEntries(
    words.some(([one]) => one === first) ? words : [[first, "not stated"], ...words],
  );
}
