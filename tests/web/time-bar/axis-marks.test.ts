import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#model/time/day.ts";
import { day } from "#tests/support/records/records.ts";
import { axisMarks } from "#web/time-bar/axis/axis-marks.ts";

/** A type whose letters are all as wide. */
const LETTER = 7;
const widthOf = (text: string) => text.length * LETTER;

function marksOf(first: Day, last: Day, width: number, language = "en") {
  const marks = axisMarks({ axis: { first, last }, language, width, widthOf });
  return marks.map(({ offset, share, text, ...mark }) => ({
    ...mark,
    text,
    at: share * width,
    left: share * width + offset,
    right: share * width + offset + widthOf(text),
  }));
}
const wordsOf = (first: string, last: string, width: number, language = "en") =>
  marksOf(day(first), day(last), width, language).flatMap(({ text }) => text || []);

describe("the marks of the axis", () => {
  it("are words for each day of a week, the last too, centred under their days", () => {
    const marks = marksOf(day("2018-01-31"), day("2018-02-07"), 1100);
    expect(marks.map(({ text }) => text)).toEqual([
      "31 January 2018",
      "1 February",
      "2 February",
      "3 February",
      "4 February",
      "5 February",
      "6 February",
      "7 February",
    ]);
    for (const [index, { left, right }] of marks.entries())
      expect((left + right) / 2).toBeCloseTo(((index + 0.5) * 1100) / 8, 6);
  });

  it("are shorter words where there is less room, and the month is said once", () => {
    expect(wordsOf("2018-01-31", "2018-02-07", 460)).toEqual("31 Jan,1 Feb,2,3,4,5,6,7".split(","));
    expect(wordsOf("2018-01-31", "2018-02-07", 460, "fr")).toEqual(
      "31 janv. 2018,2 févr.,4,6".split(","),
    );
  });

  it("say the era of a year once where all of them are in it", () => {
    expect(wordsOf("0300-01-01", "2012-12-31", 1100, "fr")).toEqual(
      "400 apr. J.-C.,600,800,1000,1200,1400,1600,1800,2000".split(","),
    );
    expect(wordsOf("0300-01-01", "2012-12-31", 1550)).toEqual([
      "AD 300",
      ...Array.from({ length: 17 }, (_, index) => String(400 + 100 * index)),
    ]);
  });

  it("say of each year before it that it is, and of the first after it", () => {
    expect(wordsOf("-0060-01-01", "0020-12-31", 600)).toEqual(
      "61 BC,51 BC,41 BC,31 BC,21 BC,11 BC,1 BC,AD 10,20".split(","),
    );
  });

  it("are quarters of some years, with the years among them", () => {
    expect(wordsOf("2013-01-01", "2014-12-31", 600)).toEqual(
      "2013,Apr,Jul,Oct,2014,Apr,Jul,Oct".split(","),
    );
  });

  it("are the first day alone where no division has room", () => {
    expect(wordsOf("0997-01-01", "0998-07-05", 160, "fr")).toEqual(["997 apr. J.-C."]);
  });

  it("never overlap nor leave the axis, whatever it shows, in whatever language and width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 700_000 }),
        fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 900_000 })),
        fc.integer({ min: 160, max: 2600 }),
        fc.constantFrom("en", "fr", "ar"),
        (first, days, width, language) => {
          const marks = marksOf(first as Day, addDays(first as Day, days), width, language);
          const told = marks.filter(({ text }) => text !== "");
          expect(told.length).toBeGreaterThan(0);
          for (const [index, { left, right, unit }] of told.entries()) {
            expect(left).toBeGreaterThanOrEqual(0);
            expect(right).toBeLessThanOrEqual(unit === "day" ? width + 0.001 : width + 10);
            const next = told[index + 1];
            if (next) expect(next.left - right).toBeGreaterThanOrEqual(8);
          }
          for (const { at } of marks) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
