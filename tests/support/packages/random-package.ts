// Small packages of any content that the import takes: what page and API must agree on, whatever it is.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { columnsInFile } from "#import/read/columns.ts";
import { TABLES, type TableName } from "#import/tables.ts";
import { STATED_SIDES } from "#model/record/place.ts";
import { DISCLOSURES } from "#model/space/position.ts";
import { CONVENTIONS } from "#model/time/convention.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { day } from "../records/records.ts";

type Cells = Readonly<Record<string, string | number>>;

export type RandomPackage = {
  readonly places: readonly Cells[];
  readonly counts: readonly Cells[];
  readonly movements: readonly Cells[];
  readonly line: "none" | "one" | "two";
  readonly hasPort: boolean;
};

export const FIRST_DAY = "2014-01-01";
export const LAST_DAY = "2014-12-31";

const IDS = ["a", "b", "c", "d", "e"] as const;
const anyDay = fc.integer({ min: day("2013-11-01"), max: day("2015-02-28") });
const print = (value: number | null) => (value === null ? "" : printDay(value as Day));
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });

/** Four days that can belong to one thing, each of which may be missing. */
const span = fc
  .tuple(fc.tuple(anyDay, anyDay, anyDay, anyDay), fc.boolean(), fc.subarray([0, 1, 2, 3]))
  .map(([days, isCrossed, missing]) => {
    const [a = 0, b = 0, c = 0, d = 0] = [...days].sort((one, other) => one - other);
    const inTurn = isCrossed ? [a, c, b, d] : [a, b, c, d];
    const [first, second, third, fourth] = inTurn.map((value, index) =>
      missing.includes(index) && missing.length < 3 ? "" : print(value),
    );
    return { start_earliest: first, start_latest: second, end_earliest: third, end_latest: fourth };
  });

const places = fc.tuple(
  ...IDS.map((id, index) =>
    fc
      .record({
        span,
        lon: fc.integer({ min: 18_000, max: 19_200 }).map((value) => value / 10_000),
        lat: fc.integer({ min: 509_200, max: 509_900 }).map((value) => value / 10_000),
        precision_m: fc.constantFrom(10, 120, 400, 900),
        kind: fc.constantFrom("camp", "squat", "landmark"),
        stated_side: fc.constantFrom("", ...STATED_SIDES),
        part_of: index === 0 ? fc.constant("") : fc.constantFrom("", "", IDS[0]),
        convention: fc.constantFrom("", "", ...CONVENTIONS),
        disclosure: fc.constantFrom("", ...DISCLOSURES),
      })
      .map(
        ({ span: days, ...cells }): Cells => ({
          ...cells,
          ...(days as Cells),
          id,
          bounds_note: cells.convention === "" ? "" : "Set for a test.",
        }),
      ),
  ),
);

const number = fc.nat(300);
const numbers = fc.oneof(
  number.map((best) => ({ low: "", best, high: "" })),
  number.map((low) => ({ low, best: "", high: "" })),
  number.map((high) => ({ low: "", best: "", high })),
  fc
    .tuple(number, number)
    .map(([a, b]) => ({ low: Math.min(a, b), best: "", high: Math.max(a, b) })),
  fc.constant({ low: "", best: 0, high: "" }),
);

const counts = fc.array(
  fc
    .record({
      place_id: fc.constantFrom(...IDS),
      first: anyDay,
      more: fc.nat(40),
      numbers,
      measure: fc.constantFrom("present", "present", "present", "capacity"),
      counted_by_kind: fc.constantFrom("state", "ngo", "activist", "press"),
    })
    .map(({ first, more, numbers: figures, ...cells }) => ({
      ...cells,
      ...figures,
      date_edtf: `${print(first)}/${print(first + more)}`,
      date_earliest: print(first),
      date_latest: print(first + more),
    })),
  { maxLength: 14 },
);

const movements = fc.array(
  fc
    .record({
      from_id: fc.constantFrom(...IDS),
      to_id: fc.constantFrom(...IDS),
      first: anyDay,
      more: fc.nat(60),
      people_high: sometimes(number).map((value) => value ?? ""),
    })
    .filter(({ from_id, to_id }) => from_id !== to_id)
    .map(({ first, more, ...cells }) => ({
      ...cells,
      edtf: `${print(first)}/${print(first + more)}`,
      start_earliest: print(first),
      start_latest: print(first + more),
    })),
  { maxLength: 10 },
);

/** What the import would refuse is left out: people at a place that may not have been there on any of the days. */
function whereThePlacesAre(made: RandomPackage): RandomPackage {
  const placeOf = new Map(made.places.map((place) => [place.id, place]));
  const isPossible = (placeId: unknown, first: unknown, last: unknown) => {
    const { start_earliest: start = "", end_latest: end = "" } = placeOf.get(String(placeId)) ?? {};
    return (start === "" || String(last) >= start) && (end === "" || String(first) <= end);
  };
  return {
    ...made,
    counts: made.counts.filter((cells) =>
      isPossible(cells.place_id, cells.date_earliest, cells.date_latest),
    ),
    movements: made.movements.filter((cells) =>
      [cells.from_id, cells.to_id].every((id) =>
        isPossible(id, cells.start_earliest, cells.start_latest),
      ),
    ),
  };
}

