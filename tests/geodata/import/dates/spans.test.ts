import { describe, expect, it } from "vitest";
import { stillThere } from "#import/spans.ts";
import { labelSpan } from "#model/time/date-label.ts";
import { presenceIn } from "#model/time/span.ts";
import { day, onDay } from "#tests/support/records/records.ts";

const open = {
  startEarliest: day("2015-01-01"),
  startLatest: day("2015-01-01"),
  endEarliest: null,
  endLatest: null,
};
const lastDay = day("2016-12-31");

describe("an open end", () => {
  it("is certain to the end of the period where a source says that it is still there", () => {
    const span = stillThere(open, "still-there", lastDay);
    expect(presenceIn(span, onDay("2016-12-31"))).toBe("certain");
    expect(labelSpan(span, "2015-01-01", "..", "en", "UTC")).toContain("still there");
  });

  it("says nothing of the end where no source does, in dates and in words", () => {
    for (const reason of [null, "unknown"]) {
      const span = stillThere(open, reason, lastDay);
      expect(presenceIn(span, onDay("2016-12-31"))).toBe("possible");
      expect(labelSpan(span, "2015-01-01", "..", "en", "UTC")).not.toContain("still there");
    }
  });

  it("leaves an end that is given as it is", () => {
    const ended = { ...open, endEarliest: day("2015-06-01") };
    expect(stillThere(ended, "still-there", lastDay)).toEqual(ended);
    const late = { ...open, startEarliest: day("2017-02-01"), startLatest: day("2017-02-01") };
    expect(stillThere(late, "still-there", lastDay)).toEqual(late);
  });
});
