import { COUNT } from "../record/claim.ts";
import { PLACE_PHASE } from "../record/place.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, PLACE_NAME, YEARS } from "./derived.ts";
import { derived, propertiesOf } from "./property.ts";

/** The number is of some day between two, and the position that of the place: neither is a column of a count. */
const ofAnother = (...names: readonly ("quality" | "span")[]) =>
  propertiesOf(PLACE_PHASE, ...names).map(({ choices, means, name, type, unit }) =>
    derived(type, name, means, { choices, unit }),
  );

export const COUNTS: AnyCollection = {
  role: "counts",
  id: "counts",
  title: { en: "Counts", fr: "Décomptes" },
  description: {
    en: "How many people, according to whom: one record for each claim, never averaged.",
    fr: "Combien de personnes, selon qui : un enregistrement par chiffre publié, jamais de moyenne.",
  },
  geometry: "Point",
  temporal: true,
  properties: [
    ...propertiesOf(COUNT, "place_id"),
    PLACE_NAME,
    ...propertiesOf(COUNT, "edtf"),
    ...ofAnother("span"),
    ...YEARS,
    ...propertiesOf(
      COUNT,
      "low",
      "best",
      "high",
      "measure",
      "counted_by",
      "counted_by_kind",
      "method",
      "quality_note",
    ),
    ...ofAnother("quality"),
    GENERALISED,
    ...propertiesOf(COUNT, "source_ids"),
  ],
};
