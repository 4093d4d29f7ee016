// With which step a film starts, before anybody has chosen one.
import { describe, expect, it } from "vitest";
import { type Day, dayOf } from "#model/time/day.ts";
import { daysOf, firstStep } from "#web/export/animation-plan.ts";

const years = (first: number, last: number) => ({
  first: dayOf(first, 1, 1),
  last: dayOf(last, 12, 31),
});
const monthly = (first: number, count: number): Day[] =>
  Array.from({ length: count }, (_, nth) => dayOf(first + Math.floor(nth / 12), 1 + (nth % 12), 1));

describe("a film that nobody has planned", () => {
  it.each([
    ["months of a few years", years(2013, 2016), [], "month"],
    ["changes, where a decade of one event makes many months", years(1986, 2016), [], "change"],
    ["years, where much happened for long", years(1900, 1950), monthly(1900, 600), "year"],
  ] as const)("shows %s", (_, period, changes, step) => {
    expect(firstStep(() => changes, period)).toBe(step);
    expect(daysOf(() => changes, period, step).length).toBeLessThanOrEqual(60);
  });
});
