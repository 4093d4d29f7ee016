// The measures through time: constant between the days on which something changes, and never interpolated.
import { PRESENT } from "../record/claim.ts";
import { addDays, type Day } from "../time/day.ts";
import { type Certainty, dayWindow, type Window } from "../time/span.ts";
import { CLAIM_LIFETIME_DAYS } from "./people.ts";
import {
  measureDay,
  measureSites,
  type PeopleMeasures,
  type Separation,
  type SeparationRecords,
} from "./separation.ts";

/** The measures of one stretch of days over which they do not change. */
export type SeriesStep = {
  readonly from: Day;
  /** The first day on which they may be others. */
  readonly until: Day;
  readonly measured: Separation;
};

/**
 * The measures over the period, both days included, as steps: a new one begins only on a day on which some site opens
 * or closes, possibly or certainly, or a figure begins or ceases to speak.
 */
export function separationSeries(
  records: SeparationRecords,
  firstDay: Day,
  lastDay: Day,
  certainty: Certainty,
): SeriesStep[] {
  const days = changeDays(records, { from: firstDay, until: addDays(lastDay, 1) });
  return days.map((from, index) => ({
    from,
    until: days[index + 1] ?? addDays(lastDay, 1),
    measured: measureDay(records, from, certainty),
  }));
}

/** The step that holds the day; undefined outside of the period. */
export function stepAt(series: readonly SeriesStep[], day: Day): SeriesStep | undefined {
  return series.find((step) => day >= step.from && day < step.until);
}

/** The first day of the window, and every other of its days on which a measure can change; ascending. */
export function changeDays({ sites, counts }: SeparationRecords, { from, until }: Window): Day[] {
  const days = new Set<Day>(from === null ? [] : [from]);
  const add = (day: Day | null) => {
    if (day !== null && (from === null || day > from) && (until === null || day < until))
      days.add(day);
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
    if (count.measure !== PRESENT || !ids.has(count.placeId)) continue;
    add(count.earliest);
    add(addDays(count.latest, CLAIM_LIFETIME_DAYS + 1));
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * The measures of a window. Of more than one day, sites are the different ones that were there at some time, and
 * people are those of the day of the window with the highest number: what was never there at one time is not added up.
 * `series`: the measures through time with the same certainty, where they are known already; it covers the window.
 */
export function measureSeparation(
  records: SeparationRecords,
  window: Window,
  certainty: Certainty,
  series?: readonly SeriesStep[],
): Separation {
  const { from } = window;
  if (from !== null && isOneDay(window)) return measureDay(records, from, certainty);
  const steps = series ? stepsIn(series, window) : measuredIn(records, window, certainty);
  return { ...measureSites(records, window, certainty), people: highestPeople(steps) };
}

function stepsIn(series: readonly SeriesStep[], { from, until }: Window) {
  return series
    .filter((step) => (from === null || step.until > from) && (until === null || step.from < until))
    .map((step) => ({
      day: from === null ? step.from : (Math.max(step.from, from) as Day),
      people: step.measured.people,
    }));
}

function measuredIn(records: SeparationRecords, window: Window, certainty: Certainty) {
  return changeDays(records, window).map((day) => ({
    day,
    people: measureDay(records, day, certainty).people,
  }));
}

type DayOfPeople = { readonly day: Day; readonly people: PeopleMeasures };

const NOBODY_COUNTED: PeopleMeasures = {
  day: null,
  total: null,
  countedTwice: { people: 0, pairs: [] },
  byConvention: null,
  sitesCounted: 0,
  sitesOpen: 0,
  weightedDistance: null,
  shareBeyond: null,
  largest: null,
};

/** The people of the day with the highest number; of several the one with the higher low end, then the first. */
function highestPeople(days: readonly DayOfPeople[]): PeopleMeasures {
  let highest: DayOfPeople | undefined;
  for (const one of days) {
    const [mine, best] = [one.people.total, highest?.people.total];
    if (
      mine &&
      (!best || mine.high > best.high || (mine.high === best.high && mine.low > best.low))
    )
      highest = one;
  }
  if (highest) return { ...highest.people, day: highest.day };
  return {
    ...NOBODY_COUNTED,
    sitesOpen: Math.max(0, ...days.map(({ people }) => people.sitesOpen)),
  };
}

/** True for a window of one day. */
export function isOneDay({ from, until }: Window): boolean {
  return from !== null && until === dayWindow(from).until;
}
