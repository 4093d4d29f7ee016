// Places and the outlines that they have, by dated phase.

import { SIDES } from "../measure/site.ts";
import { PLACE, PLACE_PHASE } from "../record/place.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, YEARS } from "./derived.ts";
import { derived, propertiesOf } from "./property.ts";

const ROUNDED =
  "in whole metres, its last digit worth a tenth of precision_m at most where that is 100 or more.";

const PROPERTIES = [
  ...propertiesOf(PLACE_PHASE, "place_id"),
  ...propertiesOf(PLACE, "name", "other_names", "kind", "description"),
  ...propertiesOf(PLACE_PHASE, "start_edtf", "end_edtf", "span"),
  ...YEARS,
  ...propertiesOf(PLACE, "end_reason"),
  ...propertiesOf(PLACE_PHASE, "convention", "bounds_note"),
  ...propertiesOf(PLACE, "stated_side"),
  derived("text", "side", "The side of {line}, computed; edge where the precision does not tell.", {
    choices: SIDES,
  }),
  ...propertiesOf(PLACE, "part_of", "predecessor_ids", "successor_ids"),
  ...propertiesOf(PLACE_PHASE, "quality"),
  GENERALISED,
  ...propertiesOf(PLACE_PHASE, "position_note"),
  derived(
    "number",
    "distance_m",
    `Geodesic distance from the reference place ({reference}) ${ROUNDED}`,
    {
      unit: "m",
    },
  ),
  derived("number", "further_distance_m", `Geodesic distance from {further} ${ROUNDED}`, {
    unit: "m",
  }),
  ...propertiesOf(PLACE, "source_ids"),
];

export const PLACES: AnyCollection = {
  role: "places",
  id: "places",
  title: { en: "Places", fr: "Lieux" },
  description: {
    en: "Every place that is more than a shape, one point for each dated phase.",
    fr: "Tous les lieux, un point par période datée.",
  },
  geometry: "Point",
  temporal: true,
  properties: PROPERTIES,
};

export const SITES: AnyCollection = {
  role: "sites",
  id: "sites",
  title: { en: "Sites", fr: "Sites" },
  description: {
    en: "The places that are counted and measured.",
    fr: "Les lieux qui sont comptés et mesurés.",
  },
  geometry: "Point",
  temporal: true,
  properties: PROPERTIES,
};

export const OUTLINES: AnyCollection = {
  role: "outlines",
  id: "outlines",
  title: { en: "Lines and outlines", fr: "Lignes et emprises" },
  description: {
    en: "Lines and areas with their dates.",
    fr: "Lignes et surfaces datées.",
  },
  geometry: "Geometry",
  temporal: true,
  properties: [
    ...propertiesOf(PLACE_PHASE, "place_id"),
    ...propertiesOf(PLACE, "name", "kind"),
    ...propertiesOf(PLACE_PHASE, "start_edtf", "end_edtf", "span"),
    ...YEARS,
    ...propertiesOf(PLACE_PHASE, "quality"),
    GENERALISED,
    ...propertiesOf(PLACE_PHASE, "note", "source_ids"),
  ],
};
