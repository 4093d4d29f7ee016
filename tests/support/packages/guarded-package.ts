// A small invented package in which every kind of record stands at a place that is protected: coarse to 100 m or 1 km,
// hidden, or withheld. What it protects can be made otherwise without anything of it being published.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Position } from "geojson";
import { columnsInFile } from "#import/read/columns.ts";
import { TABLES, type TableName } from "#import/tables.ts";
import { inCells } from "./edge-packages.ts";
import type { Secrets } from "./guarded-secrets.ts";

type Cells = Readonly<Record<string, unknown>>;

const both = (name: string, text: string): Cells => ({
  [`${name}_en`]: text,
  [`${name}_fr`]: `${text} (fr)`,
});

const DAYS = {
  start_edtf: "2014-02-01",
  start_earliest: "2014-02-01",
  start_latest: "2014-02-01",
  end_edtf: "2014-11-30",
  end_earliest: "2014-11-30",
  end_latest: "2014-11-30",
};
const DAY = {
  edtf: "2014-05-10",
  start_earliest: "2014-05-10",
  start_latest: "2014-05-10",
  end_earliest: "2014-05-10",
  end_latest: "2014-05-10",
};

function tablesOf({ at, note, precisionM, several, side, withheld }: Secrets) {
  const place = (id: string, [lon, lat]: Position, cells: Cells = {}): Cells => ({
    id,
    ...both("name", id.replace("-", " ")),
    ...both("description", "Made for a test."),
    kind: "camp",
    lon,
    lat,
    precision_m: precisionM,
    position_basis: "measured",
    position_note: note,
    stated_side: side,
    ...DAYS,
    source_ids: "open",
    ...cells,
  });
  const known = { precision_m: 10, position_note: "Read off a map.", stated_side: "inside" };
  const event = (id: string, cells: Cells): Cells => ({
    id,
    ...DAY,
    ...both("title", `event ${id}`),
    ...both("summary", "Something happened."),
    category: "protest",
    certainty: "reported",
    sensitivity: "none",
    actors: "people",
    source_ids: "open",
    ...cells,
  });
  const own = ([lon, lat]: Position): Cells => ({
    lon,
    lat,
    precision_m: precisionM,
    position_basis: "measured",
  });
  const movement = (id: string, from_id: string, to_id: string, cells: Cells = {}): Cells => ({
    id,
    from_id,
    to_id,
    edtf: "2014-06-01",
    start_earliest: "2014-06-01",
    start_latest: "2014-06-01",
    people_low: 5,
    people_high: 9,
    agency: "forced",
    confidence: "stated",
    ...both("note", "Made for a test."),
    source_ids: "open",
    ...cells,
  });
  const claim = (id: string, place_id: string, cells: Cells = {}): Cells => ({
    id,
    place_id,
    date_edtf: "2014-05-01",
    date_earliest: "2014-05-01",
    date_latest: "2014-05-01",
    best: 40,
    counted_by: "somebody",
    counted_by_kind: "ngo",
    source_ids: "open",
    ...cells,
  });
  const count = (id: string, place_id: string, cells: Cells = {}) =>
    claim(id, place_id, { measure: "present", method: "Counted.", ...cells });
  const death = (id: string, place_id: string, cells: Cells = {}) =>
    claim(id, place_id, {
      scope: "single",
      cause_class: "unknown",
      best: 1,
      ...both("note", "Made for a test."),
      ...cells,
    });
  const contradiction = (id: string, subject_ids: string, cells: Cells = {}): Cells => ({
    id,
    subject_ids,
    topic: "number",
    ...both("statement", "Two say otherwise."),
    ...both("resolution", "Both are told."),
    source_ids: "open",
    ...cells,
  });
  const step = (order: number, id: string, place_id: string, cells: Cells = {}): Cells => ({
    order,
    id,
    ...both("title", `step ${id}`),
    ...both("text", "Made for a test."),
    date: "2014-05-10",
    window_start: "2014-05-01",
    window_end: "2014-06-01",
    place_id,
    zoom: 13,
    event_ids: "at-open",
    source_ids: "open",
    ...cells,
  });
  const secretly = { source_ids: "zinnia-papers" };
  const tables: Partial<Record<TableName, (Cells | false | undefined)[]>> = {
    sources: [
      { id: "open", title: "Open source", publisher: "Press", lang: "en", kind: "press" },
      withheld && {
        id: "zinnia-papers",
        title: "Xylograph of the yard",
        publisher: "Quibble",
        lang: "en",
        kind: "press",
      },
    ],
    actors: [
      { id: "people", label_en: "People", label_fr: "Des gens" },
      withheld && { id: "quibblers", label_en: "Quibblers", label_fr: "Quibblers" },
    ],
    places: [
      place("hall", at.hall, { kind: "landmark", disclosure: "1km" }),
      place("open-camp", [1.863, 50.957], {
        ...known,
        successor_ids: withheld ? "coarse-camp;zinnia-yard" : "coarse-camp",
      }),
      place("far-camp", [1.897, 50.973], { ...known, stated_side: "outside" }),
      place("third-camp", [1.823, 50.942], known),
      place("coarse-camp", at.coarse, { disclosure: "1km", predecessor_ids: "open-camp" }),
      place("near-camp", at.near, { disclosure: "100m" }),
      place("hidden-squat", at.hidden, { kind: "squat", disclosure: "hidden" }),
      place("hidden-port", at.own, { kind: "port", disclosure: "hidden" }),
      // What is not published need not be known to the package either.
      place("lost-squat", [], { disclosure: "hidden", precision_m: "", position_basis: "" }),
      place("hidden-part", at.hidden, { part_of: "hidden-squat" }),
      several && place("scattered", [], { ...inCells(several.scattered), disclosure: "1km" }),
      several &&
        place("scattered-hidden", [], { ...inCells(several.hidden), disclosure: "hidden" }),
      withheld &&
        place("zinnia-yard", at.withheld, {
          disclosure: "withheld",
          predecessor_ids: "open-camp",
          ...secretly,
        }),
      withheld && place("zinnia-part", at.withheld, { part_of: "zinnia-yard" }),
    ],
    events: [
      event("at-open", { place_id: "open-camp" }),
      event("at-coarse", { place_id: "coarse-camp", disclosure: "exact" }),
      event("at-coarse-itself", { place_id: "coarse-camp", ...own(at.own) }),
      event("at-near", { place_id: "near-camp" }),
      event("at-hidden", { place_id: "hidden-squat", disclosure: "exact" }),
      event("at-hidden-itself", {
        place_id: "hidden-squat",
        disclosure: "100m",
        ...own(at.hidden),
      }),
      event("coarse-itself", { disclosure: "1km", ...own(at.coarse) }),
      several && event("together", { ...own([]), ...inCells(several.together), disclosure: "1km" }),
      several && event("at-scattered", { place_id: "scattered" }),
      event("hidden-itself", { disclosure: "hidden", ...own(at.hidden) }),
      event("hidden-at-open", { place_id: "open-camp", disclosure: "hidden", ...own(at.own) }),
      withheld &&
        event("zinnia-cleared", {
          place_id: "zinnia-yard",
          actors: "people;quibblers",
          ...secretly,
        }),
      withheld && event("quibble", { disclosure: "withheld", ...own(at.withheld) }),
    ],
    movements: [
      movement("from-hidden", "hidden-squat", "open-camp"),
      movement("to-hidden", "far-camp", "hidden-squat"),
      movement("to-coarse", "open-camp", "coarse-camp"),
      movement("coarse-to-hidden", "coarse-camp", "hidden-squat"),
      movement("in-the-open", "open-camp", "far-camp"),
      several && movement("to-scattered", "open-camp", "scattered"),
      withheld && movement("zinnia-left", "zinnia-yard", "open-camp"),
      withheld && movement("zinnia-reached", "far-camp", "zinnia-part", secretly),
    ],
    counts: [
      count("open-count", "open-camp"),
      count("coarse-count", "coarse-camp", { best: 30 }),
      count("hidden-count", "hidden-squat", { best: 20 }),
      several && count("scattered-count", "scattered", { best: 10 }),
      withheld && count("zinnia-count", "zinnia-yard", { best: 700, ...secretly }),
    ],
    deaths: [
      death("open-death", "open-camp"),
      death("hidden-death", "hidden-squat"),
      withheld && death("zinnia-death", "zinnia-yard"),
    ],
    contradictions: [
      contradiction("about-hidden", "hidden-squat;open-camp"),
      withheld && contradiction("about-zinnia", "zinnia-yard;open-camp"),
      withheld && contradiction("about-quibble", "quibble"),
    ],
    phases: [
      {
        id: "spring",
        ...both("title", "Spring"),
        ...both("summary", "Made for a test."),
        start: "2014-03-01",
        end: "2014-06-01",
        source_ids: "open",
      },
    ],
    story: [
      step(1, "at-coarse", "coarse-camp"),
      step(2, "at-hidden", "hidden-squat", {
        event_ids: withheld ? "at-hidden;quibble" : "at-hidden",
      }),
      withheld && step(3, "zinnia-step", "zinnia-yard"),
    ],
  };
  const shape = (id: string, cells: Cells): Cells => ({
    id,
    place_id: "",
    ...both("name", id.replace("-", " ")),
    kind: "road",
    ...DAYS,
    precision_m: precisionM,
    position_basis: "measured",
    ...both("note", "Made for a test."),
    source_ids: ["open"],
    ...cells,
  });
  const around = ([lon = 0, lat = 0]: Position) => ({
    type: "Polygon",
    coordinates: [box(lon - 0.0004, lat - 0.0003, lon + 0.0004, lat + 0.0003)],
  });
  const along = ([lon = 0, lat = 0]: Position) => ({
    type: "LineString",
    coordinates: [
      [lon - 0.0005, lat - 0.0002],
      [lon + 0.0005, lat + 0.0002],
    ],
  });
  const shapes: (readonly [Cells, object] | false)[] = [
    [shape("bypass", { precision_m: 10 }), { type: "LineString", coordinates: RING.slice(0, 3) }],
    [shape("coarse-outline", { place_id: "coarse-camp", disclosure: "exact" }), around(at.coarse)],
    [shape("hidden-outline", { place_id: "hidden-squat" }), around(at.hidden)],
    [shape("near-outline", { place_id: "near-camp" }), around(at.near)],
    [shape("coarse-lane", { disclosure: "1km" }), along(at.lane)],
    [shape("hidden-lane", { disclosure: "hidden" }), along(at.lane)],
    withheld && [shape("zinnia-outline", { place_id: "zinnia-yard" }), around(at.withheld)],
    withheld && [shape("zinnia-lane", { disclosure: "withheld" }), along(at.withheld)],
  ];
  return { tables, shapes };
}

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const RING = box(1.8, 50.93, 1.89, 50.975);

