import { type Day, printDay } from "#model/time/day.ts";

/** Inclusive days between two bounds; null is open. */
export type Days = readonly [from: Day | null, until: Day | null];

/** The first and the last day that a package is about, and the time zone whose days they are. */
export type Period = { readonly first: Day; readonly last: Day; readonly timeZone: string };

/** `2014-05-01…2014-05-31`, one day alone, or `no days`. */
export function printDays([from, until]: Days): string {
  if (from === null && until === null) return "no days";
  const print = (day: Day | null) => (day === null ? "" : printDay(day));
  return from === until ? print(from) : `${print(from)}…${print(until)}`;
}
