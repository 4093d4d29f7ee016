// How many events each day begins and ends, category by category: what a histogram and facets of any window need,
// without another look at the events.

import { NO_DAY } from "#model/collection/event-columns.ts";
import { addDays, type Day } from "#model/time/day.ts";
import {
  type Certainty,
  type Reading,
  TIME_RULE,
  type TimeRule,
  type Window,
} from "#model/time/span.ts";
import { lowerBound } from "#web/view/crowd/bands.ts";
import { outermostDays } from "#web/view/crowd/day-bounds.ts";
import type { BandedBlock, CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import type { DayRange } from "#web/view/question/time.ts";

/**
 * Of one category: `begun[d]` events may have begun (certainly had begun) by the end of day `first + d`, `over[d]` were
 * over for certain (may have been over) before its start. The days before the first are counted with it.
 */
type Counts = { readonly begun: Int32Array; readonly over: Int32Array };

/**
 * Events certain only of windows that hold all of them, as those known to the month are: counted one by one, by their
 * starts, so that only those of a window are looked at.
 */
type Loose = Readonly<Record<"starts" | "ends" | "categories", Int32Array>>;

export type DayCounts = {
  readonly range: DayRange;
  readonly reading: Reading;
  readonly byCategory: readonly Counts[];
  readonly loose: Loose;
};

/** Counts events over the days of the range: those that the filter leaves, of blocks that have been filtered, else all. */
export function countDays(
  blocks: readonly (BandedBlock | CrowdBlock)[],
  range: DayRange,
  categories: number,
  certainty: Certainty,
  rule: TimeRule = TIME_RULE,
): DayCounts {
  const reading = rule[certainty];
  const days = range.last - range.first + 2;
  const byCategory = Array.from({ length: categories }, () => ({
    begun: new Int32Array(days),
    over: new Int32Array(days),
  }));
  const loose = { starts: [] as number[], ends: [] as number[], categories: [] as number[] };
  const place = (day: number) => Math.min(Math.max(day - range.first, 0), days - 1);
  for (const block of blocks) {
    const [starts, ends] = [block[reading.start.day], block[reading.end.day]];
    const left = "left" in block ? block.left : null;
    for (let index = 0; index < block.x.length; index++) {
      if (left && left[index] !== 1) continue;
      const [start, end] = [starts[index] ?? NO_DAY, ends[index] ?? NO_DAY];
      const category = block.category[index] ?? 0;
      const counts = byCategory[category];
      if (!counts || (start === NO_DAY && !reading.start.ifUnknown)) continue;
      if (end === NO_DAY && !reading.end.ifUnknown) continue;
      if (start !== NO_DAY && end !== NO_DAY && end < start) {
        loose.starts.push(start);
        loose.ends.push(end);
        loose.categories.push(category);
        continue;
      }
      const begins = start === NO_DAY ? 0 : place(start);
      counts.begun[begins] = (counts.begun[begins] ?? 0) + 1;
      if (end === NO_DAY) continue;
      const isOver = place(end + 1);
      counts.over[isOver] = (counts.over[isOver] ?? 0) + 1;
    }
  }
  for (const { begun, over } of byCategory)
    for (let day = 1; day < days; day++) {
      begun[day] = (begun[day] ?? 0) + (begun[day - 1] ?? 0);
      over[day] = (over[day] ?? 0) + (over[day - 1] ?? 0);
    }
  return { range, reading, byCategory, loose: byStart(loose) };
}

/** In the order of their starts: start and place in one number each, which sort more quickly than anything compared by us. */
function byStart({ categories, ends, starts }: Record<keyof Loose, readonly number[]>): Loose {
  const count = starts.length;
  const least = starts.reduce((one, other) => Math.min(one, other), 0);
  const order = Float64Array.from(starts, (start, index) => (start - least) * count + index).sort();
  const ordered = (column: readonly number[]) =>
    Int32Array.from(order, (place) => column[place % count] ?? 0);
  return { starts: ordered(starts), ends: ordered(ends), categories: ordered(categories) };
}

/** The days of the range, after its first, on which some event begins. */
export function daysOfBeginning({ byCategory, range }: DayCounts): Day[] {
  const days: Day[] = [];
  for (let day = 1; day <= range.last - range.first; day++)
    if (byCategory.some(({ begun }) => (begun[day] ?? 0) > (begun[day - 1] ?? 0)))
      days.push(addDays(range.first, day));
  return days;
}

/** The events open in a window within the range, category by category: begun before its end, less those over before its start. */
export function openByCategory(
  { byCategory, loose, range, reading }: DayCounts,
  window: Window,
): number[] {
  const last = range.last - range.first + 1;
  const { firstEnd, lastStart } = outermostDays(reading, window);
  const [until, from] = [lastStart - range.first, firstEnd - range.first];
  const counts = byCategory.map(({ begun, over }) => {
    if (until < 0) return 0;
    const started = begun[Math.min(until, last)] ?? 0;
    return started - (from < 0 ? 0 : (over[Math.min(from, last)] ?? 0));
  });
  const { categories, ends, starts } = loose;
  // Each ends before it starts: one that starts before the first end is over by then.
  const first = lowerBound(starts, 0, starts.length, firstEnd);
  for (let index = first; (starts[index] ?? Number.POSITIVE_INFINITY) <= lastStart; index++) {
    const category = categories[index] ?? 0;
    if ((ends[index] ?? NO_DAY) >= firstEnd) counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts;
}
