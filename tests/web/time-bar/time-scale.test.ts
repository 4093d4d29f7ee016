import { describe, expect, it } from "vitest";
import { binsOf } from "#model/time/timeline.ts";
import { day } from "#tests/support/records/records.ts";
import { barOf, dayAtShare, edgeAt, shareAt, viewBox } from "#web/time-bar/axis/time-scale.ts";

const whole = (first: string, last: string) => ({ first: day(first), last: day(last) });

describe("an axis", () => {
  it("of one day has it in its middle, with a bar over all of it", () => {
    const axis = whole("2018-02-03", "2018-02-03");
    const { first } = axis;
    expect(shareAt(first, axis)).toBe(0.5);
    for (const share of [0, 0.25, 0.75]) expect(dayAtShare(share, axis)).toBe(first);
    expect(viewBox(axis, 4)).toBe(`${first} 0 1 4`);
    const [bin] = binsOf("day", { from: first, until: day("2018-02-04") });
    const { width, x } = barOf(bin ?? { from: first, until: first });
    expect(x).toBeGreaterThanOrEqual(first);
    expect(x + width).toBeLessThanOrEqual(first + 1);
    expect(width).toBeGreaterThan(0.8);
  });

  it("of a week has a seventh for each day, the first and the last as the others, and its bar around the date", () => {
    const axis = whole("2018-02-01", "2018-02-07");
    const bins = binsOf("day", { from: axis.first, until: day("2018-02-08") });
    expect(bins).toHaveLength(7);
    for (const [index, bin] of bins.entries()) {
      const { width, x } = barOf(bin);
      expect(width).toBeCloseTo(6 / 7, 9);
      const middle = edgeAt(x + width / 2, axis);
      expect(middle).toBeCloseTo((index + 0.5) / 7, 9);
      expect(shareAt(bin.from, axis)).toBeCloseTo(middle, 9);
      expect(dayAtShare(middle, axis)).toBe(bin.from);
    }
    expect([edgeAt(axis.first, axis), edgeAt(axis.last + 1, axis)]).toEqual([0, 1]);
  });
});
