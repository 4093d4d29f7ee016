import { COUNT } from "../record/claim.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, ofThePlace, PLACE_NAME, YEARS } from "./derived.ts";
import { propertiesOf } from "./property.ts";

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
    ...ofThePlace("span"),
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
    ...ofThePlace("quality"),
    GENERALISED,
    ...propertiesOf(COUNT, "source_ids"),
  ],
};
