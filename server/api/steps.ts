// The stretches of days that an analysis is asked of.
import type { SeparationStep } from "#formats/separation.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { addDays, type Day } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { endOf, type Stretch, startOf } from "#model/time/timeline.ts";

/** More steps than this are refused: one request answers at most four years by day. */
export const MAX_STEPS = 1500;

export type DayStep = Exclude<SeparationStep, "change">;

/** The window with open ends closed by the dataset's own period. */
export function within(meta: DatasetMeta, window: Window | undefined): Stretch {
  const from = window?.from ?? meta.firstDay;
  const until = window?.until ?? addDays(meta.lastDay, 1);
  return { from, until };
}

/** The window's own first day, and the first of each step in it; one more than are allowed where there are more. */
export function daysBy(step: DayStep, { from, until }: Stretch): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until && days.length <= MAX_STEPS; day = nextStep(step, day))
    days.push(day);
  return days;
}

function nextStep(step: DayStep, day: Day): Day {
  // Weeks are counted from the window's own first day.
  return endOf(step, step === "week" ? day : startOf(step, day));
}
