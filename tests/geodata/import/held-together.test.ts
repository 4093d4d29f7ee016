// What a package says in two places is held together: problems where it cannot be, notices where it may be meant.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotices } from "#import/print-findings.ts";
import { printNotice, printRowProblem } from "#import/row-problem.ts";
import { CALAIS, changedPackage } from "#tests/support/packages/packages.ts";

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

async function found(file: string, change: (text: string) => string) {
  const { notices, problems } = await inspectPackage(filesOnDisk(changedPackage(file, change)));
  return {
    problems: problems.map(printRowProblem),
    notices: notices.flatMap(({ examples }) => examples.map(printNotice)),
  };
}

/** The row of a table with this id, under its header, with some cells changed; rows of it have no line breaks. */
const withCells = (id: string, cells: Readonly<Record<string, string>>) => (text: string) => {
  const columns = text.slice(0, text.indexOf("\n")).split(",");
  const line = text.split("\n").find((row) => row.startsWith(`${id},`)) ?? "";
  const before =
    line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
  const after = columns.map((name, at) => cells[name] ?? before[at] ?? "");
  return text.replace(line, after.join(","));
};

/** A row added to the end of a table. */
const withRow = (cells: Readonly<Record<string, string>>) => (text: string) => {
  const columns = text.slice(0, text.indexOf("\n")).trim().split(",");
  return `${text.trimEnd()}\n${columns.map((name) => cells[name] ?? "").join(",")}\n`;
};

const JULES_FERRY = { from: "2015-01-15", until: "2016-11-03" };
const claim = (more: Readonly<Record<string, string>>) =>
  withRow({
    id: "added",
    place_id: "jules-ferry",
    date_edtf: "2014-11-03",
    date_earliest: "2014-11-03",
    date_latest: "2014-11-03",
    best: "20",
    measure: "present",
    counted_by: "somebody",
    counted_by_kind: "ngo",
    method: "invented",
    source_ids: "ph-2014-05-03-rue-lamy",
    ...more,
  });
const movement = (more: Readonly<Record<string, string>>) =>
  withRow({
    id: "added",
    from_id: "camp-lamy",
    to_id: "jules-ferry",
    edtf: "2014-05-28",
    start_earliest: "2014-05-28",
    start_latest: "2014-05-28",
    agency: "forced",
    confidence: "stated",
    note_en: "Invented.",
    note_fr: "Inventé.",
    source_ids: "ph-2014-05-03-rue-lamy",
    ...more,
  });
const bowTie = (text: string) => {
  const document = JSON.parse(text);
  const area = document.features.find(
    (feature: { geometry: { type: string } }) => feature.geometry.type === "Polygon",
  );
  area.geometry.coordinates = [
    [
      [1.8, 50.95],
      [1.82, 50.97],
      [1.82, 50.95],
      [1.8, 50.97],
      [1.8, 50.95],
    ],
  ];
  return JSON.stringify(document);
};

