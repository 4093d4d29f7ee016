import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  civil,
  type Day,
  dayOf,
  monthStarts,
  parseDay,
  printDay,
} from "#model/time/day.ts";

const days = fc.integer({ min: -700_000, max: 1_000_000 }).map((value) => value as Day);

describe("a day", () => {
  it("is read and printed as the same text", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDay(printDay(day))).toBe(day);
      }),
    );
  });

  it("is counted as Date counts it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const [year, month, ofMonth] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ];
        expect(dayOf(year, month, ofMonth)).toBe(day);
        expect(civil(day)).toEqual({ year, month, date: ofMonth });
      }),
    );
  });

  it.each([
    "2015-02-29",
    "2014-13-01",
    "2014-00-10",
    "2014-1-1",
    "2014-05-32",
    "14-05-01",
    "",
    "2014-05-28T00:00",
    " 2014-05-28",
  ])("is not read from %j", (text) => expect(parseDay(text)).toBeUndefined());

  it("is never read from text that would print otherwise", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseDay(text);
        if (day !== undefined) expect(printDay(day)).toBe(text);
      }),
    );
  });

  it("keeps years below 100 as they are", () => {
    expect(printDay(dayOf(44, 3, 15))).toBe("0044-03-15");
  });
});

describe("months", () => {
  it("end on their last day when a longer one is moved into them", () => {
    const moved = addMonths(dayOf(2016, 1, 31), 1);
    expect(printDay(moved)).toBe("2016-02-29");
  });

  it("begin once each, in order, across a year", () => {
    const starts = monthStarts(dayOf(2013, 11, 20), dayOf(2014, 2, 1)).map(printDay);
    expect(starts).toEqual(["2013-11-01", "2013-12-01", "2014-01-01"]);
  });

  it("moved there and back are the same first day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, months) => {
        const first = dayOf(2000, 1, 1);
        const start = addDays(first, Math.floor((day - first) / 31) * 31);
        const begin = dayOf(1900 + (Math.abs(start) % 200), 1 + (Math.abs(start) % 12), 1);
        expect(addMonths(addMonths(begin, months), -months)).toBe(begin);
      }),
    );
  });
});
