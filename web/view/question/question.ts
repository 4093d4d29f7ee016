// What is asked of a dataset: which days, how certain, with which filter, beside which other date.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import type { Day } from "#model/time/day.ts";
import type { Certainty } from "#model/time/span.ts";
import {
  type DayRange,
  inPeriod,
  openingDay,
  periodOf,
  type ShownTime,
  startOfWindow,
  type TimeMode,
} from "./time.ts";

/** As somebody asks it; what is undefined is left to the dataset. */
export type Asked = {
  readonly day: Day | undefined;
  /** First and last day of a window. */
  readonly range: DayRange | undefined;
  readonly mode: TimeMode | undefined;
  readonly certainty: Certainty | undefined;
  readonly conventions: boolean | undefined;
  readonly filter: Filter;
  /** A second date that stands beside the first. */
  readonly compare: Day | undefined;
};

export const NOTHING_ASKED: Asked = {
  day: undefined,
  range: undefined,
  mode: undefined,
  certainty: undefined,
  conventions: undefined,
  filter: NO_FILTER,
  compare: undefined,
};

/** The whole of it: nothing is left open, and no day is outside of the period. */
export type Question = ShownTime & {
  readonly certainty: Certainty;
  /** Whether bounds of dates count that no source gives and a convention fills. */
  readonly conventions: boolean;
  readonly filter: Filter;
  readonly compare: Day | null;
};

/** The mode where none is asked for: whoever names a date means that day. */
export function impliedMode(
  { openingMode }: DatasetMeta,
  { compare, day }: Pick<Asked, "compare" | "day">,
): TimeMode {
  return day === undefined && compare === undefined ? openingMode : "instant";
}

export function questionOf(meta: DatasetMeta, asked: Asked): Question {
  const { certainty = "possible", compare = null, conventions = true, filter, range } = asked;
  const period = periodOf(meta);
  const day = inPeriod(range?.last ?? asked.day ?? openingDay(meta), period);
  return {
    mode: range ? "window" : (asked.mode ?? impliedMode(meta, asked)),
    day,
    start: range ? inPeriod(range.first, period) : startOfWindow(day, period),
    certainty,
    conventions,
    filter,
    compare: compare && inPeriod(compare, period),
  };
}
