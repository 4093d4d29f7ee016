// Which days an animation shows, how large it is and how long.

import type { SeriesStep } from "#model/measure/separation-series.ts";
import type { Event } from "#model/record/event.ts";
import { addDays, addMonths, type Day, monthStart } from "#model/time/day.ts";

export const ANIMATION_STEPS = ["change", "week", "month", "year"] as const;
export type AnimationStep = (typeof ANIMATION_STEPS)[number];
export const ANIMATION_FORMATS = ["mp4", "webm", "gif", "frames"] as const;
export type AnimationFormat = (typeof ANIMATION_FORMATS)[number];
/** Pixels of the longer side. */
export const LONG_SIDES = [640, 1080, 1280, 1920] as const;
export const MAX_FRAMES = 400;
/** Pictures a second of a video; each day is shown for a whole number of them, a tenth of a second at least. */
export const FRAME_RATE = 10;

/** The days on which an event begins or a measure changes. */
export function daysOfChange(events: readonly Event[], series: readonly SeriesStep[]): Day[] {
  return [
    ...series.map(({ from }) => from),
    ...events.flatMap(({ span }) => span.startEarliest ?? []),
  ];
}

/** The days in turn, the first and the last included; `changes` is asked where each change is a step. */
export function daysOf(
  changes: () => readonly Day[],
  { first, last }: { readonly first: Day; readonly last: Day },
  step: AnimationStep,
): Day[] {
  const within = (days: Iterable<Day>) =>
    [...new Set([first, ...days, last])]
      .filter((day) => day >= first && day <= last)
      .sort((a, b) => a - b);
  if (step === "change") return within(changes());
  const days: Day[] = [];
  const next = (day: Day) => {
    if (step === "week") return addDays(day, 7);
    return monthStart(addMonths(day, step === "year" ? 12 : 1));
  };
  for (let day = first; day <= last && days.length <= MAX_FRAMES; day = next(day)) days.push(day);
  return within(days);
}

/** A film of more is longer than somebody watches: half a minute at the pace at which it starts. */
const WATCHED = 60;

/**
 * The step with which a film of these days starts: months, unless there are so many of them that most pictures would be
 * the same, as where a date is known to the decade.
 */
export function firstStep(
  changes: () => readonly Day[],
  period: { readonly first: Day; readonly last: Day },
): AnimationStep {
  const isWatched = (step: AnimationStep) => daysOf(changes, period, step).length <= WATCHED;
  return (["month", "change"] as const).find(isWatched) ?? "year";
}

/** The size of a picture made to fit, in even numbers, which video asks for. */
export function evenSize(
  { height, width }: { readonly width: number; readonly height: number },
  longSide: number,
): { readonly width: number; readonly height: number } {
  const by = longSide / Math.max(width, height);
  const even = (value: number) => Math.max(2, 2 * Math.round((value * by) / 2));
  return { width: even(width), height: even(height) };
}

/** How many pictures of the video show one day. */
export function repeatsOf(seconds: number): number {
  return Math.max(1, Math.round(seconds * FRAME_RATE));
}
