// A file that nobody has described: what is taken for what, and in which words it is refused.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printProblems } from "#import/print-findings.ts";
import { LOOSE_BELLS as BELLS, readLoose } from "#tests/support/packages/loose.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

describe("a file that cannot be a dataset", () => {
  const header = "title,date,lat,lon\n";
  it.each<[string, string, string, RegExp]>([
    ["that is empty", "a.csv", "", /a\.csv file: found an empty file; expected a row of headings/],
    [
      "of headings alone",
      "a.csv",
      header,
      /found headings, and no row below them; expected a row for each event/,
    ],
    [
      "without dates",
      "a.csv",
      "title,lat,lon\nA,1,2\n",
      /a\.csv date: found no column of dates among "title", "lat", "lon"; expected one with the heading date/,
    ],
    [
      "without titles",
      "a.csv",
      "date,lat,lon\n1900,1,2\n",
      /a\.csv title: found no column of titles/,
    ],
    [
      "without positions",
      "a.csv",
      "title,date\nA,1900\n",
      /a\.csv position: found no column of positions among "title", "date"; expected two with the headings lat and lon/,
    ],
    [
      "whose longitudes and latitudes are exchanged",
      "a.csv",
      `${header}A,1900,118.25,34.05\n`,
      /a\.csv:2 lat, lon: found "118\.25, 34\.05"; expected latitudes of ±90; or swap latitude and longitude/,
    ],
    [
      "with decimal commas between commas",
      "a.csv",
      `${header}A,1900,50,95,1,86\n`,
      /a\.csv:2 row: found 6 cells; expected 4 cells.*has to stand in "quotes"/,
    ],
    [
      "with a letter among its degrees",
      "a.csv",
      `${header}A,1900,50°57'E,1.86\n`,
      /a\.csv:2 lat: found "50°57'E"; expected degrees such as 50\.95/,
    ],
    [
      "whose dates can be read in two ways",
      "a.csv",
      `${header}A,04/03/1871,45.1,5.2\n`,
      /a\.csv:2 date: found "04\/03\/1871"; expected an order of day and month: it is either 1871-03-04 or 1871-04-03.*--date-order dmy.*--date-order mdy/,
    ],
    [
      "of an old workbook",
      "a.csv",
      "\xd0\xcf\x11\xe0",
      /a\.csv file: found a workbook of Excel 97 \(\.xls\), or one with a password; expected the workbook saved as/,
    ],
    [
      "whose name is no id",
      "地震.csv",
      BELLS,
      /--as: found "地震"; expected an id for the dataset/,
    ],
    [
      "of lines",
      "a.geojson",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"A","date":"1900"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}',
      /a\.geojson, feature 1 geometry: found "LineString"; expected a Point/,
    ],
    ["of JSON that is none", "a.json", "[1,2]", /a\.json file: found JSON that is no GeoJSON/],
    [
      "that asks for protection nobody can give",
      "a.csv",
      "title,date,lat,lon,disclosure\nA,1900,1,2,secret\n",
      /a\.csv:2 disclosure: found "secret"/,
    ],
  ])("%s is refused with a word of what to do", async (_, file, content, told) => {
    const isBinary = content.startsWith("\xd0");
    const { problems } = await readLoose(file, isBinary ? Buffer.from(content, "latin1") : content);
    expect(problems).toContainEqual(expect.stringMatching(told));
    expect(problems.join("\n")).not.toContain("datapackage.json");
  });

  it("is told of choices that are none", async () => {
    const { problems } = await readLoose("a.csv", BELLS, {
      as: "A b",
      lang: "?",
      "time-zone": "Mars",
    });
    expect(problems.map((line) => line.split(":")[0])).toEqual([
      "a.csv --as",
      "a.csv --lang",
      "a.csv --time-zone",
    ]);
  });

  it("is told of positions that nobody can mean", async () => {
    const { notices, problems } = await readLoose(
      "a.csv",
      `${header}A,1900,0,0\nB,1900,,\nC,1900,45.1,5.2\n`,
    );
    expect(problems).toEqual([]);
    expect(notices).toMatch(/a\.csv:2 lon, lat: 0, 0 lies in the Atlantic: leave both empty/);
  });

  it("has an empty position where its cells are blank, and not 0, 0", async () => {
    const { problems } = await readLoose("a.csv", `${header}A,1900, , \n`);
    expect(problems).toContainEqual(
      expect.stringMatching(/a\.csv position: found no row with a position/),
    );
  });

  it("says of a hundred rows that are wrong in one way what is wrong, once", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => `A${index},day ${index},45.1,5.2`);
    const { problems } = await readLoose("a.csv", header + rows.join("\n"));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /a\.csv:2 date: found "day 0", and 99 more rows like it \("day 1" in row 3, "day 2" in row 4\); expected a date/,
    );
  });

  it("is told of dates whose order the whole column decides, and of the few that are otherwise", async () => {
    const rows = ["13/04/2015", "04/05/2015", "04/25/2015", "14/04/2015"];
    const { problems } = await readLoose(
      "a.csv",
      header + rows.map((date) => `A,${date},45.1,5.2`).join("\n"),
    );
    expect(problems).toEqual(['a.csv:4 date: found "04/25/2015"; expected day, month, year']);
  });
});

describe("a folder without a descriptor", () => {
  it("and without a table is told of as one that lacks it", async () => {
    const folder = temporaryFolder("loose");
    writeFileSync(path.join(folder, "letter"), "a letter");
    const { problems } = await inspectPackage(filesOnDisk(folder));
    expect(printProblems(problems).join()).toMatch(/^datapackage\.json file: found no such file/);
  });

  it("is the one file in it, and of several none", async () => {
    const folder = temporaryFolder("loose");
    mkdirSync(path.join(folder, "pictures"));
    writeFileSync(path.join(folder, "bells.csv"), BELLS);
    const one = await inspectPackage(filesOnDisk(folder));
    expect(one.problems).toEqual([]);
    expect(one.dataPackage?.descriptor.name).toBe("bells");
    writeFileSync(path.join(folder, "more.csv"), BELLS);
    const two = await inspectPackage(filesOnDisk(folder));
    expect(printProblems(two.problems).join()).toMatch(
      /1 more tables beside it, and no datapackage\.json: more\.csv; expected the path of one file/,
    );
  });
});
