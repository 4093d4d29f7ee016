// Tables with tags of the Humanitarian Exchange Language below their headings (hxlstandard.org).
import type { Preset } from "./preset.ts";

export const HXL: Preset = {
  id: "hxl",
  name: "HXL",
  about: "Any table with tags of the Humanitarian Exchange Language (hxlstandard.org)",
  signature: ["#date|#date+start|#date+occurred|#date+reported", "#geo+lat", "#geo+lon"],
  mapping: {
    date: { start: "#date+start|#date+occurred|#date|#date+reported", end: "#date+end" },
    position: { from: "columns", lat: "#geo+lat", lon: "#geo+lon" },
    title: {
      column:
        "#event+name|#event|#crisis+name|#activity+name|#loc+name|#loc|#adm3+name|#adm2+name|#adm1+name",
    },
    summary: { column: "#description|#event+description|#meta+description" },
    category: { column: "#event+type|#cause|#crisis+type|#sector|#loc+type" },
    id: { column: "#event+id|#event+code|#meta+id|#activity+id|#loc+code", keep: true },
    source: { column: "#meta+source", url: "#meta+url" },
  },
};
