// The stretches of days that an analysis is asked of.
import type { SeparationStep } from "#formats/separation.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Problem } from "#model/problem.ts";
import { addDays, type Day } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { type BinStep, binsOf, endOf, type Stretch, startOf } from "#model/time/timeline.ts";
import { daysOfPeriod, isInPeriod } from "#web/view/address/period.ts";

/** More steps than this are refused: one request answers at most four years by day. */
export const MAX_STEPS = 1500;

export type DayStep = Exclude<SeparationStep, "change">;

/** The window with open ends closed by the dataset's own period. */
export function within(meta: DatasetMeta, window: Window | undefined): Stretch {
  const from = window?.from ?? meta.firstDay;
  const until = window?.until ?? addDays(meta.lastDay, 1);
  return { from, until };
}

/** Nobody measures days outside the period: nothing known there would read as nothing there. Open ends are its own. */
export function outsidePeriod(
  meta: DatasetMeta,
  name: string,
  window: Window,
  got: string,
): Problem[] {
  const { from, until } = within(meta, window);
  const isInside = [from, addDays(until, -1)].every((day) => isInPeriod(meta, day));
  return isInside ? [] : [{ name, got, allowed: daysOfPeriod(meta) }];
}

/** The steps in which a timeline is told that asks for none: the first of which there are not too many. */
export function usualStep(stretch: Stretch): BinStep {
  const steps = ["month", "year"] as const;
  return steps.find((step) => binsOf(step, stretch).length <= MAX_STEPS) ?? "decade";
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
