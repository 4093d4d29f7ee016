// The places as threads in time: from the first day on which each counts to its last, in runs that change only on a day on
// which something does. What is counted on a day is what the measures count, so that threads add up to the readout.
import type { Dataset } from "#model/dataset/dataset.ts";
import { openSites, type SiteRecords } from "#model/measure/open-sites.ts";
import { type PeopleRange, presentAt } from "#model/measure/people.ts";
import { changeDays } from "#model/measure/separation-series.ts";
import type { Side, Site } from "#model/measure/site.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { type Certainty, dayWindow } from "#model/time/span.ts";
import { type DayRange, periodOf } from "#web/view/question/time.ts";
import { measuredRecords, type Reading } from "#web/view/scene/measures.ts";
import { perDataset } from "#web/view/scene/per-dataset.ts";

/** Days on which the same is known of a place. */
export type ThreadRun = {
  readonly from: Day;
  /** The first day on which something else is. */
  readonly until: Day;
  readonly isCertain: boolean;
  /** Null where nobody's figure is recent: unknown, not zero. */
  readonly people: PeopleRange | null;
};

/** A place on one side of the line, and when it counts there. */
export type Thread = {
  readonly siteId: string;
  /** Null in a dataset without a line. */
  readonly side: Side | null;
  /** In their order; there are days between two of them where the place does not count. */
  readonly runs: readonly ThreadRun[];
};

const knownThreads = perDataset(() => new Map<string, readonly Thread[]>());

/** The threads of a dataset over its period, as its dates are read; the earliest first. */
export function threadsOf(dataset: Dataset, reading: Reading): readonly Thread[] {
  const { certainty, conventions } = reading;
  const known = knownThreads(dataset);
  const key = `${certainty} ${conventions}`;
  const threads =
    known.get(key) ??
    threadsIn(measuredRecords(dataset, conventions), periodOf(dataset.meta), certainty);
  known.set(key, threads);
  return threads;
}

/** The threads of the sites that count on some day of the period; the earliest first. */
export function threadsIn(
  records: SiteRecords,
  period: DayRange,
  certainty: Certainty,
): readonly Thread[] {
  const phases = new Map<string, Site[]>();
  for (const site of records.sites) {
    const others = phases.get(site.id);
    if (others) others.push(site);
    else phases.set(site.id, [site]);
  }
  const threads = new Map<string, { siteId: string; side: Side | null; runs: ThreadRun[] }>();
  for (const site of records.sites) {
    const whole = (site.partOf === null ? undefined : phases.get(site.partOf)) ?? [];
    const runs = runsIn({ ...records, sites: [site, ...whole] }, site, period, certainty);
    if (runs.length === 0) continue;
    const key = JSON.stringify([site.id, site.side]);
    const thread = threads.get(key);
    if (thread) thread.runs = [...thread.runs, ...runs].sort((a, b) => a.from - b.from);
    else threads.set(key, { siteId: site.id, side: site.side, runs });
  }
  return [...threads.values()].sort(
    (a, b) => firstOf(a) - firstOf(b) || (a.siteId < b.siteId ? -1 : 1),
  );
}

/** The first day of a thread. */
export const firstOf = ({ runs }: Thread): number => runs[0]?.from ?? 0;
/** The first day after a thread. */
export const endOf = ({ runs }: Thread): number => Math.max(...runs.map(({ until }) => until));

/** The run of a day; undefined where the place does not count on it. */
export const runOn = ({ runs }: Thread, day: Day): ThreadRun | undefined =>
  runs.find(({ from, until }) => day >= from && day < until);

/** `near`: the site, and the whole that it is part of, which alone decide whether it counts. */
function runsIn(
  near: SiteRecords,
  site: Site,
  { first, last }: DayRange,
  certainty: Certainty,
): ThreadRun[] {
  const end = addDays(last, 1);
  const counts = presentAt(near.counts, site.id);
  const days = changeDays({ ...near, counts }, { from: first, until: end });
  const runs: ThreadRun[] = [];
  for (const [index, from] of days.entries()) {
    const open = openSites(near, dayWindow(from), certainty).find(
      ({ id, span }) => id === site.id && span === site.span,
    );
    if (!open) continue;
    const until = days[index + 1] ?? end;
    const { people } = open;
    const isCertain = open.presence === "certain";
    const before = runs.at(-1);
    if (
      before?.until === from &&
      before.isCertain === isCertain &&
      JSON.stringify(before.people) === JSON.stringify(people)
    )
      runs[runs.length - 1] = { ...before, until };
    else runs.push({ from, until, isCertain, people });
  }
  return runs;
}