describe("the importer refuses", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a text that does not overlap its days",
      "events.csv",
      withCells("blockade-5sep16", { edtf: "2099-01" }),
      /^events\.csv:\d+ edtf: found "2099-01" beside 2016-09-05, which do not overlap; expected days within 2099-01-01…2099-01-31$/,
    ],
    [
      "an unmarked text that is narrower than its days",
      "places.csv",
      withCells("sangatte-centre", { end_edtf: "2002-12-16" }),
      /^places\.csv:2 end_edtf: found "2002-12-16" beside 2002-12-14…2002-12-16; expected days within 2002-12-16/,
    ],
    [
      "an open end beside an end within the period",
      "places.csv",
      withCells("camp-lamy", { end_edtf: ".." }),
      /^places\.csv:\d+ end_edtf: found "\.\." beside .*; expected an end not before the last day of the period, 2016-12-31$/,
    ],
    [
      "a text of a movement far from its days",
      "movements.csv",
      movement({ edtf: "2015-05-28", to_id: "calais-centre" }),
      /^movements\.csv:\d+ edtf: found "2015-05-28" beside 2014-05-28, which do not overlap/,
    ],
    [
      "a text of a count far from its days",
      "counts.csv",
      claim({ date_edtf: "2016", place_id: "calais-centre" }),
      /^counts\.csv:\d+ date_edtf: found "2016" beside 2014-11-03, which do not overlap/,
    ],
    [
      "people counted where nothing was yet",
      "counts.csv",
      claim({}),
      new RegExp(
        `^counts\\.csv:\\d+ place_id: found 2014-11-03 at jules-ferry, 73 days before it may have been there; expected days of its span, ${JULES_FERRY.from}…${JULES_FERRY.until}$`,
      ),
    ],
    [
      "people who come to a place that was not there yet",
      "movements.csv",
      movement({}),
      /^movements\.csv:\d+ to_id: found 2014-05-28 at jules-ferry, 232 days before it may have been there/,
    ],
    [
      "a period that ends before it begins",
      "datapackage.json",
      replaced('"lastDay": "2016-12-31"', '"lastDay": "2012-12-31"'),
      /^datapackage\.json rocade\.lastDay: found "2012-12-31"; expected a day not before rocade\.firstDay, 2013-01-01$/,
    ],
    [
      "an opening day outside the period",
      "datapackage.json",
      replaced(/"openingDay": "[\d-]+"/, '"openingDay": "2017-01-01"'),
      /^datapackage\.json rocade\.openingDay: found "2017-01-01"; expected a day of the period 2013-01-01…2016-12-31$/,
    ],
    [
      "an extent upside down",
      "datapackage.json",
      (text) => {
        const document = JSON.parse(text);
        const { north, south } = document.rocade.extent;
        Object.assign(document.rocade.extent, { north: south, south: north });
        return JSON.stringify(document);
      },
      /^datapackage\.json rocade\.extent\.north: found 50\.89; expected more than its south, 51\.02$/,
    ],
    [
      "a base map with an area that crosses itself",
      "basemap.geojson",
      bowTie,
      /^basemap\.geojson, feature \d+ geometry: found Self-intersection at 1\.81, 50\.96; expected rings that neither cross/,
    ],
    [
      "a shape that crosses itself",
      "shapes.geojson",
      bowTie,
      /^shapes\.geojson, feature \d+ geometry: found Self-intersection/,
    ],
    [
      "a ring that crosses itself",
      "ring.geojson",
      bowTie,
      /^ring\.geojson, feature 1 geometry: found Self-intersection/,
    ],
    [
      "a shape with the id of a place",
      "shapes.geojson",
      replaced(/"shape-wall"/g, '"camp-lamy"'),
      /^shapes\.geojson, feature \d+ id: found "camp-lamy", which a place has/,
    ],
    [
      "places that are parts of each other",
      "places.csv",
      withCells("la-lande", { part_of: "la-lande-north" }),
      /^places\.csv:\d+ part_of: found "la-lande-north"; expected a place that is not itself a part/,
    ],
    [
      "a control character in a cell",
      "actors.csv",
      replaced("Exiles", "Ex\u0007iles"),
      /^actors\.csv:2 label_en: found U\+0007 as character 3; expected text without control characters/,
    ],
    [
      "a control character of Windows",
      "actors.csv",
      replaced("Exiles", "Exiles\u0092"),
      /^actors\.csv:2 label_en: found U\+0092 as character 7; .*Windows-1252/,
    ],
    [
      "a control character in a property",
      "basemap.geojson",
      replaced(/"name_fr": ?"/, '"name_fr":"\\u0000'),
      /^basemap\.geojson, feature \d+ name_fr: found U\+0000 as character 1/,
    ],
    [
      "a file in Latin-1, whose accents are no UTF-8",
      "actors.csv",
      replaced("Exilés", "Exil\ufffds"),
      /^actors\.csv:2 label_fr: found U\+FFFD as character 5; expected a text in UTF-8/,
    ],
    [
      "a file that is separated by semicolons",
      "actors.csv",
      () => "id;label_en;label_fr\nexiles;Exiles;Exilés\n",
      /^actors\.csv file: found headings that are separated by ";"; expected CSV separated by commas, or "dialect": \{"delimiter":";"\} beside the path/,
    ],
    [
      "half of a surrogate pair",
      "basemap.geojson",
      replaced(/"name_fr": ?"/, '"name_fr":"\\ud83d'),
      /^basemap\.geojson, feature \d+ name_fr: found U\+D83D as character 1; expected both halves/,
    ],
    [
      "a control character in the descriptor",
      "datapackage.json",
      replaced('"credit": {\n      "en": "', '"credit": {\n      "en": "\\u0001'),
      /^datapackage\.json rocade\.credit\.en: found U\+0001 as character 1/,
    ],
    [
      "a text longer than the index of words has room for",
      "places.csv",
      withCells("la-lande", { description_en: "e".repeat(50_001) }),
      /^places\.csv:\d+ description_en: found "eee.*; expected text; here it would have to be of at most 50000 characters, not 50001/,
    ],
  ])("%s", async (_, file, change, expected) => {
    const { problems } = await found(file, change);
    expect(problems.length, problems.join("\n")).toBeGreaterThan(0);
    expect(
      problems.some((line) => expected.test(line)),
      problems.join("\n"),
    ).toBe(true);
  });
});

