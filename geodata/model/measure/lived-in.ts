// Where people are known to have lived, and where nobody is: a place of which every figure is 0 is drawn, not counted.

import type { Count } from "../record/claim.ts";
import type { Movement } from "../record/movement.ts";
import { filledSpan } from "../time/convention.ts";
import { addDays, type Day } from "../time/day.ts";
import { type Certainty, matches, possiblyIn, type Span, type Window } from "../time/span.ts";
import { CLAIM_LIFETIME_DAYS, claimsOn, peopleOf, presentAt, rangeOf } from "./people.ts";
import type { Site } from "./site.ts";

/** What tells whether somebody lived at a place. */
export type Evidence = {
  readonly counts: readonly Count[];
  readonly movements: readonly Movement[];
};

/** A dated phase of a place; `filled` is its span with what a convention fills, where that is left out of `span`. */
type Phase = Pick<Site, "id" | "span"> & { readonly filled?: Span };

/**
 * The stretches of days of the window on which the phase is there in this reading and not known to be empty, in order;
 * none where nobody is known to live there on any of them.
 *
 * A phase is known to be empty from its first day to its last when every figure of people present is 0 and no
 * movement says that people came to it or left it. One that was lived in
 * at some time is empty from the day on which the newest figures given are all 0. Unlike a number of people, that does
 * not grow old: an empty place is empty until somebody says otherwise.
 */
export function livedIn(
  evidence: Evidence,
  phase: Phase,
  window: Window,
  certainty: Certainty,
): Window[] {
  return inhabited(evidence, phase, window).filter((days) => matches(phase.span, days, certainty));
}

function inhabited(evidence: Evidence, phase: Phase, window: Window): Window[] {
  const seen = daysSeen(phase.span, window);
  const figures = figuresOf(evidence, phase);
  if (!figures.some(isNobody)) return [seen];
  if (!isEverLivedIn(evidence, phase, figures)) return [];
  const stretches: Window[] = [];
  const starts = [seen.from, ...turningDays(figures, seen)];
  for (const [index, from] of starts.entries()) {
    if (from !== null && isEmptyOn(figures, from)) continue;
    const stretch = { from, until: starts[index + 1] ?? seen.until };
    const before = stretches.at(-1);
    if (before && before.until === from)
      stretches[stretches.length - 1] = { ...stretch, from: before.from };
    else stretches.push(stretch);
  }
  return stretches;
}

/** The days of the window on which the thing may have been there. */
export function daysSeen(span: Span, { from, until }: Window): Window {
  const first = from === null ? span.startEarliest : latest(from, span.startEarliest);
  const end = span.endLatest === null ? null : addDays(span.endLatest, 1);
  return { from: first, until: until === null ? end : earliest(until, end) };
}

const latest = (day: Day, other: Day | null): Day =>
  other === null ? day : (Math.max(day, other) as Day);
const earliest = (day: Day, other: Day | null): Day =>
  other === null ? day : (Math.min(day, other) as Day);

/** The figures of people present that were given of a day of the phase. */
function figuresOf({ counts }: Evidence, phase: Phase): Count[] {
  return presentAt(counts, phase.id).filter((count) => isOfPhase(count, phase));
}

/** Whichever way dates are read: a phase is not another one without what a convention fills. */
const isOfPhase = ({ earliest: from, latest: last }: Count, phase: Phase): boolean =>
  possiblyIn(filledSpan(phase), { from, until: addDays(last, 1) });

/** True where the figure says that nobody was there. */
function isNobody(count: Count): boolean {
  const range = rangeOf(count);
  return range !== null && range.high === 0 && !range.atLeast;
}

/** True where a figure that is not 0, or somebody who came or went, tells of people in the phase. */
function isEverLivedIn({ movements }: Evidence, phase: Phase, figures: readonly Count[]): boolean {
  return (
    figures.some((count) => rangeOf(count) !== null && !isNobody(count)) ||
    movements.some(
      ({ fromId, peopleHigh, span, toId }) =>
        (fromId === phase.id || toId === phase.id) &&
        peopleHigh !== 0 &&
        possiblyIn(filledSpan(phase), {
          from: span.startEarliest,
          until: span.endLatest === null ? null : addDays(span.endLatest, 1),
        }),
    )
  );
}

/** The days after the first on which the place may become empty, or be so no more: figures begin and cease to speak. */
function turningDays(figures: readonly Count[], { from, until }: Window): Day[] {
  const days = figures.flatMap((count) => [
    count.earliest,
    addDays(count.latest, CLAIM_LIFETIME_DAYS + 1),
  ]);
  return [...new Set(days)]
    .filter((day) => (from === null || day > from) && (until === null || day < until))
    .sort((a, b) => a - b);
}

/** True where the newest figures given up to the day are all 0: those that speak on it, or else those that did last. */
function isEmptyOn(figures: readonly Count[], day: Day): boolean {
  const given = figures.filter(({ earliest: from }) => from <= day);
  const last = Math.max(...given.map((count) => count.latest)) as Day;
  const people =
    given.length === 0
      ? null
      : peopleOf(claimsOn(given, earliest(day, addDays(last, CLAIM_LIFETIME_DAYS))));
  return people !== null && people.high === 0 && !people.atLeast;
}
