// Armed Conflict Location & Event Data. Codebook: acleddata.com, ACLED Codebook.
import type { Preset } from "./preset.ts";

export const ACLED: Preset = {
  id: "acled",
  name: "ACLED",
  about: "Armed Conflict Location & Event Data: one row for each event (acleddata.com)",
  signature: ["event_id_cnty", "event_date", "event_type", "latitude", "longitude"],
  mapping: {
    date: {
      start: "event_date",
      // 1: the day is known; 2: the week; 3: the month.
      exactness: { column: "time_precision", units: { "1": "day", "2": "week", "3": "month" } },
    },
    position: { from: "columns", lat: "latitude", lon: "longitude" },
    // 1: the place that is named; 2: near it, or a part of the region; 3: a larger region.
    precision: {
      column: "geo_precision",
      words: { "1": "town", "2": "district", "3": "region" },
    },
    title: { template: "{sub_event_type}, {location}" },
    summary: { column: "notes" },
    category: { column: "event_type" },
    id: { column: "event_id_cnty", keep: true },
    source: { column: "source", separator: ";" },
    sums: ["fatalities"],
  },
};
