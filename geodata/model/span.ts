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

/** True when the thing may have been there on some day of the window. */
export function possiblyIn(span: Span, window: Window): boolean {
  return (
    (span.startEarliest === null || window.until === null || span.startEarliest < window.until) &&
    (span.endLatest === null || window.from === null || span.endLatest >= window.from)
  );
}

/** True when the thing was there on some day of the window whatever its true bounds are. */
export function certainlyIn(span: Span, window: Window): boolean {
  return (
    span.startLatest !== null &&
    span.endEarliest !== null &&
    (window.until === null || span.startLatest < window.until) &&
    (window.from === null || span.endEarliest >= window.from)
  );
}

/** The strongest claim that can be made of the thing in the window. */
export function presenceIn(span: Span, window: Window): Presence {
  if (!possiblyIn(span, window)) return "absent";
  return certainlyIn(span, window) ? "certain" : "possible";
}

/** True when the span answers a question asked with this certainty. */
export function matches(span: Span, window: Window, certainty: Certainty): boolean {
  return certainty === "certain" ? certainlyIn(span, window) : possiblyIn(span, window);
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
