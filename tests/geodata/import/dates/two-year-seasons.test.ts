// "Winter 2014" is of two years: whoever writes it is told which.
import { describe, expect, it } from "vitest";
import { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotices } from "#import/print-findings.ts";
import { printDay } from "#model/time/day.ts";
import { seasonOfTwoYears } from "#model/time/edtf/season-of-two-years.ts";
import { mapTable } from "#tests/support/packages/table.ts";

const seasonsIn = async (text: string, name = "bells.csv") => {
  const { notices, problems } = await inspectPackage(filesInMemory(name, { [name]: text }));
  expect(problems).toEqual([]);
  return printNotices(notices).filter((line) => line.includes("season"));
};

describe("a season across two years", () => {
  it.each([
    ["2014-24", "2014-12-01", "2015-02-28"],
    ["2011-28~", "2011-12-01", "2012-02-29"],
    ["2014-30", "2014-12-01", "2015-02-28"],
    ["2013/2014-24?", "2014-12-01", "2015-02-28"],
    ["-0043-24", "-0043-12-01", "-0042-02-28"],
  ])("is found in %s: %s to %s", (edtf, first, last) => {
    const season = seasonOfTwoYears(edtf);
    expect(season && [printDay(season.first), printDay(season.last)]).toEqual([first, last]);
  });

  it.each([
    "2014-23",
    "2014-12-24",
    "2014-12-28/2014-12-30",
    "2014-24-01",
    "[2013-09-30..2014-10]",
  ])("is not in %s", (edtf) => expect(seasonOfTwoYears(edtf)).toBeUndefined());

  it("is told of once, by the row of whoever wrote it", async () => {
    const rows = ["A,spring 2014", "B,winter 2014", "C,winter 2015"];
    expect(
      await seasonsIn(`title,date,lat,lon\n${rows.map((row) => `${row},45.1,5.2`).join("\n")}\n`),
    ).toEqual([
      'notice: bells.csv:3 date: "2014-24" is 1 December 2014 to 28 February 2015: a season across two years is that which begins in the year that it names, in every row; the one before has the year before',
    ]);
    expect(await seasonsIn("title,date,lat,lon\nA,spring 2014,45.1,5.2\n")).toEqual([]);
  });

  it("is among the dates that are shown of a table, wherever it stands", async () => {
    const rows = [...Array.from({ length: 30 }, (_, at) => `A${at},2014-05-01`), "B,winter 2014"];
    const text = `title,date,lat,lon\n${rows.map((row) => `${row},45.1,5.2`).join("\n")}\n`;
    const { mapped } = await mapTable("bells.csv", text);
    expect(mapped.shown.at(-1)?.date.edtf).toBe("2014-24");
    expect(mapped.shown).toHaveLength(21);
  });
});
