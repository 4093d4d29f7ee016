import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { identifyPackage } from "#import/disk/source-hash.ts";
import { Findings } from "#import/findings.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { CALAIS, changedPackage, temporaryFolder } from "#tests/support/packages/packages.ts";

/** The report on a copy of Calais with one file changed. */
async function reportOn(file: string, change: (text: string) => string): Promise<string[]> {
  const { problems } = await inspectPackage(filesOnDisk(changedPackage(file, change)));
  return problems.map(printRowProblem);
}

const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe("a package is checked whole", () => {
  it("and nothing is said of one that is right", async () => {
    expect((await inspectPackage(filesOnDisk(CALAIS))).problems).toEqual([]);
  });

  it("with the file, the line and the column of each wrong cell, all of them at once", async () => {
    const report = await reportOn("events.csv", (text) =>
      text
        .replace("2013-05-22,2013-05-22,2013-05-22", "2013-05-22,2013-02-30,2013-05-22")
        .replace(",confirmed,", ",sure,"),
    );
    expect(report).toEqual([
      'events.csv:2 start_earliest: found "2013-02-30"; expected a day written YYYY-MM-DD, or an empty cell',
      'events.csv:2 certainty: found "sure"; expected one of confirmed, reported, disputed, unstated',
    ]);
  });

  it("down to the right line after cells that hold line breaks", async () => {
    const report = await reportOn("actors.csv", (text) =>
      text
        .replace("exiles,Exiles,Exilés", 'exiles,"Ex\niles",Exilés')
        .replace("residents,", "Residents,"),
    );
    expect(report).toContain(
      'actors.csv:4 id: found "Residents"; expected an id of lower-case letters, digits and hyphens',
    );
  });

  it.each([
    [
      "an id that two rows have",
      "places.csv",
      replaced("pashtun-jungle-2009,", "sangatte-centre,"),
      /places\.csv:3 id: found "sangatte-centre", which row 2 has already/,
    ],
    [
      "a source that is not listed",
      "phases.csv",
      replaced("ph-2014-05-03-rue-lamy", "nobody-said-it"),
      /phases\.csv:3 source_ids: found "nobody-said-it"; expected an id of sources/,
    ],
    [
      "an end before its start",
      "places.csv",
      replaced(
        "2012-11~,2012-10-01,2012-11-30,2013-05-22,2013-05-22,2013-05-22",
        "2012-11~,2012-10-01,2012-11-30,2011-05-22,2011-05-22,2011-05-22",
      ),
      /start_earliest … end_latest: found 2012-10-01, 2012-11-30, 2011-05-22/,
    ],
    [
      "a latitude in the place of a longitude",
      "places.csv",
      replaced("1.85444,50.9525", "50.9525,1.85444"),
      /places\.csv:\d+ lon, lat: found 50\.9525, 1\.85444 \(longitude and latitude look exchanged\); expected a position in the extent/,
    ],
    [
      "a range upside down",
      "counts.csv",
      replaced(",600,,800,present", ",800,,600,present"),
      /counts\.csv:\d+ low, best, high: found 800, , 600; expected low ≤ best ≤ high/,
    ],
    [
      "a date that is not EDTF",
      "events.csv",
      replaced("2013-05-22,2013-05-22", "May 2013,2013-05-22"),
      /events\.csv:2 edtf: found "May 2013"; expected a date in EDTF/,
    ],
    [
      "a date that is EDTF of a kind that is not read",
      "events.csv",
      replaced("2013-05-22,2013-05-22", "[..2014],2013-05-22"),
      /events\.csv:2 edtf: found "\[\.\.2014\]"; .*here it would have to be one date, an interval, or the first and the last date of a set/,
    ],
    [
      "a column that nobody knows",
      "actors.csv",
      replaced("label_fr", "label_de"),
      /actors\.csv "label_de": found a column that is not known/,
    ],
    [
      "a column that is missing",
      "actors.csv",
      replaced("label_fr", "label_de"),
      /actors\.csv label_fr: found no column of this name/,
    ],
    [
      "a row with a cell too many",
      "actors.csv",
      replaced("Exilés", "Exilés,more"),
      /actors\.csv:2 row: found 4 cells; expected 3 cells/,
    ],
    [
      "a quote that never ends",
      "actors.csv",
      replaced("exiles,Exiles", 'exiles,"Exiles'),
      /actors\.csv.* file: found .*Quote/i,
    ],
    [
      "an empty cell where a text is needed",
      "actors.csv",
      replaced("Exiles,", ","),
      /actors\.csv:2 label_en: found ""; expected text/,
    ],
    [
      "JSON that is not",
      "shapes.geojson",
      replaced("{", "("),
      /shapes\.geojson file: found .*JSON/,
    ],
    [
      "a ring that is open",
      "ring.geojson",
      replaced(/\[\s*1\.808,\s*50\.9387\s*\]/, "[1.807, 50.9387]"),
      /ring\.geojson, feature 1 geometry: found a ring that does not end where it starts/,
    ],
    [
      "a descriptor with a property that is not known",
      "datapackage.json",
      replaced('"title": {', '"titel": {'),
      /datapackage\.json rocade\.titel: found \{.*; expected no property of this name/,
    ],
    [
      "a text that is a number",
      "datapackage.json",
      replaced(/"name": "calais-2013-2016"/, '"name": 5'),
      /json name: found 5; expected a text$/,
    ],
    [
      "a property that is missing",
      "datapackage.json",
      replaced(/"name": "calais-2013-2016",/, ""),
      /json name: found nothing; expected a text$/,
    ],
    [
      "a number that is too large",
      "datapackage.json",
      replaced(/"north": [\d.]+/, '"north": 500'),
      /json rocade\.\w+\.north: found 500; expected at most 90$/,
    ],
    [
      "a bypass that is not among the shapes",
      "datapackage.json",
      replaced('"shape-a16"', '"shape-a61"'),
      /rocade\.separation\.line\.outlines: found "shape-a61"/,
    ],
    [
      "a file outside the package",
      "datapackage.json",
      replaced('"places.csv"', '"../places.csv"'),
      /resources\.2\.path: found "\.\.\/places\.csv"; expected a path inside the package/,
    ],
    [
      "a file that is not there",
      "datapackage.json",
      replaced('"places.csv"', '"spaces.csv"'),
      /spaces\.csv file: found no such file/,
    ],
    [
      "a row without a source",
      "phases.csv",
      (text: string) => text.replace(/,[a-z0-9;-]+\n$/, ",\n"),
      /phases\.csv:11 source_ids: found no source/,
    ],
  ])("and tells of %s", async (_, file, change, expected) => {
    const report = await reportOn(file, change);
    expect(
      report.some((line) => expected.test(line)),
      report.join("\n"),
    ).toBe(true);
  });

  it("and a folder that is no package is told so", async () => {
    const { dataPackage, problems } = await inspectPackage(filesOnDisk(temporaryFolder("nothing")));
    expect(dataPackage).toBeUndefined();
    expect(problems.map(printRowProblem)[0]).toMatch(/^datapackage\.json file: found no such file/);
  });
});

describe("the hash of a package", () => {
  it("is the same for the same content and another for any change", async () => {
    const hashOf = async (folder: string) =>
      (await identifyPackage(filesOnDisk(folder), new Findings()))?.sourceHash;
    expect(await hashOf(CALAIS)).toMatch(/^[0-9a-f]{64}$/);
    const changed = changedPackage("actors.csv", replaced("Exiles", "People in exile"));
    expect(await hashOf(CALAIS)).toBe(await hashOf(CALAIS));
    expect(await hashOf(changed)).not.toBe(await hashOf(CALAIS));
  });
});
