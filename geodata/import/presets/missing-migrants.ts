// Missing Migrants Project of the International Organization for Migration. Its figures are minimums, its positions estimates.
import type { Preset } from "./preset.ts";

export const MISSING_MIGRANTS: Preset = {
  id: "missing-migrants",
  name: "Missing Migrants",
  about: "Missing Migrants Project of the IOM: one row for each incident (missingmigrants.iom.int)",
  signature: [
    "Incident Date|Reported Date|Incident date",
    "Number of Dead|Number Dead",
    "Minimum Estimated Number of Missing",
    "Coordinates|Location Coordinates",
  ],
  mapping: {
    date: { start: "Incident Date|Reported Date|Incident date" },
    position: { from: "pair", column: "Coordinates|Location Coordinates" },
    precision: { word: "town" },
    title: { column: "Location of Incident|Location Description|Location of death" },
    category: { column: "Cause of Death|Cause of death" },
    id: { column: "Incident ID|Main ID|Web ID", keep: true },
    source: { column: "Information Source", url: "URL", separator: ";" },
    sums: ["Total Number of Dead and Missing|Total Dead and Missing"],
  },
};
