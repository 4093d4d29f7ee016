// How many things fall in each of some stretches of days, which follow each other: the bars of a histogram.
import { addDays, addMonths, civil, type Day, dayOf, monthStart } from "./day.ts";
import { type Certainty, matches, type Span } from "./span.ts";

/** Days of which the first is in it, the last is not. */
export type Stretch = { readonly from: Day; readonly until: Day };

/** Of decades no period that can be written has 1500. */
export const BIN_STEPS = ["day", "week", "month", "year", "decade"] as const;
export type BinStep = (typeof BIN_STEPS)[number];

/** The longest periods, in days, that are told by days and so on: two months, a year and a month, forty and 400 years. */
const LONGEST: readonly (readonly [step: BinStep, days: number])[] = [
  ["day", 62],
  ["week", 400],
  ["month", 14_610],
  ["year", 146_097],
];

/** How a period of these days, both ends included, is divided: so that its bars are neither few nor too thin to see. */
export function binStepOf({ first, last }: { readonly first: Day; readonly last: Day }): BinStep {
  const days = last - first + 1;
  return LONGEST.find(([, longest]) => days <= longest)?.[0] ?? "decade";
}

/** The days, weeks from Monday, months, years or decades of the stretch; of those that it cuts the days in it. */
export function binsOf(step: BinStep, { from, until }: Stretch): Stretch[] {
  const bins: Stretch[] = [];
  for (let start = startOf(step, from); start < until; start = endOf(step, start)) {
    const end = endOf(step, start);
    bins.push({ from: Math.max(start, from) as Day, until: Math.min(end, until) as Day });
  }
  return bins;
}

/** The first year of the ten in which it is: 1990 of 1999, in astronomical numbering. */
const decadeOf = (year: number): number => year - (((year % 10) + 10) % 10);

/** Days from a Monday to 1970-01-01. */
const SINCE_MONDAY = 3;

/** The first day of the day, week from Monday, month, year or decade in which the day is. */
export function startOf(step: BinStep, day: Day): Day {
  switch (step) {
    case "day":
      return day;
    case "week":
      return addDays(day, -((((day + SINCE_MONDAY) % 7) + 7) % 7));
    case "month":
      return monthStart(day);
    case "year":
      return dayOf(civil(day).year, 1, 1);
    case "decade":
      return dayOf(decadeOf(civil(day).year), 1, 1);
  }
}

/** The first day after the day, week, month, year or decade that begins so. */
export function endOf(step: BinStep, start: Day): Day {
  switch (step) {
    case "day":
      return addDays(start, 1);
    case "week":
      return addDays(start, 7);
    case "month":
      return addMonths(start, 1);
    case "year":
      return addMonths(start, 12);
    case "decade":
      return dayOf(decadeOf(civil(start).year) + 10, 1, 1);
  }
}

/** How many things fall in one stretch, by category. */
export type TimelineBin = {
  readonly total: number;
  readonly byCategory: Readonly<Record<string, number>>;
};

/** Counts, for each stretch, the things that fall in it; a thing that may fall in two is counted in both. */
export function countInBins(
  things: readonly { readonly span: Span; readonly category: string }[],
  bins: readonly Stretch[],
  certainty: Certainty,
): TimelineBin[] {
  return bins.map((window) => {
    const inBin = things.filter((thing) => matches(thing.span, window, certainty));
    const byCategory: Record<string, number> = {};
    for (const { category } of inBin) byCategory[category] = (byCategory[category] ?? 0) + 1;
    return { total: inBin.length, byCategory };
  });
}
