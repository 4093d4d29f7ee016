// Days are read by their characters, and as the calendar and a pattern have them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, civil, dayOf, FIRST_DAY, LAST_DAY, parseDay, printDay } from "#model/time/day.ts";

const DAY = /^-?\d{4}-\d{2}-\d{2}$/;

it("are read in every year that dates may have", () => {
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 997))
    expect(parseDay(printDay(day))).toBe(day);
  expect(parseDay(printDay(addDays(FIRST_DAY, -1)))).toBeUndefined();
});

it("are days of the calendar, on either side of the year 0", () => {
  for (const year of [-4712, -1900, -5, -4, -1, 0, 1900, 1999, 2000, 2015, 2016])
    for (let month = 0; month <= 13; month++)
      for (let date = 0; date <= 32; date++) {
        const digits = [String(Math.abs(year)).padStart(4, "0"), month, date]
          .map((part) => String(part).padStart(2, "0"))
          .join("-");
        const text = year < 0 ? `-${digits}` : digits;
        const back = civil(dayOf(year, month, date));
        const isDay = back.year === year && back.month === month && back.date === date;
        expect(parseDay(text), text).toBe(isDay ? dayOf(year, month, date) : undefined);
      }
});

it("are not read from other texts", () => {
  const sign = fc.constantFrom(..."0123456789-/.X~ ５");
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 8, maxLength: 12 }), (text) => {
      const day = parseDay(text);
      if (day !== undefined) expect(text).toMatch(DAY);
      if (day !== undefined) expect(printDay(day)).toBe(text);
    }),
  );
  const others = ["-044-03-15", "-0000-01-01", "2015-2-011", "20150-2-01", "2015-02-01 "];
  for (const text of ["", "201a-02-01", "--015-02-01", "-2015-02-011", ...others])
    expect(parseDay(text), text).toBeUndefined();
});
