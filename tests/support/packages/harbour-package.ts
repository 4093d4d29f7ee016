// A small invented dataset, in another place and another century than Calais, that the product must show as well.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { columnsInFile } from "#import/read/columns.ts";
import { TABLES, type TableName } from "#import/tables.ts";

export const HARBOUR_ID = "harbour-1890";

type Cells = Readonly<Record<string, string | number>>;

const both = (name: string, text: string): Cells => ({
  [`${name}_en`]: text,
  [`${name}_fr`]: text && `${text} (fr)`,
});
const span = (start: string, end: string): Cells => ({
  start_edtf: start,
  start_earliest: start,
  start_latest: start,
  end_edtf: end,
  end_earliest: end,
  end_latest: end,
});

const place = (id: string, lon: number, lat: number, more: Cells): Cells => ({
  id,
  ...both("name", id),
  ...both("description", `Invented place ${id}.`),
  lon,
  lat,
  precision_m: 50,
  position_basis: "estimated",
  source_ids: "invented",
  ...more,
});

const ROWS: Partial<Record<TableName, readonly Cells[]>> = {
  sources: [
    { id: "invented", title: "Invented for a test", publisher: "Rocade", lang: "en", kind: "data" },
  ],
  places: [
    place("old-bridge", -3.2, 55.95, { kind: "landmark", stated_side: "inside" }),
    place("quay-huts", -3.205, 55.952, {
      kind: "camp",
      stated_side: "inside",
      ...span("1890-03-01", "1891-06-30"),
    }),
    place("mill-yard", -3.195, 55.947, {
      kind: "squat",
      stated_side: "inside",
      ...span("1890-09-15", "1891-06-30"),
    }),
    place("far-moor", -3.12, 55.95, {
      kind: "camp",
      stated_side: "outside",
      ...span("1891-07-01", "1893-10-01"),
    }),
  ],
  events: [
    {
      id: "quay-cleared",
      edtf: "1891-06-30",
      start_earliest: "1891-06-30",
      start_latest: "1891-06-30",
      end_earliest: "1891-06-30",
      end_latest: "1891-06-30",
      category: "eviction",
      ...both("title", "The quay is cleared"),
      ...both("summary", "Invented."),
      place_id: "quay-huts",
      certainty: "reported",
      sensitivity: "none",
      source_ids: "invented",
    },
  ],
  movements: [
    {
      id: "quay-to-moor",
      from_id: "quay-huts",
      to_id: "far-moor",
      start_earliest: "1891-07-01",
      start_latest: "1891-07-01",
      edtf: "1891-07-01",
      agency: "forced",
      confidence: "stated",
      ...both("note", "From the quay to the moor."),
      source_ids: "invented",
    },
  ],
};

const square = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const feature = (id: string, properties: Cells, geometry: object) => ({
  type: "Feature",
  id,
  properties: { id, ...properties },
  geometry,
});
const common = {
  precision_m: 50,
  position_basis: "estimated",
  source_ids: ["invented"] as unknown as string,
};

const FEATURES: Partial<Record<TableName, readonly object[]>> = {
  ring: [
    feature(
      "ring",
      { ...both("name", "Inside"), ...both("note", "") },
      { type: "Polygon", coordinates: [square(-3.25, 55.93, -3.15, 55.97)] },
    ),
  ],
  shapes: [
    feature(
      "river",
      {
        place_id: "",
        ...both("name", "River"),
        kind: "road",
        start_edtf: "",
        start_earliest: "",
        start_latest: "1890-01-01",
        end_edtf: "..",
        end_earliest: "1893-12-31",
        end_latest: "",
        ...both("note", ""),
        ...common,
      },
      {
        type: "LineString",
        coordinates: [
          [-3.15, 55.93],
          [-3.15, 55.97],
        ],
      },
    ),
  ],
  basemap: [
    feature(
      "land",
      { class: "land", ...both("name", ""), min_zoom: 0, note: "", ...common },
      { type: "Polygon", coordinates: [square(-3.3, 55.9, -3.05, 56)] },
    ),
  ],
};

/** Writes the package into a folder that is there. */
export function writeHarbourPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const resources: { name: string; path: string }[] = [];
  for (const [name, rows] of Object.entries(ROWS)) {
    const columns = columnsInFile(TABLES[name as TableName], ["en", "fr"])
      .filter(({ field }) => !field.optionalColumn)
      .map((one) => one.name);
    const lines = rows.map((row) => columns.map((column) => `"${row[column] ?? ""}"`).join(","));
    write(`${name}.csv`, `${[columns.join(","), ...lines].join("\n")}\n`);
    resources.push({ name, path: `${name}.csv` });
  }
  for (const [name, features] of Object.entries(FEATURES)) {
    write(`${name}.geojson`, JSON.stringify({ type: "FeatureCollection", features }));
    resources.push({ name, path: `${name}.geojson` });
  }
  const text = (en: string) => ({ en, fr: `${en} (fr)` });
  const descriptor = {
    name: HARBOUR_ID,
    version: "0.1",
    licenses: [
      { name: "CC0-1.0", title: "CC0", path: "https://creativecommons.org/publicdomain/zero/1.0/" },
    ],
    resources,
    rocade: {
      title: text("Harbour 1890–1893"),
      description: text("An invented town."),
      attribution: text("Invented."),
      credit: text("Invented map"),
      openingDay: "1891-01-15",
      firstDay: "1890-01-01",
      lastDay: "1893-12-31",
      extent: { west: -3.3, south: 55.9, east: -3.05, north: 56 },
      home: { west: -3.23, south: 55.93, east: -3.1, north: 55.97 },
      roles: { sites: ["camp", "squat"], landmarks: ["landmark"] },
      collections: { sites: { id: "camps" }, outlines: { id: "routes" } },
      separation: {
        reference: {
          place: "old-bridge",
          label: { en: "the old bridge", fr: "le vieux pont" },
        },
        line: { outlines: ["river"], label: { en: "the river", fr: "le fleuve" } },
      },
    },
  };
  write("datapackage.json", JSON.stringify(descriptor, null, 2));
}
