// Words of the bar at the head of the page, of the key below the map, and of what is told beside a mark.
import type { SiteNames } from "../site-names.ts";

export const frameTextsEn = ({ one }: SiteNames) => ({
  skipToDate: "Skip to the date",
  keyMore: (count: number) => `… and ${count} more`,
  keyAll: "Legend in full",
  keyPeople: "people counted",
  keyUnknown: "no recent figure",
  keyConvention: "by convention alone",
  keyEmpty: "nobody known to live there",
  keyDisc: "lies within",
  keyBand: "band: the line lies within it",
  keyFaint: "not in the filter",
  keyMovement: "people moved, way not known",
  keyCrowdCell: "many events",
  tipFormer: `former ${one}`,
  tipCertain: "certainly there",
  tipPossible: "possibly there",
  tipPeople: (people: string) => `${people} people counted`,
});
