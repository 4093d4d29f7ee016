// The named periods of a dataset: in which a day falls, and where others begin.
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Day } from "#model/time/day.ts";

type Phases = Dataset["phases"];

/** The place of the period that the day falls in among all; -1 where it falls in none. */
export function periodAt(phases: Phases, day: Day): number {
  return phases.findIndex(
    ({ window: { from, until } }) =>
      (from === null || day >= from) && (until === null || day < until),
  );
}

/** The first day of the next period to begin after the day, or of the last one that began before it. */
export function dayOfPeriod(phases: Phases, day: Day, direction: 1 | -1): Day | undefined {
  const starts = phases.flatMap(({ window }) => window.from ?? []).sort((a, b) => a - b);
  return direction > 0
    ? starts.find((start) => start > day)
    : starts.findLast((start) => start < day);
}
