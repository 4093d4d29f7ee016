// The measures of what is shown: no filter changes them.

import type { Dataset } from "#model/dataset/dataset.ts";
import { changesBetween } from "#model/measure/changes.ts";
import type { SeparationRecords } from "#model/measure/separation.ts";
import {
  measureSeparation,
  type SeriesStep,
  separationSeries,
} from "#model/measure/separation-series.ts";
import { withoutConventions } from "#model/time/convention.ts";
import type { Day } from "#model/time/day.ts";
import type { Question } from "#web/view/question/question.ts";
import { periodOf, windowOf } from "#web/view/question/time.ts";
import type { ComparedChanges } from "./compared-changes.ts";
import { perDataset } from "./per-dataset.ts";
import { sitesOf } from "./sites.ts";

type Dated = Parameters<typeof withoutConventions>[0][number];
/** How dates are read. */
export type Reading = Pick<Question, "certainty" | "conventions">;

/** Things with the dates that conventions fill, or as far as they are attested. */
export function datedBy<Thing extends Dated>(
  conventions: boolean,
  things: readonly Thing[],
): readonly Thing[] {
  return conventions ? things : withoutConventions(things);
}

const recordsWith = (conventions: boolean) =>
  perDataset(
    (dataset): SeparationRecords => ({
      sites: datedBy(conventions, sitesOf(dataset)),
      counts: dataset.counts,
      movements: dataset.movements,
    }),
  );
const [filled, attested] = [recordsWith(true), recordsWith(false)];

/** What is measured. */
export function measuredRecords(dataset: Dataset, conventions: boolean): SeparationRecords {
  return (conventions ? filled : attested)(dataset);
}

const knownSeries = perDataset(() => new Map<string, readonly SeriesStep[]>());

/** The measures over the whole period, which are the same for every date and filter. */
export function seriesOf(dataset: Dataset, reading: Reading): readonly SeriesStep[] {
  const { certainty, conventions } = reading;
  const { firstDay, lastDay } = dataset.meta;
  const known = knownSeries(dataset);
  const key = `${certainty} ${conventions}`;
  const series =
    known.get(key) ??
    separationSeries(measuredRecords(dataset, conventions), firstDay, lastDay, certainty);
  known.set(key, series);
  return series;
}

/** Of one day, or of a stretch of days: people are then those of its highest day. */
export function separationOf(dataset: Dataset, question: Omit<Question, "filter" | "compare">) {
  const { certainty, conventions, mode } = question;
  return measureSeparation(
    measuredRecords(dataset, conventions),
    windowOf(question, periodOf(dataset.meta)),
    certainty,
    mode === "instant" ? undefined : seriesOf(dataset, question),
  );
}

/** What changed between two dates, whichever is the earlier. */
export function comparedChanges(
  dataset: Dataset,
  { certainty, conventions }: Reading,
  day: Day,
  other: Day,
): ComparedChanges {
  const [from, to] = other <= day ? [other, day] : [day, other];
  const records = measuredRecords(dataset, conventions);
  return { from, to, ...changesBetween(records, from, to, certainty) };
}