describe("the importer accepts with a notice", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a text that is wider than its days",
      "events.csv",
      withCells("blockade-5sep16", { edtf: "2016-09" }),
      /^notice: events\.csv:\d+ edtf: "2016-09" beside 2016-09-05: the text is wider, 2016-09-01…2016-09-30, and the days are taken$/,
    ],
    [
      "a marked text that says other days",
      "events.csv",
      withCells("blockade-5sep16", { edtf: "2016-09-04~" }),
      /^notice: events\.csv:\d+ edtf: "2016-09-04~" beside 2016-09-05: the text is marked, about 2016-09-04, and the days are taken$/,
    ],
    [
      "an event at a place before it was there",
      "events.csv",
      withCells("blockade-5sep16", { place_id: "winter-hangar" }),
      /^notice: events\.csv:\d+ place_id: 2016-09-05 at winter-hangar, \d+ days after it may have been there/,
    ],
    [
      "nobody counted at a place that is gone",
      "counts.csv",
      claim({ best: "0" }),
      /^notice: counts\.csv:\d+ place_id: 2014-11-03 at jules-ferry, 73 days before/,
    ],
    [
      "people moved on after their place was cleared",
      "movements.csv",
      movement({
        to_id: "calais-centre",
        edtf: "2016-05-28",
        start_earliest: "2016-05-28",
        start_latest: "2016-05-28",
      }),
      /^notice: movements\.csv:\d+ from_id: 2016-05-28 at camp-lamy, \d+ days after/,
    ],
    [
      "heights, which are left out",
      "shapes.geojson",
      replaced(/\[\s*(1\.\d+),\s*(50\.\d+)\s*\]/, "[$1, $2, 12.5]"),
      /^notice: shapes\.geojson, feature 1 geometry: positions have heights, which are left out/,
    ],
  ])("%s", async (_, file, change, expected) => {
    const { notices, problems } = await found(file, change);
    expect(problems).toEqual([]);
    expect(
      notices.some((line) => expected.test(line)),
      notices.join("\n"),
    ).toBe(true);
  });

  it("a time of day beside the day that it is in the time zone of the package, and no other", async () => {
    // Half past eleven in the evening of New York is the next day in Paris.
    const on = (day: string) => withCells("blockade-5sep16", { edtf: `${day}T23:30:00-04:00` });
    expect((await found("events.csv", on("2016-09-04"))).problems).toEqual([]);
    expect((await found("events.csv", on("2016-09-05"))).problems).toEqual([
      expect.stringMatching(
        /edtf: found "2016-09-05T23:30:00-04:00" beside 2016-09-05, which do not/,
      ),
    ]);
  });

  it("events outside period and extent, whatever their number, in few lines with their count", async () => {
    const header = readFileSync(path.join(CALAIS, "events.csv"), "utf8").split("\n")[0] ?? "";
    const columns = [...header.split(","), "lon", "lat", "precision_m", "position_basis"];
    const rows = Array.from({ length: 1500 }, (_, index) => {
      const cells: Record<string, string> = {
        id: `far-${index}`,
        edtf: "1999-05",
        category: "protest",
        title_en: "Far",
        title_fr: "Loin",
        summary_en: "Invented.",
        summary_fr: "Inventé.",
        certainty: "reported",
        source_ids: "ph-2014-05-03-rue-lamy",
        sensitivity: "none",
        // The first third is far away, the others have their numbers exchanged.
        lon: index < 500 ? "-70" : "50.95",
        lat: index < 500 ? "-33" : "1.85",
        precision_m: "100",
        position_basis: "estimated",
      };
      return columns.map((name) => cells[name] ?? "").join(",");
    });
    const folder = changedPackage("events.csv", () => `${columns.join(",")}\n${rows.join("\n")}\n`);
    const { notices } = await inspectPackage(filesOnDisk(folder));
    const lines = printNotices(
      notices.filter(({ examples }) => examples[0]?.file === "events.csv"),
    );
    // With the one of its own column.
    expect(lines).toHaveLength(3 * 6 + 1);
    expect(lines.filter((line) => /more like these/.test(line))).toEqual([
      "notice: events.csv: 495 more like these, 500 in all",
      "notice: events.csv: 1495 more like these, 1500 in all",
      "notice: events.csv: 995 more like these, 1000 in all",
    ]);
    expect(lines).toContain(
      "notice: events.csv:502 lon, lat: 50.95, 1.85 (longitude and latitude look exchanged) lies outside the extent 1.7…2.02 E, 50.89…51.02 N",
    );
    expect(lines).toContain(
      "notice: events.csv:2 edtf: 1999-05-01…1999-05-31 lies outside the period, 2013-01-01…2016-12-31: it is in the data, and no date of the map shows it",
    );
  });
});
