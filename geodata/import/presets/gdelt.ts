// Tables of events of GDELT, with headings. Codebook: gdeltproject.org, The GDELT Event Database Data Format Codebook.
import type { Preset } from "./preset.ts";

export const GDELT: Preset = {
  id: "gdelt",
  name: "GDELT",
  about: "Tables of events as GDELT has them, made by machines from news (gdeltproject.org)",
  signature: [
    "GLOBALEVENTID|GlobalEventID",
    "SQLDATE|Day",
    "ActionGeo_Lat",
    "ActionGeo_Long|ActionGeo_Lon",
    "QuadClass",
  ],
  mapping: {
    date: { start: "SQLDATE|Day" },
    position: { from: "columns", lat: "ActionGeo_Lat", lon: "ActionGeo_Long|ActionGeo_Lon" },
    // The position is the middle of what is named: 1 a country, 2 and 5 a state, 3 and 4 a city.
    precision: {
      column: "ActionGeo_Type",
      words: { "1": "country", "2": "region", "3": "city", "4": "city", "5": "region" },
    },
    title: { template: "{Actor1Name} – {Actor2Name}, {ActionGeo_FullName|ActionGeo_Fullname}" },
    category: {
      column: "QuadClass",
      labels: {
        "1": { en: "Verbal cooperation", fr: "Coopération verbale" },
        "2": { en: "Material cooperation", fr: "Coopération matérielle" },
        "3": { en: "Verbal conflict", fr: "Conflit verbal" },
        "4": { en: "Material conflict", fr: "Conflit matériel" },
      },
    },
    id: { column: "GLOBALEVENTID|GlobalEventID", keep: true },
    source: { column: "SOURCEURL", url: "SOURCEURL" },
  },
};
