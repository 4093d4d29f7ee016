// What the dialog of pictures gives as an example of days is of the dataset that is shown, whatever its centuries are.
import { describe, expect, it } from "vitest";
import { parseDay } from "#model/time/day.ts";
import { day } from "#tests/support/records/records.ts";
import { exampleDays } from "#web/panels/picture/example-days.ts";

describe("example days", () => {
  it("are the first, the opening and the last one of the data", () => {
    const period = {
      firstDay: day("0489-01-01"),
      openingDay: day("0632-05-04"),
      lastDay: day("1100-12-31"),
    };
    expect(exampleDays(period)).toBe("0489-01-01, 0632-05-04, 1100-12-31");
  });

  it("are each said once, and can be typed", () => {
    const only = day("-0043-03-15");
    const text = exampleDays({ firstDay: only, openingDay: only, lastDay: only });
    expect(parseDay(text)).toBe(only);
  });
});
