// Georeferenced Event Dataset of the Uppsala Conflict Data Program. Codebook: ucdp.uu.se, UCDP GED Codebook.
import type { Preset } from "./preset.ts";

export const UCDP_GED: Preset = {
  id: "ucdp-ged",
  name: "UCDP GED",
  about: "Georeferenced Event Dataset of the Uppsala Conflict Data Program (ucdp.uu.se)",
  signature: ["date_start", "date_end", "date_prec", "where_prec", "type_of_violence"],
  mapping: {
    // The two days are those between which it happened.
    date: { start: "date_start", end: "date_end", range: "within" },
    position: { from: "columns", lat: "latitude", lon: "longitude" },
    // 1: the place; 2: within 25 km; 3 and 4: a district, a region; 5: between; 6: the country; 7: at sea or in the air.
    precision: {
      column: "where_prec",
      words: {
        "1": "town",
        "2": "district",
        "3": "district",
        "4": "region",
        "5": "region",
        "6": "country",
        "7": "country",
      },
    },
    title: { template: "{side_a} – {side_b}, {where_coordinates}" },
    summary: { column: "source_headline" },
    category: {
      column: "type_of_violence",
      labels: {
        "1": { en: "State-based conflict", fr: "Conflit impliquant un État" },
        "2": { en: "Non-state conflict", fr: "Conflit non étatique" },
        "3": { en: "One-sided violence", fr: "Violence unilatérale" },
      },
    },
    id: { column: "relid|id", keep: true },
    source: { column: "source_article", separator: ";" },
    sums: ["best"],
  },
};
