// How many people a place is said to hold at a date: whose numbers still speak, and the range they leave.

import { type Claim, type Count, PRESENT } from "../record/claim.ts";
import { addDays, type Day } from "../time/day.ts";
import type { Window } from "../time/span.ts";

/** A number older than this says nothing of the date any more. */
export const CLAIM_LIFETIME_DAYS = 180;

/** A number this much older than the newest one of its place is superseded by it, whoever counted. */
export const CLAIM_SUPERSEDED_DAYS = 90;

/** The range that the claims leave; bounds that a claim does not give are marked, not invented. */
export type PeopleRange = {
  readonly low: number;
  readonly high: number;
  /** The highest claim says "at least": the true upper bound is not known. */
  readonly atLeast: boolean;
};

/**
 * The claims of people present at the place that still speak at the end of the window: of each kind of counter the
 * latest date, all its claims of that date, none older than 180 days, none more than 90 days older than the newest.
 * Newest first; empty when nothing is known.
 */
export function currentClaims(counts: readonly Count[], placeId: string, window: Window): Count[] {
  const lastDay = window.until === null ? null : addDays(window.until, -1);
  return claimsOn(presentAt(counts, placeId), lastDay);
}

/** Of figures of people present at one place those that speak on the day, as above; null: after all of them. */
export function claimsOn(present: readonly Count[], day: Day | null): Count[] {
  return newestOfEachKind(present.filter((count) => speaksAt(count, day)));
}

const presentByPlace = new WeakMap<readonly Count[], ReadonlyMap<string, readonly Count[]>>();

/** The figures of people present at the place; those of all places are sorted out once. */
export function presentAt(counts: readonly Count[], placeId: string): readonly Count[] {
  let known = presentByPlace.get(counts);
  if (!known) {
    const byPlace = new Map<string, Count[]>();
    for (const count of counts) {
      if (count.measure !== PRESENT) continue;
      const ofPlace = byPlace.get(count.placeId);
      if (ofPlace) ofPlace.push(count);
      else byPlace.set(count.placeId, [count]);
    }
    known = byPlace;
    presentByPlace.set(counts, known);
  }
  return known.get(placeId) ?? [];
}

function newestOfEachKind(claims: readonly Count[]): Count[] {
  const newestOf = new Map<string, Day>();
  for (const { countedByKind, latest } of claims) {
    const newest = newestOf.get(countedByKind);
    if (newest === undefined || latest > newest) newestOf.set(countedByKind, latest);
  }
  const newest = Math.max(...newestOf.values());
  return claims
    .filter(
      (count) =>
        newestOf.get(count.countedByKind) === count.latest &&
        count.latest >= newest - CLAIM_SUPERSEDED_DAYS,
    )
    .sort((a, b) => b.latest - a.latest || (a.id < b.id ? -1 : 1));
}

function speaksAt(claim: Claim, day: Day | null): boolean {
  if (day === null) return true;
  return claim.earliest <= day && claim.latest >= addDays(day, -CLAIM_LIFETIME_DAYS);
}

/** The range from the lowest to the highest of the claims; null without claims. */
export function peopleOf(claims: readonly Claim[]): PeopleRange | null {
  const ranges = claims.flatMap((claim) => rangeOf(claim) ?? []);
  if (ranges.length === 0) return null;
  const high = Math.max(...ranges.map((range) => range.high));
  return {
    low: Math.min(...ranges.map((range) => range.low)),
    high,
    // An "at least" below somebody else's figure leaves that figure as the upper bound.
    atLeast: ranges.some((range) => range.atLeast && range.high === high),
  };
}

/** One claim as a range; "at most" alone leaves the lower bound at 0, "at least" alone leaves the upper one open. */
export function rangeOf(claim: Pick<Claim, "low" | "best" | "high">): PeopleRange | null {
  const { low, best, high } = claim;
  const upper = high ?? best ?? low;
  if (upper === null) return null;
  return { low: low ?? best ?? 0, high: upper, atLeast: high === null && best === null };
}

/** The sum of ranges; null when there is none. */
export function sumPeople(ranges: readonly PeopleRange[]): PeopleRange | null {
  if (ranges.length === 0) return null;
  return {
    low: ranges.reduce((sum, range) => sum + range.low, 0),
    high: ranges.reduce((sum, range) => sum + range.high, 0),
    atLeast: ranges.some((range) => range.atLeast),
  };
}
