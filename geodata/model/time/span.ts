import { addDays, type Day } from "./day.ts";

/**
 * When a thing existed or happened, as four inclusive days. Null earliest start or null latest end: unbounded.
 * Null latest start or null earliest end: not attested, so nothing is certain on that side.
 */
export type Span = {
  readonly startEarliest: Day | null;
  readonly startLatest: Day | null;
  readonly endEarliest: Day | null;
  readonly endLatest: Day | null;
};

/** A stretch of days `[from, until)`; null is open. A single date d is `[d, d + 1)`. */
export type Window = { readonly from: Day | null; readonly until: Day | null };

export const CERTAINTIES = ["possible", "certain"] as const;
/** Which reading of the bounds a question asks for; `possible` includes what is certain. */
export type Certainty = (typeof CERTAINTIES)[number];

/** What is known of a thing in a window. */
export type Presence = "certain" | "possible" | "absent";

/** The window of one day. */
export function dayWindow(day: Day): Window {
  return { from: day, until: addDays(day, 1) };
}

/**
 * The window whose things are those that are in both: as each of its sides is a condition of its own, it may end before
 * it starts, and then has what lasts from before its end until after its start.
 */
export function inBoth(one: Window, other: Window): Window {
  const outermost = (pick: (...days: number[]) => number, ...days: (Day | null)[]) => {
    const known = days.filter((day) => day !== null);
    return known.length === 0 ? null : (pick(...known) as Day);
  };
  return {
    from: outermost(Math.max, one.from, other.from),
    until: outermost(Math.min, one.until, other.until),
  };
}

/** How a day is compared with a bound of the window; the texts are operators of SQL, GLSL and MapLibre alike. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** One side of a reading: which day of the span, how it stands to the bound, and what holds when it is not known. */
export type Clause = {
  readonly day: keyof Span;
  readonly is: Comparison;
  readonly ifUnknown: boolean;
};

/** A thing is in the window when its start stands so to the window's `until` and its end so to the window's `from`. */
export type Reading = { readonly start: Clause; readonly end: Clause };

export type TimeRule = Readonly<Record<Certainty, Reading>>;

/**
 * The time rule, once: TypeScript, SQL, the expressions of the map and the shader of the crowd are made from it. A day
 * that is known meets a bound that is open.
 */
export const TIME_RULE: TimeRule = {
  possible: {
    start: { day: "startEarliest", is: "<", ifUnknown: true },
    end: { day: "endLatest", is: ">=", ifUnknown: true },
  },
  certain: {
    start: { day: "startLatest", is: "<", ifUnknown: false },
    end: { day: "endEarliest", is: ">=", ifUnknown: false },
  },
};

/** The comparisons as functions. */
const COMPARE: Readonly<Record<Comparison, (day: number, bound: number) => boolean>> = {
  "<": (day, bound) => day < bound,
  "<=": (day, bound) => day <= bound,
  ">": (day, bound) => day > bound,
  ">=": (day, bound) => day >= bound,
};

/** The outermost day that stands so to the bound: days are whole, so that what is before `bound` is by `bound − 1`. */
export function outermostDay(is: Comparison, bound: number): number {
  return bound + { "<": -1, "<=": 0, ">": 1, ">=": 0 }[is];
}

/** True when the span is in the window in this reading of its bounds. */
export function matches(
  span: Span,
  window: Window,
  certainty: Certainty,
  rule: TimeRule = TIME_RULE,
): boolean {
  const { end, start } = rule[certainty];
  return meets(start, span[start.day], window.until) && meets(end, span[end.day], window.from);
}

/** Whether a day of a span, or that it is not known, stands to a bound of a window as the clause says. */
export function meets(clause: Clause, day: Day | null, bound: Day | null): boolean {
  if (day === null) return clause.ifUnknown;
  return bound === null || COMPARE[clause.is](day, bound);
}

/** True when the thing may have been there on some day of the window. */
export function possiblyIn(span: Span, window: Window): boolean {
  return matches(span, window, "possible");
}

/** True when the thing was there on some day of the window whatever its true bounds are. */
export function certainlyIn(span: Span, window: Window): boolean {
  return matches(span, window, "certain");
}

/** The strongest claim that can be made of the thing in the window. */
export function presenceIn(span: Span, window: Window): Presence {
  if (!possiblyIn(span, window)) return "absent";
  return certainlyIn(span, window) ? "certain" : "possible";
}

/** True when the four days can belong to one thing: each pair ordered, and an end not wholly before its start. */
export function isOrdered(span: Span): boolean {
  const inOrder = (a: Day | null, b: Day | null) => a === null || b === null || a <= b;
  return (
    inOrder(span.startEarliest, span.startLatest) &&
    inOrder(span.endEarliest, span.endLatest) &&
    inOrder(span.startEarliest, span.endLatest) &&
    inOrder(span.startEarliest, span.endEarliest) &&
    inOrder(span.startLatest, span.endLatest)
  );
}

/** The span of something that happened on one day between two. */
export function momentSpan(earliest: Day | null, latest: Day | null): Span {
  return {
    startEarliest: earliest,
    startLatest: latest,
    endEarliest: earliest,
    endLatest: latest,
  };
}
