// The categories that rows have, as a vocabulary: each by what the file calls it.
import { type Family, type MarkSymbol, WEIGHTS } from "#model/dataset/declared.ts";
import type { Language } from "#model/words/language.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { NO_CATEGORY } from "../mapping/row-mapper.ts";
import { idFor } from "../read/columns.ts";

/** What rows without a category have, in the languages that we speak. */
const NOT_STATED: Readonly<Record<Language, string>> = { en: "not stated", fr: "non précisée" };

type Label = Readonly<Record<Language, string>>;

export type CategoryTerm = {
  readonly id: string;
  readonly label: Label;
  readonly family?: string;
};

/** Categories as a vocabulary declares them, and the signs that they have. */
export type CategoryVocabulary = {
  readonly eventCategories?: readonly CategoryTerm[];
  readonly eventFamilies?: readonly Family[];
};

/** What frequent categories are drawn by, the most frequent first; all that have none of these are dots. */
const SIGNS: readonly MarkSymbol[] = ["triangle", "square", "diamond", "cross", "plus", "chevron"];

/**
 * The vocabulary of categories, each with how many rows have it, in the order in which they came. Several have each a sign of
 * its own and stand out in bars by how many there are, the most frequent as far as there are signs; one alone has none, and
 * is no vocabulary where its id speaks for itself.
 */
export function categoryVocabulary(
  counts: ReadonlyMap<string, number>,
  { category, dataset: { languages } }: Pick<Mapping, "category" | "dataset">,
): CategoryVocabulary {
  const [first = "en"] = languages;
  const labelsIn = (name: string) =>
    Object.fromEntries(
      Object.entries(category?.labels[name] ?? {}).filter(([one]) => languages.includes(one)),
    );
  const terms = new Map<string, { readonly label: Label; count: number }>();
  for (const [name, count] of counts) {
    const id = name === "" ? NO_CATEGORY : idFor(name);
    const spoken = name === "" ? wordsIn(languages) : { [first]: name, ...labelsIn(name) };
    const term = terms.get(id) ?? { label: spoken, count: 0 };
    term.count += count;
    terms.set(id, term);
  }
  if (terms.size < 2) {
    const all = [...terms].map(([id, { label }]) => ({ id, label }));
    const speak = ({ id, label }: CategoryTerm) =>
      id === label[first] && Object.keys(label).length === 1;
    return all.every(speak) ? {} : { eventCategories: all };
  }
  const stated = [...terms].filter(([id]) => id !== NO_CATEGORY);
  const ranked = stated.toSorted(([, a], [, b]) => b.count - a.count);
  // Where all have one the dot is a sign like any other.
  const signs = ranked.length === terms.size ? (["dot", ...SIGNS] as const) : SIGNS;
  const given = ranked.length > signs.length ? SIGNS : signs;
  const eventFamilies = given.flatMap((symbol, rank) => {
    const [id, term] = ranked[rank] ?? [];
    if (id === undefined || !term) return [];
    return [{ id, label: term.label, symbol, weight: WEIGHTS[rank] ?? "plain" } as const];
  });
  const families = new Set(eventFamilies.map(({ id }) => id));
  return {
    eventCategories: [...terms].map(([id, { label }]) => ({
      ...{ id, label },
      ...(families.has(id) ? { family: id } : {}),
    })),
    eventFamilies,
  };
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
