import { EVENT } from "../record/event.ts";
import type { AnyCollection } from "./collection.ts";
import { GENERALISED, PLACE_NAME, YEARS } from "./derived.ts";
import { propertiesOf, propertyCalled } from "./property.ts";

export const EVENTS: AnyCollection = {
  role: "events",
  id: "events",
  title: { en: "Events", fr: "Événements" },
  description: {
    en: "Dated events.",
    fr: "Événements datés.",
  },
  geometry: "Point",
  temporal: true,
  properties: [
    ...propertiesOf(EVENT, "title", "summary", "category", "certainty", "certainty_reason"),
    ...propertiesOf(EVENT, "edtf", "span"),
    ...YEARS,
    ...propertiesOf(EVENT, "clock"),
    ...propertiesOf(EVENT, "date_precision", "place_id"),
    PLACE_NAME,
    ...propertiesOf(EVENT, "people_low", "people_high", "people_note"),
    ...propertyCalled("actors", EVENT, "actor_ids"),
    ...propertiesOf(EVENT, "sensitivity", "quality"),
    GENERALISED,
    ...propertiesOf(EVENT, "source_ids"),
  ],
};
