import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { DatasetPhrases } from "#model/dataset/declared.ts";
import { SIDES, type Side } from "#model/measure/site.ts";
import type { Day } from "#model/time/day.ts";
import { type Strides, stridesOf } from "#model/time/strides.ts";
import { type Language, type Localized, perhapsIn, textIn } from "#model/words/language.ts";
import { VOCABULARIES, type VocabularyName } from "#model/words/vocabulary.ts";
import { type SiteNames, siteNamesOf } from "./site-names.ts";

/** How the texts of the interface name what a dataset is about. */
export type DatasetWords = {
  /** The place that distances are measured to, with its article. */
  readonly reference: string;
  /** The line that separates inside from beyond, with its article. */
  readonly separator: string;
  /** What the ids of its vocabularies are called. */
  readonly terms: Readonly<Record<VocabularyName, Readonly<Record<string, string>>>>;
  /** What it calls the sides; null: nothing of its own. */
  readonly sides: Readonly<Record<"label" | "short", Readonly<Record<Side, string>>>> | null;
  /** What suits the length of its period. */
  readonly strides: Strides;
  readonly phrases: Readonly<
    Record<Exclude<keyof DatasetPhrases, "site" | "sites">, string | null>
  >;
  readonly siteNames: SiteNames;
};

const NO_TERMS = Object.fromEntries(
  VOCABULARIES.map((name) => [name, {}]),
) as DatasetWords["terms"];

/** A day of a period that is not known yet. */
const EPOCH = 0 as Day;

/** The words of a dataset; before it is there, none. */
export function datasetWords(meta: DatasetMeta | undefined, language: Language): DatasetWords {
  const say = (text: Localized | null | undefined) => perhapsIn(text, language);
  const sides = meta?.separation?.sides;
  const ofSides = (name: "label" | "short") =>
    Object.fromEntries(SIDES.map((side) => [side, say(sides?.[side][name])])) as Record<
      Side,
      string
    >;
  return {
    reference: say(meta?.separation?.reference.label) ?? "",
    separator: say(meta?.separation?.line?.label) ?? "",
    terms: meta ? termsOf(meta, language) : NO_TERMS,
    sides: sides ? { label: ofSides("label"), short: ofSides("short") } : null,
    strides: stridesOf({ first: meta?.firstDay ?? EPOCH, last: meta?.lastDay ?? EPOCH }),
    siteNames: siteNamesOf(meta, language),
    phrases: {
      wholeMap: say(meta?.phrases.wholeMap),
      siteOutline: say(meta?.phrases.siteOutline),
      barriers: say(meta?.phrases.barriers),
      sitesMethod: say(meta?.phrases.sitesMethod),
    },
  };
}

const termsOf = ({ vocabularies }: DatasetMeta, language: Language) =>
  Object.fromEntries(
    VOCABULARIES.map((name) => [
      name,
      Object.fromEntries(vocabularies[name].map(({ id, label }) => [id, textIn(label, language)])),
    ]),
  ) as DatasetWords["terms"];
