import { describe, expect, it } from "vitest";
import { addDays, printDay } from "#model/time/day.ts";
import { binStepOf, binsOf } from "#model/time/timeline.ts";
import { day } from "#tests/support/records/records.ts";

/** By hand from a calendar: the 3rd of February 2016 was a Wednesday. */
const BINS = [
  ["day", "2016-02-28", "2016-03-01", ["2016-02-28", "2016-02-29", "2016-03-01"], "2016-03-01"],
  ["day", "1969-12-31", "1969-12-31", ["1969-12-31"], "1969-12-31"],
  ["week", "2016-02-03", "2016-02-15", ["2016-02-03", "2016-02-08", "2016-02-15"], "2016-02-15"],
  ["week", "1969-12-29", "1970-01-05", ["1969-12-29", "1970-01-05"], "1970-01-05"],
  ["week", "-0043-03-13", "-0043-03-20", ["-0043-03-13", "-0043-03-18"], "-0043-03-20"],
  ["month", "2016-01-31", "2016-03-01", ["2016-01-31", "2016-02-01", "2016-03-01"], "2016-03-01"],
  ["year", "2015-12-31", "2017-01-01", ["2015-12-31", "2016-01-01", "2017-01-01"], "2017-01-01"],
] as const;

describe("the bars of a period", () => {
  it.each(BINS)("by %s from %s to %s end with it", (step, first, last, starts, end) => {
    const bins = binsOf(step, { from: day(first), until: addDays(day(last), 1) });
    expect(bins.map(({ from }) => printDay(from))).toEqual(starts);
    for (const [index, { from }] of bins.entries())
      if (index > 0) expect(from).toBe(bins[index - 1]?.until);
    expect(printDay(addDays(bins.at(-1)?.until ?? day(first), -1))).toBe(end);
  });

  it.each([
    ["2018-01-31", "2018-01-31", "day"],
    ["2018-01-31", "2018-02-07", "day"],
    ["2018-01-01", "2018-03-03", "day"],
    ["2018-01-01", "2018-03-04", "week"],
    ["2018-01-01", "2018-12-31", "week"],
    ["2013-01-01", "2016-12-31", "month"],
    ["1900-01-01", "1939-12-31", "month"],
    ["1900-01-01", "1999-12-31", "year"],
    ["1600-01-01", "1999-12-31", "year"],
    ["1600-01-01", "2000-12-31", "decade"],
    ["-4712-01-01", "9999-12-31", "decade"],
  ])("from %s to %s are by its length", (first, last, step) => {
    expect(binStepOf({ first: day(first), last: day(last) })).toBe(step);
  });
});
