// What a package says to whoever reads it of how it was made: what was changed by hand; and of how people are protected in it,
// what is left out, coarse or numbered, and what is published on purpose.
import type { Language } from "#model/words/language.ts";
import { SMALL_COUNT } from "../mapping/cell-cover.ts";
import type { HarmKind } from "../mapping/harm-kinds.ts";
import type { Mapping } from "../mapping/mapping.ts";

type Rounding = NonNullable<Mapping["rounding"]>;

type Words = {
  readonly edited: (rows: number) => string;
  readonly numbered: (columns: string) => string;
  readonly leaveOut: (columns: string) => string;
  readonly smallCounts: (columns: string) => string;
  readonly rounding: Readonly<Record<Rounding, string>>;
  readonly cleared: (what: string) => string;
  readonly kinds: Readonly<Record<HarmKind, string>>;
  readonly between: string;
};

const EN: Words = {
  edited: (rows) => `Changed by hand: ${rows} ${rows === 1 ? "row" : "rows"}.`,
  numbered: (columns) => `In ${columns} a number stands for whoever or whatever is meant.`,
  leaveOut: (columns) => `Not published: ${columns}.`,
  smallCounts: (columns) => `Counts below ${SMALL_COUNT} are not published: ${columns}.`,
  rounding: {
    "100m": "Positions are made coarse, to 100 m.",
    "1km": "Positions are made coarse, to 1 km.",
    "10km": "Positions are made coarse, to 10 km.",
    hidden: "Positions are not published.",
  },
  cleared: (what) => `Published on purpose, by whoever made this: ${what}.`,
  kinds: {
    persons: "names of persons",
    contacts: "ways to reach persons",
    homes: "addresses",
    "small-counts": "small counts of people",
    positions: "exact positions",
  },
  between: "; ",
};

const FR: Words = {
  edited: (rows) => `Corrigé à la main : ${rows} ${rows < 2 ? "ligne" : "lignes"}.`,
  numbered: (columns) => `Un numéro remplace le contenu de ces colonnes : ${columns}.`,
  leaveOut: (columns) => `Non publié : ${columns}.`,
  smallCounts: (columns) =>
    `Les nombres inférieurs à ${SMALL_COUNT} ne sont pas publiés : ${columns}.`,
  rounding: {
    "100m": "Les positions sont arrondies à 100 m.",
    "1km": "Les positions sont arrondies à 1 km.",
    "10km": "Les positions sont arrondies à 10 km.",
    hidden: "Les positions ne sont pas publiées.",
  },
  cleared: (what) => `Publié sciemment par qui a fait ce jeu : ${what}.`,
  kinds: {
    persons: "noms de personnes",
    contacts: "moyens de joindre des personnes",
    homes: "adresses",
    "small-counts": "petits nombres de personnes",
    positions: "positions exactes",
  },
  between: " ; ",
};

/** By language of the dataset, in English where we do not speak it; undefined where there is nothing to say. */
export function toldMapping(
  mapping: Mapping,
  edited: number,
): Readonly<Record<Language, string>> | undefined {
  const told = mapping.dataset.languages.map(
    (language) =>
      [language, sentences(mapping, edited, language === "fr" ? FR : EN).join(" ")] as const,
  );
  return told.some(([, text]) => text !== "") ? Object.fromEntries(told) : undefined;
}

function sentences(
  { cleared, leaveOut, numbered, rounding, smallCounts }: Mapping,
  edited: number,
  words: Words,
): readonly string[] {
  const some = (columns: readonly string[], say: (columns: string) => string) =>
    columns.length === 0 ? [] : [say(columns.join(", "))];
  const onPurpose = cleared.map(({ columns, kind }) =>
    columns.length === 0 ? words.kinds[kind] : `${words.kinds[kind]} (${columns.join(", ")})`,
  );
  return [
    ...(edited === 0 ? [] : [words.edited(edited)]),
    ...some(numbered, words.numbered),
    ...some(leaveOut, words.leaveOut),
    ...some(smallCounts, words.smallCounts),
    ...(rounding === null ? [] : [words.rounding[rounding]]),
    ...(onPurpose.length === 0 ? [] : [words.cleared(onPurpose.join(words.between))]),
  ];
}
