import { failed, quote, type Result } from "../problem.ts";
import { addDays, type Day, printDay } from "./day.ts";
import { parseAskedDay } from "./instant.ts";
import type { Window } from "./span.ts";

const ALLOWED =
  "a day (2014-05-28), a date-time (2014-05-28T12:00:00Z), or an interval of them with .. for an open end (2014-05-28/2014-07-02, ../2015-06-02, 2016-01-01/..), start not after end";

/**
 * Reads the OGC API `datetime` parameter (Features Part 1, 7.15.4): an instant or an interval, both ends included.
 * An instant d becomes the window `[d, d + 1)`, an interval a/b becomes `[a, b + 1)`.
 */
export function parseDatetime(text: string, timeZone = "UTC"): Result<Window> {
  const wrong = failed({ name: "datetime", got: quote(text), allowed: ALLOWED });
  const sides = text.split("/");
  if (sides.length > 2) return wrong;
  if (sides.length === 1) {
    const day = parseAskedDay(text, timeZone);
    return day === undefined ? wrong : { ok: true, value: { from: day, until: addDays(day, 1) } };
  }
  const [from, last] = sides.map((side) => (isOpen(side) ? null : parseAskedDay(side, timeZone)));
  if (from === undefined || last === undefined) return wrong;
  if (from === null && last === null && !sides.some((side) => side === "..")) return wrong;
  if (from !== null && last !== null && from > last) return wrong;
  return { ok: true, value: { from, until: last === null ? null : addDays(last, 1) } };
}

/** The window as a `datetime` parameter; parsing it gives the same window again. */
export function printDatetime(window: Window): string {
  const { from, until } = window;
  if (from !== null && until !== null && until === from + 1) return printDay(from);
  const side = (day: Day | null) => (day === null ? ".." : printDay(day));
  return `${side(from)}/${side(until === null ? null : addDays(until, -1))}`;
}

function isOpen(side: string): boolean {
  return side === ".." || side === "";
}
