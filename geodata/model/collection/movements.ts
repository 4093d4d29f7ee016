import { QUALITY } from "../record/groups.ts";
import { MOVEMENT } from "../record/movement.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, nameOf, YEARS } from "./derived.ts";
import { derived, propertiesOf } from "./property.ts";

const FROM_NAME = nameOf("from_name", "Name of the place that people left, in {language}.");
const TO_NAME = nameOf("to_name", "Name of the place to which people went, in {language}.");
/** Of the less exact of both ends. */
const PRECISION = QUALITY.parts.precisionM[1];

export const MOVEMENTS: AnyCollection = {
  role: "movements",
  id: "movements",
  title: { en: "Movements", fr: "Déplacements" },
  description: {
    en: "Who went from where to where; the line joins the two places and is not the way taken.",
    fr: "Qui est allé d’où à où ; la ligne joint les deux lieux, ce n’est pas le chemin suivi.",
  },
  geometry: "LineString",
  temporal: true,
  properties: [
    ...propertiesOf(MOVEMENT, "from_id"),
    FROM_NAME,
    ...propertiesOf(MOVEMENT, "to_id"),
    TO_NAME,
    ...propertiesOf(MOVEMENT, "edtf", "span"),
    ...YEARS,
    ...propertiesOf(
      MOVEMENT,
      "people_low",
      "people_high",
      "people_note",
      "agency",
      "confidence",
      "note",
    ),
    derived("number", "precision_m", PRECISION.means, { unit: PRECISION.unit }),
    GENERALISED,
    ...propertiesOf(MOVEMENT, "source_ids"),
  ],
};