export const anyPackage: fc.Arbitrary<RandomPackage> = fc
  .record({
    places: places as fc.Arbitrary<readonly Cells[]>,
    counts: counts as fc.Arbitrary<readonly Cells[]>,
    movements: movements as fc.Arbitrary<readonly Cells[]>,
    line: fc.constantFrom("none", "one", "two"),
    hasPort: fc.boolean(),
  })
  .map(whereThePlacesAre);

const both = (name: string, text: string): Cells => ({
  [`${name}_en`]: text,
  [`${name}_fr`]: text,
});
const COMMON = { precision_m: 10, position_basis: "measured" } as const;
const LANDMARK = { kind: "landmark", lon: 1.854, lat: 50.952, ...COMMON } as const;

const SHAPE: Cells = {
  source_ids: ["made"] as unknown as string,
  place_id: "",
  kind: "road",
  ...COMMON,
  start_edtf: "",
  start_earliest: "",
  start_latest: "",
  end_edtf: "",
  end_earliest: "",
  end_latest: "",
};

/** Writes the package into the folder, under the id. */
export function writeRandomPackage(folder: string, id: string, made: RandomPackage): void {
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const place = (cells: Cells): Cells => ({
    position_basis: "estimated",
    source_ids: "made",
    ...both("name", String(cells.id)),
    ...both("description", "Made for a test."),
    ...cells,
  });
  const tables: Partial<Record<TableName, readonly Cells[]>> = {
    sources: [{ id: "made", title: "Made", publisher: "Made", lang: "en", kind: "data" }],
    places: [
      place({ id: "hall", ...LANDMARK }),
      place({ id: "port", ...LANDMARK, lon: 1.87, lat: 50.966 }),
      ...made.places.map(place),
    ],
    counts: made.counts.map((cells, index) => ({
      id: `count-${index}`,
      counted_by: "somebody",
      source_ids: "made",
      method: "Made for a test.",
      ...cells,
    })),
    movements: made.movements.map((cells, index) => ({
      id: `movement-${index}`,
      agency: "forced",
      source_ids: "made",
      confidence: "stated",
      ...both("note", "Made for a test."),
      ...cells,
    })),
  };
  for (const [name, rows] of Object.entries(tables)) {
    const columns = columnsInFile(TABLES[name as TableName], ["en", "fr"]).map((one) => one.name);
    write(
      `${name}.csv`,
      stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]),
    );
  }
  const features: Record<string, object[]> = {
    ring: [feature("ring", {}, { type: "Polygon", coordinates: [RING] })],
    shapes: linesOf(made.line).map((coordinates, index) =>
      feature(`line-${index}`, SHAPE, { type: "LineString", coordinates }),
    ),
  };
  for (const [name, list] of Object.entries(features))
    write(`${name}.geojson`, JSON.stringify({ type: "FeatureCollection", features: list }));
  const text = { en: "Made for a test", fr: "Fait pour un essai" };
  const box = { west: 1.7, south: 50.9, east: 2, north: 51 };
  write(
    "datapackage.json",
    JSON.stringify({
      name: id,
      licenses: [
        {
          name: "CC0-1.0",
          title: "CC0",
          path: "https://creativecommons.org/publicdomain/zero/1.0/",
        },
      ],
      resources: [
        ...Object.keys(tables).map((name) => ({ name, path: `${name}.csv` })),
        ...Object.keys(features).map((name) => ({ name, path: `${name}.geojson` })),
      ],
      rocade: {
        title: text,
        description: text,
        attribution: text,
        credit: text,
        openingDay: FIRST_DAY,
        firstDay: FIRST_DAY,
        lastDay: LAST_DAY,
        extent: box,
        home: box,
        roles: {
          sites: ["camp", "squat", "shelter", "state-camp"],
          barriers: ["barrier"],
          landmarks: ["landmark", "port"],
        },
        collections: { sites: { id: "camps" }, outlines: { id: "routes" } },
        separation: {
          reference: { place: "hall", label: text },
          further: made.hasPort ? [{ place: "port", label: text }] : [],
          line:
            made.line === "none"
              ? null
              : {
                  outlines: linesOf(made.line).map((_, index) => `line-${index}`),
                  label: text,
                },
        },
      },
    }),
  );
}

const RING = [
  [1.8, 50.93],
  [1.88, 50.93],
  [1.88, 50.975],
  [1.8, 50.975],
  [1.8, 50.93],
];

function linesOf(line: RandomPackage["line"]) {
  const [first, second] = [RING.slice(0, 3), RING.slice(2, 4)];
  return { none: [], one: [first], two: [first, second] }[line];
}

function feature(id: string, cells: Cells, geometry: object) {
  const properties = {
    id,
    ...both("name", id),
    note_en: "",
    note_fr: "",
    ...cells,
  };
  return { type: "Feature", id, properties, geometry };
}
