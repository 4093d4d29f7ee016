// The window of the time rule as numbers, for columns of days.
import { NO_DAY } from "#model/collection/event-columns.ts";
import { outermostDay, type Reading, type Window } from "#model/time/span.ts";

const [BEFORE_ALL, AFTER_ALL] = [NO_DAY + 1, 2 ** 31 - 1];

/** The window, its open ends beyond any day. */
export function boundsOf({ from, until }: Window): {
  readonly from: number;
  readonly until: number;
} {
  return { from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL };
}

/** The last day on which what is in the window can start, and the first on which it can end. */
export function outermostDays(
  { end, start }: Reading,
  window: Window,
): { readonly lastStart: number; readonly firstEnd: number } {
  const { from, until } = boundsOf(window);
  return { lastStart: outermostDay(start.is, until), firstEnd: outermostDay(end.is, from) };
}
