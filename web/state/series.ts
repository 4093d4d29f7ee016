import { addDays, type Day } from "#model/day.ts";
import { CLAIM_LIFETIME_DAYS } from "#model/people.ts";
import type { Count } from "#model/record.ts";
import { measureSeparation, type Separation, type Site } from "#model/separation.ts";
import { type Certainty, dayWindow } from "#model/span.ts";

/** The measures of one stretch of days over which they do not change. */
export type SeriesStep = {
  readonly from: Day;
  readonly until: Day;
  readonly measured: Separation;
};

/**
 * The measures over the period, as steps: a new one begins only on a day on which some site may open or close, or a
 * figure begins or ceases to speak. Nothing is interpolated between them.
 */
export function separationSeries(
  sites: readonly Site[],
  counts: readonly Count[],
  firstDay: Day,
  lastDay: Day,
  certainty: Certainty,
): SeriesStep[] {
  const days = changeDays(sites, counts, firstDay, lastDay);
  return days.map((from, index) => ({
    from,
    until: days[index + 1] ?? addDays(lastDay, 1),
    measured: measureSeparation(sites, counts, dayWindow(from), certainty),
  }));
}

/** The step that holds the day; undefined outside of the period. */
export function stepAt(series: readonly SeriesStep[], day: Day): SeriesStep | undefined {
  return series.find((step) => day >= step.from && day < step.until);
}

function changeDays(
  sites: readonly Site[],
  counts: readonly Count[],
  firstDay: Day,
  lastDay: Day,
): Day[] {
  const days = new Set<Day>([firstDay]);
  const add = (day: Day | null) => {
    if (day !== null && day > firstDay && day <= lastDay) days.add(day);
  };
  const after = (day: Day | null) => (day === null ? null : addDays(day, 1));
  const ids = new Set<string>();
  for (const { id, span } of sites) {
    ids.add(id);
    for (const day of [
      span.startEarliest,
      span.startLatest,
      after(span.endEarliest),
      after(span.endLatest),
    ])
      add(day);
  }
  for (const count of counts) {
    if (count.measure !== "present" || !ids.has(count.placeId)) continue;
    add(count.earliest);
    add(addDays(count.latest, CLAIM_LIFETIME_DAYS + 1));
  }
  return [...days].sort((a, b) => a - b);
}
