import { CITATION } from "../record/citation.ts";
import type { AnyCollection } from "./collection.ts";
import { propertiesOf } from "./property.ts";

export const CITATIONS: AnyCollection = {
  role: "citations",
  id: "citations",
  title: { en: "Citations", fr: "Références" },
  description: {
    en: "What single dates, numbers and positions rest on: one record for each field of a record and source.",
    fr: "Sur quoi reposent les dates, les chiffres et les positions : une fiche par champ d’une fiche et par source.",
  },
  geometry: null,
  temporal: false,
  properties: propertiesOf(
    CITATION,
    ...(["record_kind", "record_id", "field", "source_id"] as const),
    ...(["locator", "checked_on", "verdict", "note"] as const),
  ),
};
