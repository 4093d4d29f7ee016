// Bounds of dates that no source gives and a stated convention fills ("one year after the last trace"): always marked,
// only ever possible, and left out where a reader asks for what is attested.
import type { Day } from "./day.ts";
import { possiblyIn, type Span, type Window } from "./span.ts";

export const CONVENTIONS = ["start", "end", "both"] as const;
/** Which of the outer bounds of a span a convention fills: the earliest start, the latest end, or both. */
export type Convention = (typeof CONVENTIONS)[number];

/**
 * The span without what a convention fills. Such a bound falls back to the attested day on its own side, and where
 * that is missing to the nearest day that the other side attests; null where nothing at all is attested, which is then
 * never there. The SQL column `attested_span` says the same.
 */
export function attestedSpan(span: Span, convention: Convention | null): Span | null {
  if (convention === null) return span;
  const attested = [span.startLatest, span.endEarliest].filter((day) => day !== null);
  const hasStart = convention !== "end";
  const hasEnd = convention !== "start";
  const startEarliest = hasStart
    ? (least(attested) ?? (hasEnd ? null : span.endLatest))
    : span.startEarliest;
  const endLatest = hasEnd
    ? (greatest(attested) ?? (hasStart ? null : span.startEarliest))
    : span.endLatest;
  if ((hasStart && startEarliest === null) || (hasEnd && endLatest === null)) return null;
  return { ...span, startEarliest, endLatest };
}

const least = (days: readonly Day[]): Day | null =>
  days.length === 0 ? null : (Math.min(...days) as Day);
const greatest = (days: readonly Day[]): Day | null =>
  days.length === 0 ? null : (Math.max(...days) as Day);

/** What has a span of which a convention may fill bounds. */
type Dated = { readonly span: Span; readonly convention: Convention | null };

/** True where it may have been there in the window, and nothing but a convention says so. */
export function restsOnConvention({ span, convention }: Dated, window: Window): boolean {
  if (convention === null || !possiblyIn(span, window)) return false;
  const attested = attestedSpan(span, convention);
  return attested === null || !possiblyIn(attested, window);
}

/** What is read as it is attested, and remembers the span that a convention filled. */
type Cut = { readonly span: Span; readonly filled?: Span };

/** The same things as they are attested; those of which no day is attested are left out. */
export function withoutConventions<Thing extends Dated>(
  things: readonly Thing[],
): (Thing & Pick<Cut, "filled">)[] {
  return things.flatMap((thing) => {
    const span = attestedSpan(thing.span, thing.convention);
    return span === null ? [] : { ...thing, span, filled: thing.span, convention: null };
  });
}

/** The span with what a convention fills, whichever way the thing is read. */
export function filledSpan({ filled, span }: Cut): Span {
  return filled ?? span;
}
