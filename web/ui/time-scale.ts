import type { Day } from "#model/day.ts";

/** Share of the period that has passed at the day, as a CSS percentage. */
export function percentAt(day: Day, firstDay: Day, lastDay: Day): string {
  return `${(((day - firstDay) / (lastDay - firstDay)) * 100).toFixed(3)}%`;
}
