// Where days stand on the axis of time. A day takes up one unit of it, from its own number to the next: what lasts is drawn
// from the beginning of its first day to the end of its last, a date stands in the middle of its day.
import type { Day } from "#model/time/day.ts";
import type { Stretch } from "#model/time/timeline.ts";
import type { DayRange } from "#web/view/question/time.ts";

const lengthOf = ({ first, last }: DayRange) => last - first + 1;

/** Where a day begins on the axis: 0 where its first day begins, 1 where its last one ends; outside of that out of view. */
export function edgeAt(day: number, axis: DayRange): number {
  return (day - axis.first) / lengthOf(axis);
}

/** Where a date stands on the axis: in the middle of its day. */
export function shareAt(day: number, axis: DayRange): number {
  return edgeAt(day + 0.5, axis);
}

/** A share as a CSS percentage. */
export const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The day at a share (0…1) of the axis. */
export function dayAtShare(share: number, axis: DayRange): Day {
  return Math.floor(axis.first + share * lengthOf(axis)) as Day;
}

/** The part of a drawing, one unit a day, that the axis shows. */
export function viewBox(axis: DayRange, height: number): string {
  return `${axis.first} 0 ${lengthOf(axis)} ${height}`;
}

/** Where the bar of a stretch stands in such a drawing: over its days. Between two bars there is a little room. */
export function barOf({ from, until }: Stretch): { x: number; width: number } {
  const room = Math.min(2, (until - from) / 14);
  return { x: from + room, width: until - from - 2 * room };
}
