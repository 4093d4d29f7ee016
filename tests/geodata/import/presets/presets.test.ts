// Tables that many people have, made up: each recognised by its headings, read by its codebook, and imported without loss.
import { describe, expect, it } from "vitest";
import { PRESETS } from "#import/presets/presets.ts";
import { imported, madeUp, mapTable } from "#tests/support/packages/table.ts";

/** What an event of the table is, in the order of its file. */
const EXPECTED: readonly (readonly [file: string, preset: string, events: readonly object[]])[] = [
  [
    "made-up-acled.csv",
    "acled",
    [
      {
        ...{ id: "atl1", edtf: "2015-03-04", category: "protests", precision_m: 3000 },
        title: { en: "Peaceful protest, Old Harbour" },
        summary: { en: "A made-up march of bakers." },
        source_ids: ["atlantis-post", "harbour-radio"],
      },
      { edtf: "2015-03-05/2015-03-17", category: "riots", precision_m: 25_000 },
      { edtf: "2015-04", category: "strategic-developments", precision_m: 100_000 },
    ],
  ],
  [
    "made-up-ucdp-ged.csv",
    "ucdp-ged",
    [
      {
        ...{ id: "atl-2015-1-1", category: "1", edtf: "2015-03-04" },
        title: { en: "Government of Atlantis – Mill League, Lower Mill" },
      },
      { category: "3", precision_m: 100_000 },
    ],
  ],
  [
    "made-up-missing-migrants.csv",
    "missing-migrants",
    [
      {
        ...{ id: "2015-mu001-1", edtf: "2014-04-13", lat: [45.1], lon: [-30.5] },
        ...{ category: "drowning", precision_m: 3000, source_ids: ["harbour-radio"] },
        title: { en: "Off Old Harbour, Atlantis" },
      },
      { edtf: "2014-05-05" },
    ],
  ],
  [
    "made-up-hxl.csv",
    "hxl",
    [
      {
        ...{ edtf: "2015-03-04", category: "camp", source_ids: ["harbour-aid"] },
        title: { en: "Old Harbour" },
      },
      { edtf: "2015-03-05", category: "centre" },
    ],
  ],
  [
    "made-up-usgs.csv",
    "usgs",
    [
      {
        ...{ id: "mu000001", edtf: "2018-01-30T23:30:04.760Z", precision_m: 5500 },
        title: { en: "M 4.6, 10 km N of Old Harbour, Atlantis" },
      },
      // Half of the fourth decimal: nothing says how exact it is.
      { id: "mu000002", precision_m: 6 },
    ],
  ],
  [
    "made-up-usgs.geojson",
    "usgs-geojson",
    [
      {
        ...{ id: "mu000001", edtf: "2018-01-30T23:30:04.760Z", lon: [-30.5678] },
        title: { en: "M 4.6 - 10 km N of Old Harbour, Atlantis" },
      },
      { id: "mu000002" },
    ],
  ],
  [
    "made-up-gdelt.tsv",
    "gdelt",
    [
      {
        ...{ id: "900000001", edtf: "2015-03-04", category: "1", precision_m: 10_000 },
        title: { en: 'ATLANTIS – MILL "LEAGUE, Old Harbour, Atlantis' },
      },
      {
        id: "900000002",
        category: "4",
        precision_m: 500_000,
        title: { en: "MILL LEAGUE, Atlantis" },
      },
    ],
  ],
  [
    "made-up-timemap.csv",
    "timemap",
    [
      {
        ...{ id: "1", edtf: "2015-03-04T14:05", category: "gathering" },
        ...{ title: { en: "Old Harbour" }, source_ids: ["src1", "src2"] },
      },
      { id: "2", edtf: "2015-03-15" },
    ],
  ],
  [
    "made-up-linked-places.json",
    "linked-places",
    [
      {
        ...{ edtf: "1520/1795", category: "inhabited-place", title: { en: "Old Harbour" } },
        summary: { en: "A made-up harbour." },
        source_ids: ["made-up-chronicle"],
      },
      { edtf: "1600~", category: "mill" },
    ],
  ],
  [
    "made-up-openhistoricalmap.geojson",
    "openhistoricalmap",
    [
      { edtf: "1820-05~/1901-02-03", category: "building", title: { en: "Old Harbour light" } },
      { edtf: "1600", category: "mill", source_ids: ["made-up-chronicle"] },
    ],
  ],
];

describe("a known table", () => {
  it.each(EXPECTED)("%s is one of %s, and imports without loss", async (file, preset, expected) => {
    const { guess, mapped } = await mapTable(file, madeUp(file));
    expect(guess.preset?.id).toBe(preset);
    expect(mapped.groups.filter(({ weight }) => weight === "rejected")).toEqual([]);
    const { events, problems } = await imported(mapped.files);
    expect(problems).toEqual([]);
    expect(events.map(({ values }) => values)).toMatchObject(expected);
  });

  it("has a made-up sample, whichever it is", () => {
    const tried = new Set(EXPECTED.map(([, preset]) => preset));
    expect(PRESETS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it("keeps every column that no part of an event is made of", async () => {
    const { mapped } = await mapTable("a.csv", madeUp("made-up-acled.csv"));
    const { dataPackage, events } = await imported(mapped.files);
    expect(events[0]?.attributes).toMatchObject({
      event_id_cnty: "ATL1",
      actor1: "Protesters (Atlantis)",
      sub_event_type: "Peaceful protest",
      time_precision: 1,
      tags: "crowd size=about 200",
    });
    expect(dataPackage?.declared.measures).toMatchObject([{ type: "sum", field: "fatalities" }]);
  });
});
