import { describe, expect, it } from "vitest";
import { binsOf } from "#model/time/timeline.ts";
import { day } from "#tests/support/records/records.ts";
import { barOf, dayAtShare, shareAt, viewBox } from "#web/time-bar/time-scale.ts";

const whole = (first: string, last: string) => ({ first: day(first), last: day(last) });

describe("an axis", () => {
  it("of one day has it in its middle, with a bar over all of it", () => {
    const axis = whole("2018-02-03", "2018-02-03");
    const { first } = axis;
    expect(shareAt(first, axis)).toBe(0.5);
    for (const share of [0, 0.25, 0.75]) expect(dayAtShare(share, axis)).toBe(first);
    expect(viewBox(axis, 4)).toBe(`${first - 0.5} 0 1 4`);
    const [bin] = binsOf("day", { from: first, until: day("2018-02-04") });
    const { width, x } = barOf(bin ?? { from: first, until: first }, axis);
    expect(x).toBeGreaterThanOrEqual(first - 0.5);
    expect(x + width).toBeLessThanOrEqual(first + 0.5);
    expect(width).toBeGreaterThan(0.8);
  });

  it("of a week has the bar of each day around it, those of its ends by half", () => {
    const axis = whole("2018-02-01", "2018-02-07");
    const bins = binsOf("day", { from: axis.first, until: day("2018-02-08") });
    expect(bins).toHaveLength(7);
    for (const [index, bin] of bins.entries()) {
      const { width, x } = barOf(bin, axis);
      const isEnd = index === 0 || index === 6;
      expect(width).toBeCloseTo(isEnd ? 3 / 7 : 6 / 7, 9);
      expect(x + width / 2).toBeCloseTo(bin.from + (index === 0 ? 0.25 : isEnd ? -0.25 : 0), 9);
    }
    expect([shareAt(axis.first, axis), shareAt(axis.last, axis)]).toEqual([0, 1]);
    for (const { from } of bins) expect(dayAtShare(shareAt(from, axis), axis)).toBe(from);
  });
});
