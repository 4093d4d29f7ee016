// Objects of OpenHistoricalMap with their tags, as Overpass exports them in GeoJSON or a table.
import type { Preset } from "./preset.ts";

export const OPEN_HISTORICAL_MAP: Preset = {
  id: "openhistoricalmap",
  name: "OpenHistoricalMap",
  about: "Objects of OpenHistoricalMap with their tags: start_date, end_date, name, source",
  signature: ["start_date|start_date:edtf", "name", "@id|osm_id|id"],
  mapping: {
    date: { start: "start_date:edtf|start_date", end: "end_date:edtf|end_date" },
    position: { from: "geometry" },
    title: { column: "name" },
    summary: { column: "description|note" },
    category: { column: "historic|event|amenity|building|place|military|landuse" },
    id: { column: "@id|osm_id|id", keep: true },
    source: { column: "source", separator: ";" },
  },
};
