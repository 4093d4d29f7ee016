// Words that name what a dataset has kinds of: "floods inside" are events of a category on a side.

import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { hasSides } from "#model/dataset/dataset.ts";
import { SIDES } from "#model/measure/site.ts";
import { type Facet, type Filter, NO_FILTER } from "#model/question/filter.ts";
import { wordsOf } from "#model/words/fold.ts";
import type { Localized } from "#model/words/language.ts";

/** Letters that two forms of a word share at least, and may differ by at most: flood, floods. */
const [SHARED, ENDING] = [4, 2] as const;

/** What the words ask for, and those that name nothing. */
export type AskedByWords = { readonly filter: Filter; readonly rest: string };

/** Lists of a filter whose values have names that people type. */
type NamedFacet = Extract<Facet, "categories" | "kinds" | "sides">;

type Choice = {
  readonly facet: NamedFacet;
  readonly id: string;
  readonly names: readonly string[][];
};

function choicesOf(meta: DatasetMeta): readonly Choice[] {
  const names = (...texts: readonly (Localized | null)[]) =>
    texts.flatMap((text) => (text ? Object.values(text).map(wordsOf) : []));
  const { eventCategories, placeKinds } = meta.vocabularies;
  const sides = hasSides(meta) ? meta.separation?.sides : undefined;
  return [
    ...eventCategories.map(({ id, label, short }) => ({
      facet: "categories" as const,
      id,
      names: names(label, short),
    })),
    ...placeKinds.map(({ id, label, short }) => ({
      facet: "kinds" as const,
      id,
      names: names(label, short),
    })),
    ...SIDES.flatMap((side) =>
      sides
        ? { facet: "sides" as const, id: side, names: names(sides[side].label, sides[side].short) }
        : [],
    ),
  ];
}

/** Reads kinds, categories and sides out of words, in any language of the dataset; null where they name none. */
export function facetsInWords(words: string, meta: DatasetMeta): AskedByWords | null {
  const typed = words.split(/\s+/).filter((word) => word !== "");
  const folded = typed.map((word) => wordsOf(word).join(""));
  const used = new Set<number>();
  const asked: Record<NamedFacet, string[]> = { categories: [], kinds: [], sides: [] };
  // The longest name first: "court ruling" is no ruling.
  const choices = choicesOf(meta)
    .flatMap((choice) => choice.names.map((name) => ({ ...choice, name })))
    .filter(({ name }) => name.length > 0)
    .sort((a, b) => b.name.length - a.name.length);
  for (const { facet, id, name } of choices) {
    const places = name.map((word) =>
      folded.findIndex((one, place) => !used.has(place) && isForm(one, word)),
    );
    if (places.includes(-1) || new Set(places).size < places.length) continue;
    for (const place of places) used.add(place);
    if (!asked[facet].includes(id)) asked[facet].push(id);
  }
  if (used.size === 0) return null;
  const rest = typed.filter((_, place) => !used.has(place)).join(" ");
  const sides = SIDES.filter((side) => asked.sides.includes(side));
  return { filter: { ...NO_FILTER, ...asked, sides, q: rest }, rest };
}

/** Whether two folded words are one, or forms of one. */
function isForm(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHARED && long.length - short.length <= ENDING && long.startsWith(short);
}
