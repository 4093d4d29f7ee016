// Holds the two example packages to what they say of themselves: read by a foreign program, and counted apart from it.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Package } from "datapackage";
import { beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { parseEdtf, refusalOfEdtf } from "#model/time/edtf.ts";

const EXAMPLES = path.join(projectRoot(), "geodata", "examples");
const LARGEST = 300_000;

type Cells = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Cells[]>>;

/** Every table, each cell of which fits the table schema; references are held too. */
async function readTables(name: string): Promise<Tables> {
  const folder = path.join(EXAMPLES, name);
  const read = await Package.load(path.join(folder, "datapackage.json"), { basePath: folder });
  expect(read.errors).toEqual([]);
  const tables: Record<string, readonly Cells[]> = {};
  for (const resource of read.resources) {
    tables[resource.name] = await resource.read({ keyed: true });
    expect(resource.headers).toEqual(resource.schema.fieldNames);
    await resource.checkRelations();
  }
  return tables;
}

/** How many rows have each value of a column. */
function countBy(rows: readonly Cells[], cellOf: (row: Cells) => unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = String(cellOf(row));
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const number = (row: Cells, name: string) => Number(row[name]);
const text = (row: Cells, name: string) => String(row[name] ?? "");
/** A day as text, which sorts; years have four digits here. */
const day = (row: Cells, name: string) =>
  row[name] instanceof Date ? row[name].toISOString().slice(0, 10) : undefined;
const lettersOf = (words: string) => [...words].filter((sign) => /\p{L}/u.test(sign));
const isIn = (script: RegExp) => (words: string) =>
  lettersOf(words).length > 0 && lettersOf(words).every((letter) => script.test(letter));
const isArabic = isIn(/\p{Script=Arabic}/u);
const isSyriac = isIn(/\p{Script=Syriac}/u);
/** The signs of transliteration for hamza and ayn are common to all scripts. */
const isLatin = isIn(/\p{Script=Latin}|ʿ|ʾ/u);

describe("every example", () => {
  const names = readdirSync(EXAMPLES);

  it.each(names)("%s is small, and is only what it needs", (name) => {
    const files = readdirSync(path.join(EXAMPLES, name));
    const sizes = files.map((file) => statSync(path.join(EXAMPLES, name, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LARGEST);
    expect(files).toEqual(expect.arrayContaining(["README.md", "datapackage.json"]));
    expect(files.filter((file) => !/\.(csv|md|json)$/.test(file))).toEqual([]);
  });
});

describe("the week of earthquakes", () => {
  let events: readonly Cells[];
  beforeAll(async () => {
    events = (await readTables("earthquakes")).events ?? [];
  });

  it("has the numbers that were counted in the feed", () => {
    const magnitudes = events.map((row) => number(row, "magnitude"));
    const felt = events.filter((row) => row.felt_reports !== null);
    expect({
      rows: events.length,
      byCategory: countBy(events, (row) => row.category),
      byStatus: countBy(events, (row) => row.status),
      byDay: countBy(events, (row) => text(row, "date").slice(0, 10)),
      atLeast6: magnitudes.filter((magnitude) => magnitude >= 6).length,
      atLeast5: magnitudes.filter((magnitude) => magnitude >= 5).length,
      belowZero: magnitudes.filter((magnitude) => magnitude < 0).length,
      felt: felt.length,
      unfelt: felt.filter((row) => row.felt_reports === 0).length,
      reports: felt.reduce((sum, row) => sum + number(row, "felt_reports"), 0),
    }).toEqual({
      rows: 1707,
      byCategory: { earthquake: 1679, explosion: 15, "quarry-blast": 13 },
      byStatus: { automatic: 493, reviewed: 1214 },
      byDay: {
        "2018-01-31": 198,
        "2018-02-01": 231,
        "2018-02-02": 242,
        "2018-02-03": 259,
        "2018-02-04": 301,
        "2018-02-05": 249,
        "2018-02-06": 213,
        "2018-02-07": 14,
      },
      atLeast6: 5,
      atLeast5: 39,
      belowZero: 44,
      felt: 127,
      unfelt: 6,
      reports: 2887,
    });
  });

  it("tells when, as EDTF with a clock time in UTC, each second once and in order", () => {
    const dates = events.map((row) => text(row, "date"));
    expect(dates.filter((date) => refusalOfEdtf(date) !== undefined)).toEqual([]);
    expect(dates.every((date) => /T\d\d:\d\d:\d\dZ$/.test(date))).toBe(true);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect([dates.at(0), dates.at(-1)]).toEqual(["2018-01-31T01:49:59Z", "2018-02-07T01:26:13Z"]);
  });

  it("lies on both sides of the antimeridian, and puts the strongest where the USGS does", () => {
    expect(events.filter((row) => number(row, "lon") > 170)).toHaveLength(3);
    expect(events.filter((row) => number(row, "lon") < -170)).toHaveLength(17);
    const strongest = events.reduce((a, b) =>
      number(a, "magnitude") >= number(b, "magnitude") ? a : b,
    );
    expect(strongest).toMatchObject({
      title: "M 6.4 - 22km NNE of Hualian, Taiwan",
      lon: 121.653,
      lat: 24.1737,
      depth_km: 10.64,
      date: "2018-02-06T15:50:42Z",
    });
  });

  it("says magnitude and place in its titles as in its columns", () => {
    const apart = events.filter((row) => {
      const [, magnitude] = /^M (-?\d\.\d) /.exec(text(row, "title")) ?? [];
      const isNear = Math.abs(Number(magnitude) - number(row, "magnitude")) <= 0.0501;
      return !isNear || !text(row, "title").endsWith(` - ${text(row, "place")}`);
    });
    expect(apart).toEqual([]);
  });
});

describe("the Syriac monasteries", () => {
  let places: readonly Cells[] = [];
  let events: readonly Cells[] = [];
  let sources: readonly Cells[] = [];
  beforeAll(async () => {
    ({ places = [], events = [], sources = [] } = await readTables("syriac-monasteries"));
  });

  it("have names and titles in both languages, each in its script, and a Syriac name", () => {
    const named = [
      ...places.map((row) => [text(row, "name_ar"), text(row, "name_en")]),
      ...events.map((row) => [text(row, "title_ar"), text(row, "title_en")]),
    ] as const;
    expect(named).toHaveLength(16 + 26);
    expect(
      named.filter(([arabic = "", english = ""]) => !isArabic(arabic) || !isLatin(english)),
    ).toEqual([]);
    expect(places.filter((row) => !isSyriac(text(row, "name_syr")))).toEqual([]);
  });

  it("rest on sources that have an address, and every source is used", () => {
    const addresses = new Map(sources.map((row) => [row.id, text(row, "url")]));
    const cited = [...places, ...events].map((row) => text(row, "source_ids").split(";"));
    expect(cited.flat().filter((id) => !/^https?:\/\/./.test(addresses.get(id) ?? ""))).toEqual([]);
    expect(new Set(cited.flat())).toEqual(new Set(addresses.keys()));
    const apart = places.filter(
      (row) =>
        addresses.get(`gazetteer-${row.gazetteer_entry}`) !==
        `http://syriaca.org/place/${row.gazetteer_entry}`,
    );
    expect(apart).toEqual([]);
  });

  it("have dates that are EDTF, and days in order beside them", () => {
    const dates = [
      ...places.flatMap((row) => [text(row, "start_edtf"), text(row, "end_edtf")]),
      ...events.map((row) => text(row, "edtf")),
    ].filter((date) => date !== "");
    expect(dates.filter((date) => !parseEdtf(date))).toEqual([]);
    expect(dates.filter((date) => /[X~]/.test(date)).length).toBeGreaterThan(8);
    const inDisorder = places.filter((row) => {
      const [a = "", b = "9", c = "0", d = "9"] = [
        day(row, "start_earliest"),
        day(row, "start_latest"),
        day(row, "end_earliest"),
        day(row, "end_latest"),
      ];
      return a > b || c > d || a > d;
    });
    expect(inDisorder).toEqual([]);
  });

  it("have the numbers of a table made by hand", () => {
    expect(countBy(events, (row) => row.category)).toEqual({
      foundation: 5,
      building: 4,
      see: 4,
      attestation: 10,
      transfer: 1,
      end: 2,
    });
    expect(countBy(places, (row) => row.end_reason)).toEqual({
      "still-there": 6,
      destroyed: 1,
      deserted: 2,
      null: 7,
    });
    const certainOn = (asked: string) =>
      places.filter((row) => {
        const [start, end] = [day(row, "start_latest"), day(row, "end_earliest")];
        const lasts = row.end_reason === "still-there" || (end !== undefined && end >= asked);
        return start !== undefined && start <= asked && lasts;
      }).length;
    expect(["0600-07-01", "0822-07-01", "1224-07-01"].map(certainOn)).toEqual([8, 13, 9]);
  });

  it("are never more exact than the distance between two published positions", () => {
    expect(countBy(places, (row) => row.precision_m)).toEqual({
      100: 2,
      3000: 1,
      5000: 1,
      12000: 12,
    });
    expect(places.filter((row) => text(row, "position_note_en") === "")).toEqual([]);
  });
});
