import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#model/time/day.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { day } from "#tests/support/records/records.ts";

const of = (first: string, last: string) => ({ first: day(first), last: day(last) });

// Worked out by hand: an eighth, a sixteenth and a forty-eighth of the period, each as the nearest round length.
describe("what suits a period", () => {
  it.each([
    // 1461 days: 182.6, 91.3 and 30.4 days.
    ["of four years", "2013-01-01", "2016-12-31", "day", "6 month", "3 month", "30 day"],
    // 8 days: 1, a half and a sixth of one.
    ["of a week", "2018-01-31", "2018-02-07", "day", "1 day", "1 day", "1 day"],
    // 1713 years: 214, 107 and 35.7 years.
    ["of centuries", "0300-01-01", "2012-12-31", "year", "200 year", "100 year", "50 year"],
    // 100 years, 1200 months: 12.5, 6.25 and 2.1 years.
    ["of a century", "1901-01-01", "2000-12-31", "month", "10 year", "5 year", "2 year"],
    // 20 years, 1044 weeks: 2.5 years, 1.25 years, 152 days.
    ["of twenty years", "2000-01-01", "2019-12-31", "week", "2 year", "1 year", "6 month"],
    ["of one day", "2018-02-03", "2018-02-03", "day", "1 day", "1 day", "1 day"],
  ])("%s is told by its length", (_, first, last, step, back, window, recent) => {
    const strides = stridesOf(of(first, last));
    const said = ({ count, unit }: { count: number; unit: string }) => `${count} ${unit}`;
    expect(strides.step).toBe(step);
    expect([strides.back, strides.window, strides.recent].map(said)).toEqual([
      back,
      window,
      recent,
    ]);
  });

  it("has for a step its own unit, the next finer, and longer ones of which there is more than one", () => {
    expect(stridesOf(of("2018-01-31", "2018-02-07")).units).toEqual(["day"]);
    expect(stridesOf(of("2013-01-01", "2016-12-31")).units).toEqual([
      "day",
      "week",
      "month",
      "year",
    ]);
    expect(stridesOf(of("0300-01-01", "2012-12-31")).units).toEqual(["month", "year"]);
  });

  it("has for each key a longer way than for the one before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (days) => {
        const first = day("-4000-01-01");
        const { keys } = stridesOf({ first, last: addDays(first, days) });
        const reached = keys.map((key) => strideFrom(first, key, 1));
        expect([...reached].sort((a, b) => a - b)).toEqual(reached);
        expect(new Set(reached).size).toBe(4);
      }),
    );
  });
});

describe("a stride", () => {
  it("goes by the calendar, there and back", () => {
    expect(strideFrom(day("2014-05-27"), { count: 6, unit: "month" }, -1)).toBe(day("2013-11-27"));
    expect(strideFrom(day("2014-05-27"), { count: 2, unit: "week" }, 1)).toBe(day("2014-06-10"));
    expect(strideFrom(day("0822-07-01"), { count: 200, unit: "year" }, -1)).toBe(day("0622-07-01"));
  });
});
