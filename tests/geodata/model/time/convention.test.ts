import { describe, expect, it } from "vitest";
import { attestedSpan, restsOnConvention, withoutConventions } from "#model/time/convention.ts";
import { printDay } from "#model/time/day.ts";
import { presenceIn } from "#model/time/span.ts";
import { CONVENTION_CASES, spanOf } from "#tests/support/cases/convention-cases.ts";
import { createSite, onDay, spanBetween } from "#tests/support/records/records.ts";

describe("a span without what a convention fills", () => {
  it.each(CONVENTION_CASES)("$name", ({ span, convention, attested }) => {
    const left = attestedSpan(spanOf(span), convention);
    const text = (day: number | null) => (day === null ? null : printDay(day as never));
    expect(left && [text(left.startEarliest), text(left.endLatest)]).toEqual(attested);
  });
});

describe("what rests on a convention", () => {
  const span = {
    ...spanBetween("2014-03-01", "2014-06-01"),
    startEarliest: spanBetween("2014-01-01", "2014-01-01").startEarliest,
  };
  const site = createSite({ span, convention: "start" });

  it("is marked on the days that nothing else speaks of, and is only possible there", () => {
    expect(restsOnConvention(site, onDay("2014-02-28"))).toBe(true);
    expect(presenceIn(site.span, onDay("2014-02-28"))).toBe("possible");
    expect(restsOnConvention(site, onDay("2014-03-01"))).toBe(false);
    expect(presenceIn(site.span, onDay("2014-03-01"))).toBe("certain");
    expect(restsOnConvention(site, onDay("2013-12-31"))).toBe(false);
  });

  it("is gone without it, and what is attested stays as certain as it was", () => {
    const [left] = withoutConventions([site]);
    if (!left) throw new Error("the site is gone");
    expect(presenceIn(left.span, onDay("2014-02-28"))).toBe("absent");
    expect(presenceIn(left.span, onDay("2014-03-01"))).toBe("certain");
    expect(
      withoutConventions([
        createSite({ span: { ...span, startLatest: null, endEarliest: null }, convention: "both" }),
      ]),
    ).toEqual([]);
  });
});
