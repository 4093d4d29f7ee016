// Days as most files write them are read like all others.
import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDay } from "#import/read/plain-day.ts";
import { addDays, dayOf, parseDay, printDay } from "#model/time/day.ts";

it("reads each day of four, two and two digits as the one rule of days does", () => {
  for (let day = dayOf(0, 1, 1); day <= dayOf(9999, 12, 31); day = addDays(day, 11))
    expect(plainDay(printDay(day))).toBe(day);
  for (const year of [0, 1900, 1999, 2000, 2015, 2016])
    for (let month = 0; month <= 13; month++)
      for (let date = 0; date <= 32; date++) {
        const text = [String(year).padStart(4, "0"), month, date]
          .map((part) => String(part).padStart(2, "0"))
          .join("-");
        expect(plainDay(text), text).toBe(parseDay(text));
      }
});

it("leaves other texts to it", () => {
  const sign = fc.constantFrom(..."0123456789-/.X~ ５");
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 8, maxLength: 11 }), (text) => {
      const day = plainDay(text);
      if (day !== undefined) expect(day, text).toBe(parseDay(text));
    }),
  );
  for (const text of ["", "-044-03-15", "2015-2-011", "20150-2-01", "2015-02-01 ", "201a-02-01"])
    expect(plainDay(text), text).toBeUndefined();
});
