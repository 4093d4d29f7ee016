import { addDays, type Day } from "#model/day.ts";
import type { Count } from "#model/record.ts";
import { measureSeparation, type Site } from "#model/separation.ts";
import { type Certainty, dayWindow } from "#model/span.ts";

/** The measures of one stretch of days over which they do not change. */
export type SeriesStep = {
  readonly from: Day;
  readonly until: Day;
  readonly sites: number;
  readonly meanM: number | null;
  readonly minM: number | null;
  readonly maxM: number | null;
  readonly shareBeyond: number | null;
};

/**
 * Distance and share beyond the bypass over the period, as steps: a new one begins only on a day on which some site
 * may open or close. Nothing is interpolated between them.
 */
export function separationSeries(
  sites: readonly Site[],
  counts: readonly Count[],
  firstDay: Day,
  lastDay: Day,
  certainty: Certainty,
): SeriesStep[] {
  const days = changeDays(sites, firstDay, lastDay);
  return days.map((from, index) => {
    const until = days[index + 1] ?? addDays(lastDay, 1);
    const measured = measureSeparation(sites, counts, dayWindow(from), certainty);
    return {
      from,
      until,
      sites: measured.siteCounts.total,
      meanM: measured.distance?.mean ?? null,
      minM: measured.distance?.min ?? null,
      maxM: measured.distance?.max ?? null,
      shareBeyond: measured.shareOfSitesBeyond,
    };
  });
}

function changeDays(sites: readonly Site[], firstDay: Day, lastDay: Day): Day[] {
  const days = new Set<Day>([firstDay]);
  const after = (day: Day | null) => (day === null ? null : addDays(day, 1));
  for (const { span } of sites) {
    const { startEarliest, startLatest, endEarliest, endLatest } = span;
    for (const day of [startEarliest, startLatest, after(endEarliest), after(endLatest)])
      if (day !== null && day > firstDay && day <= lastDay) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}
