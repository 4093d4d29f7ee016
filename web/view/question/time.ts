// What stretch of days is asked for, and the steps that lead through it.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { addDays, addMonths, type Day } from "#model/time/day.ts";
import { dayWindow, type Window } from "#model/time/span.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";

export const TIME_MODES = ["instant", "window", "cumulative"] as const;
/** One day; two days and what lies between; everything from the start of the period. */
export type TimeMode = (typeof TIME_MODES)[number];

export const STEPS = ["day", "week", "month", "year", "event"] as const;
/** How far one step through time goes; `event` goes to the next day on which something begins. */
export type Step = (typeof STEPS)[number];

/** A stretch of days; both ends are included. */
export type DayRange = { readonly first: Day; readonly last: Day };

/** The date or the days that are shown. */
export type ShownTime = {
  readonly mode: TimeMode;
  /** The date shown; of a window its last day. */
  readonly day: Day;
  /** First day of the window; in other modes the day that was marked to become it. */
  readonly start: Day;
};

/** The whole period of a dataset. */
export const periodOf = ({
  firstDay,
  lastDay,
}: Pick<DatasetMeta, "firstDay" | "lastDay">): DayRange => ({
  first: firstDay,
  last: lastDay,
});

/** The day, or the end of the period that is nearest to it. */
export const inPeriod = (day: Day, { first, last }: DayRange) =>
  Math.min(Math.max(day, first), last) as Day;

/** The day that a dataset opens on. */
export function openingDay(meta: DatasetMeta): Day {
  return inPeriod(meta.openingDay, periodOf(meta));
}

/** The first day of the window that ends on a day, as long as nobody has chosen another. */
export const startOfWindow = (day: Day, period: DayRange) =>
  inPeriod(strideFrom(day, stridesOf(period).window, -1), period);

/** The days that are shown, as the time rule takes them. */
export function windowOf({ day, mode, start }: ShownTime, { first }: DayRange): Window {
  const { until } = dayWindow(day);
  if (mode === "instant") return dayWindow(day);
  return { from: mode === "window" ? start : first, until };
}

/** The same at another day, or at the end of the period before it. A window keeps its length. */
export function movedTo(time: ShownTime, day: Day, period: DayRange): ShownTime {
  const target = inPeriod(day, period);
  const start = inPeriod(addDays(target, time.start - time.day), period);
  return { ...time, day: target, start: time.mode === "window" ? start : time.start };
}

/** The day reached by so many calendar steps; of event steps, past the last event, the day itself. */
export function dayAfterSteps(day: Day, step: Step, count: number, eventDays: readonly Day[]): Day {
  switch (step) {
    case "day":
      return addDays(day, count);
    case "week":
      return addDays(day, 7 * count);
    case "month":
      return addMonths(day, count);
    case "year":
      return addMonths(day, 12 * count);
    case "event": {
      const ahead =
        count > 0
          ? eventDays.filter((other) => other > day)
          : eventDays.filter((other) => other < day).reverse();
      return ahead[Math.min(Math.abs(count), ahead.length) - 1] ?? day;
    }
  }
}
