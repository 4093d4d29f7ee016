import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotice, printRowProblem } from "#import/row-problem.ts";
import { minimalPackage } from "#tests/support/packages/minimal-package.ts";

/** A file of titles, dates and positions, in a time zone. */
async function inspected(timeZone: string, dates: readonly string[]) {
  const folder = minimalPackage({ timeZone });
  const rows = dates.map((date, index) => `Bell ${index},"${date}",45,5`);
  writeFileSync(path.join(folder, "bells.csv"), ["title,date,lat,lon", ...rows].join("\n"));
  const { notices, problems } = await inspectPackage(filesOnDisk(folder));
  return {
    problems: problems.map(printRowProblem),
    notices: notices.flatMap(({ examples }) => examples.map(printNotice)),
  };
}

describe("the dates of a file", () => {
  it("may have a time of day, as programs write it", async () => {
    const { notices, problems } = await inspected("Europe/Paris", [
      "2018-06-30 14:05",
      "2018-06-30T14:05",
      "2018-06-30 14:05:03",
      "2018-06-30T14:05:03Z",
      "2018-06-30T14:05:03.250+02:00",
      "2018-06-30 14:05:03+0200",
      "2018-06-30T14:05:03Z/2018-06-30T16:00:00Z",
      "2018-06-30 14:05/2018-07-01",
    ]);
    expect(problems).toEqual([]);
    expect(notices).toEqual([expect.stringContaining("no sources")]);
  });

  it.each([
    ["2018-06-30 25:00"],
    ["2018-06-30T14:60"],
    ["2018-06-30 2pm"],
    ["2018-06-31T14:05"],
    ["2018-06-30T14:05:03+25:00"],
    ["2018-06-30T14:05~"],
    ["2018-06-30 14:05/2018-06-30 14:04"],
  ])("are refused by row and column where %s is no time", async (date) => {
    const { problems } = await inspected("Europe/Paris", ["2018-06-30", date]);
    expect(problems).toEqual([expect.stringMatching(/^bells\.csv:3 (edtf|date): found "2018-/)]);
    expect(problems[0]).toContain("here it would have to be");
  });

  it("are refused where the clocks of the time zone left the time out, but for an offset", async () => {
    const [out, beside] = ["2015-03-29T02:30:00", "2015-03-29T02:30:00+01:00"];
    const { problems } = await inspected("Europe/Paris", [beside, out, `2015-03-01/${out}`]);
    expect(problems).toEqual([
      expect.stringMatching(
        /^bells\.csv:3 date: found "2015-03-29T02:30:00", a time that the clocks of Europe\/Paris skipped/,
      ),
      expect.stringMatching(/^bells\.csv:4 date: .*skipped/),
    ]);
    expect((await inspected("UTC", [out])).problems).toEqual([]);
  });

  it("are taken with a notice where the clocks showed the time twice", async () => {
    const { notices, problems } = await inspected("America/New_York", ["2015-11-01 01:30"]);
    expect(problems).toEqual([]);
    expect(notices).toContainEqual(
      expect.stringMatching(
        /^notice: bells\.csv:2 date: the clocks of America\/New_York showed .* twice: the first is taken/,
      ),
    );
  });
});
