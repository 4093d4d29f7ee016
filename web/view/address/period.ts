// The stretch of days that a dataset is of: what lies outside of it is not shown as if it were.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Problem } from "#model/problem.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { inPeriod, periodOf } from "../question/time.ts";
import { PARAMETERS, type UrlState } from "./url.ts";

type Period = Pick<DatasetMeta, "firstDay" | "lastDay">;

export const isInPeriod = (meta: Period, day: Day) => inPeriod(day, periodOf(meta)) === day;

/** The days that may be asked for, in words. */
export const daysOfPeriod = ({ firstDay, lastDay }: Period): string =>
  `days of the period of the data, ${printDay(firstDay)} to ${printDay(lastDay)}`;

/** Two dates worth comparing: those that the dataset declares, or its first and its last day. */
export function comparedPair({ compare, firstDay, lastDay }: DatasetMeta): {
  readonly from: Day;
  readonly to: Day;
} {
  return compare ?? { from: firstDay, to: lastDay };
}

/** What an address asks for that is outside of the period, parameter by parameter; `dates`: days of maps side by side. */
export function outsidePeriod(
  meta: DatasetMeta,
  { compare, date, time }: Partial<Pick<UrlState, "compare" | "date" | "time">>,
  dates: readonly Day[] = [],
): Problem[] {
  const asked = [
    ["date", date === undefined ? [] : [date], date && PARAMETERS.date.print(date)],
    ["time", time ? [time.first, time.last] : [], time && PARAMETERS.time.print(time)],
    [
      "compare",
      compare === undefined ? [] : [compare],
      compare && PARAMETERS.compare.print(compare),
    ],
    ["dates", dates, dates.map(printDay).join(",")],
  ] as const;
  return asked.flatMap(([name, days, got]) =>
    days.every((day) => isInPeriod(meta, day))
      ? []
      : {
          name,
          got: `${got}`,
          allowed: daysOfPeriod(meta),
        },
  );
}
