import { SPAN } from "../record/groups.ts";
import { PHASE } from "../record/narrative.ts";
import type { AnyCollection } from "./collection.ts";
import { YEARS } from "./derived.ts";
import { derived, propertiesOf } from "./property.ts";

export const PHASES: AnyCollection = {
  role: "phases",
  id: "phases",
  title: { en: "Phases", fr: "Périodes" },
  description: {
    en: "The named periods of the story; both days are included.",
    fr: "Les périodes nommées du récit ; les deux jours sont inclus.",
  },
  geometry: null,
  temporal: true,
  properties: [
    ...propertiesOf(PHASE, "title", "summary"),
    ...Object.values(SPAN.parts).map(([name, { means, type }]) => derived(type, name, means)),
    ...YEARS,
    ...propertiesOf(PHASE, "source_ids"),
  ],
};