/** Writes the package into the folder, under the id. */
export function writeGuardedPackage(folder: string, id: string, secrets: Secrets): void {
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const { shapes, tables } = tablesOf(secrets);
  for (const [name, rows] of Object.entries(tables)) {
    const columns = columnsInFile(TABLES[name as TableName], ["en", "fr"]).map((one) => one.name);
    const lines = rows.flatMap((row) => (row ? [columns.map((column) => row[column] ?? "")] : []));
    write(`${name}.csv`, stringify([columns, ...lines]));
  }
  const feature = ([properties, geometry]: readonly [Cells, object]) => ({
    type: "Feature",
    id: properties.id,
    properties,
    geometry,
  });
  const collection = (features: object[]) =>
    JSON.stringify({ type: "FeatureCollection", features });
  write("shapes.geojson", collection(shapes.flatMap((one) => (one ? [feature(one)] : []))));
  const ring = { id: "ring", ...both("name", "Inside"), ...both("note", "") };
  write("ring.geojson", collection([feature([ring, { type: "Polygon", coordinates: [RING] }])]));
  const text = { en: "Made for a test", fr: "Fait pour un essai" };
  const extent = { west: 1.7, south: 50.9, east: 2, north: 51 };
  const resources = [
    ...Object.keys(tables).map((name) => ({ name, path: `${name}.csv` })),
    ...["shapes", "ring"].map((name) => ({ name, path: `${name}.geojson` })),
  ];
  const licence = "https://creativecommons.org/publicdomain/zero/1.0/";
  write(
    "datapackage.json",
    JSON.stringify({
      name: id,
      version: "1",
      created: "2020-01-01T00:00:00Z",
      licenses: [{ name: "CC0-1.0", title: "CC0", path: licence }],
      resources,
      rocade: {
        title: text,
        description: text,
        attribution: text,
        credit: text,
        openingDay: "2014-05-10",
        firstDay: "2014-01-01",
        lastDay: "2014-12-31",
        timeZone: "Europe/Paris",
        extent,
        home: extent,
        roles: {
          sites: ["camp", "squat", "shelter", "state-camp"],
          barriers: ["barrier"],
          landmarks: ["landmark", "port"],
        },
        collections: { sites: { id: "camps" }, outlines: { id: "routes" } },
        separation: {
          reference: { place: "hall", label: text },
          further: [{ place: "hidden-port", label: text }],
          line: { outlines: ["bypass"], label: text },
        },
      },
    }),
  );
}
