// Vocabularies and roles: which ids the tables of a package may have, what they are called, and what they are to a reader.
import { z } from "zod";
import { GAZETTEER_CLASSES, SYMBOLS, type Term, WEIGHTS } from "#model/dataset/declared.ts";
import { inFirst, type Language, type Localized } from "#model/words/language.ts";
import { VOCABULARIES, type VocabularyName } from "#model/words/vocabulary.ts";
import { id, ids, perhaps, type Texts } from "./parts.ts";

/** What a term is called of which nothing is said: its id, spoken. */
export const spoken = (name: string, languages: readonly Language[]): Localized =>
  inFirst(name.replaceAll("-", " "), languages);

const bareTerm = (name: string, languages: readonly Language[]): Term => ({
  id: name,
  label: spoken(name, languages),
  short: null,
  means: null,
  family: null,
  gazetteer: null,
});

const MEANS: Readonly<Record<VocabularyName, string>> = {
  placeKinds: "Kinds of places (places.kind, shapes.kind).",
  eventCategories: "Categories of events (events.category), each of a family.",
  agencies: "Under what constraint people moved (movements.agency).",
  measures:
    "What counts count (counts.measure). “present” is how many were there: it alone makes marks large.",
  counterKinds: "Kinds of those who counted (counts.counted_by_kind).",
  sourceKinds: "Kinds of sources (sources.kind).",
  endReasons:
    "How places ended (places.end_reason). “still-there” is certain to the end of the period.",
};

export function vocabularies({ label, languages, text }: Texts) {
  const term = z
    .strictObject({
      id,
      label: label.optional(),
      short: perhaps(label),
      means: perhaps(text),
      family: perhaps(id),
      gazetteer: perhaps(
        z.strictObject({
          featureClass: z.enum(GAZETTEER_CLASSES),
          code: perhaps(z.string().regex(/^[A-Z0-9]{1,10}$/)),
        }),
      ),
    })
    .transform((given): Term => ({ ...given, label: given.label ?? spoken(given.id, languages) }));
  const terms = z
    .array(z.union([id.transform((name) => bareTerm(name, languages)), term]))
    .default([])
    .refine(areApart, "each id once");
  const family = z.strictObject({
    id,
    label,
    symbol: z.enum(SYMBOLS).default("dot"),
    weight: z.enum(WEIGHTS).default("plain"),
  });
  return z
    .strictObject({
      ...(Object.fromEntries(
        VOCABULARIES.map((name) => [name, terms.describe(MEANS[name])]),
      ) as Record<VocabularyName, typeof terms>),
      eventFamilies: z
        .array(family)
        .default([])
        .describe("Groups of categories that are drawn alike, from the bottom of a bar up."),
    })
    .prefault({});
}

const areApart = (terms: readonly Term[]) =>
  new Set(terms.map((term) => term.id)).size === terms.length;

export const roles = z
  .strictObject({
    sites: ids
      .optional()
      .describe("They are counted and measured. Undeclared: every kind that has no other role."),
    outlined: ids.default([]).describe("Outlined as sites are, without being one."),
    grounds: ids.default([]).describe("Ground of works, such as a harbour."),
    barriers: ids.default([]).describe("Fences, walls and the like."),
    landmarks: ids.default([]).describe("Drawn as points for orientation."),
  })
  .prefault({})
  .describe("What kinds of places are to a reader.");
