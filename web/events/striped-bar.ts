import type { Stretch } from "#model/time/timeline.ts";
import type { BarOfEvents } from "./event-source.ts";

/** A bar in the colours of categories; `counts`: of what the filter leaves, in the order of the categories. */
export function stripedBar(
  { from, until }: Stretch,
  total: number,
  counts: readonly number[],
): BarOfEvents {
  const left = counts.reduce((sum, count) => sum + count, 0);
  return {
    from,
    until,
    total: Math.max(total, left),
    stripes: [
      ...counts.map((count, place) => ({ look: "crowd", place, count })),
      { look: "faint", place: null, count: Math.max(total - left, 0) },
    ],
  };
}
