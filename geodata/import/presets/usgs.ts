// Lists and feeds of earthquakes of the United States Geological Survey (earthquake.usgs.gov), as CSV and as GeoJSON.
import type { Preset } from "./preset.ts";

export const USGS_CSV: Preset = {
  id: "usgs",
  name: "USGS earthquakes",
  about: "Lists of earthquakes of the United States Geological Survey as CSV (earthquake.usgs.gov)",
  signature: ["time", "latitude", "longitude", "depth", "mag", "magType", "place", "id"],
  mapping: {
    date: { start: "time" },
    position: { from: "columns", lat: "latitude", lon: "longitude" },
    precision: { column: "horizontalError", unit: "km" },
    title: { template: "M {mag}, {place}" },
    category: { column: "type" },
    id: { column: "id", keep: true },
  },
};

export const USGS_GEOJSON: Preset = {
  id: "usgs-geojson",
  name: "USGS earthquakes",
  about:
    "Feeds of earthquakes of the United States Geological Survey as GeoJSON (earthquake.usgs.gov)",
  signature: ["mag", "place", "time", "tsunami", "magType", "title"],
  mapping: {
    // Milliseconds since 1970.
    date: { start: "time", numbers: "milliseconds" },
    position: { from: "geometry" },
    title: { column: "title" },
    category: { column: "type" },
    id: { column: "id", keep: true },
  },
};
