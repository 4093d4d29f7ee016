// The part of the period that an axis of time shows.
import type { Day } from "#model/time/day.ts";
import type { DayRange } from "./time.ts";

const SHORTEST_AXIS_DAYS = 7;

/** The stretch as it can be shown: whole days, inside the period, at least a week long. */
export function fitAxis({ first, last }: DayRange, period: DayRange): DayRange {
  const whole = period.last - period.first;
  const length = Math.min(Math.max(Math.round(last - first), SHORTEST_AXIS_DAYS), whole);
  const from = Math.min(Math.max(Math.round(first), period.first), period.last - length);
  return { first: from as Day, last: (from + length) as Day };
}

/** The axis after zooming by a factor around the day at a share (0…1) of its width. */
export function zoomAxis(axis: DayRange, factor: number, share: number): DayRange {
  const length = axis.last + 1 - axis.first;
  const anchor = axis.first + length * share;
  return {
    first: (anchor - length * factor * share) as Day,
    last: (anchor + length * factor * (1 - share) - 1) as Day,
  };
}

/** The axis after moving by a share of its width. */
export function panAxis(axis: DayRange, share: number): DayRange {
  const shift = (axis.last + 1 - axis.first) * share;
  return { first: (axis.first + shift) as Day, last: (axis.last + shift) as Day };
}
