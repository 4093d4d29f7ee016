import type { Day } from "#model/time/day.ts";
import type { MonthOfEvents } from "./event-source.ts";

/** The bar of a month in the colours of categories; `counts`: of what the filter leaves, in the order of the categories. */
export function stripedMonth(month: Day, total: number, counts: readonly number[]): MonthOfEvents {
  const left = counts.reduce((sum, count) => sum + count, 0);
  return {
    month,
    total: Math.max(total, left),
    stripes: [
      ...counts.map((count, place) => ({ look: "crowd", place, count })),
      { look: "faint", place: null, count: Math.max(total - left, 0) },
    ],
  };
}
