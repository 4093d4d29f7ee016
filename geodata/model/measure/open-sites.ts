// Which sites a measure is taken over: open in the window, no part of another open one, and lived in as far as is known.

import type { Count } from "../record/claim.ts";
import { restsOnConvention } from "../time/convention.ts";
import { addDays, type Day } from "../time/day.ts";
import {
  type Certainty,
  matches,
  type Presence,
  presenceIn,
  type Span,
  type Window,
} from "../time/span.ts";
import { currentClaims, isKnownEmpty, type PeopleRange, peopleOf, presentAt } from "./people.ts";
import type { Site } from "./site.ts";

/** A site that is open in the window. */
export type OpenSite = Site & {
  readonly presence: Exclude<Presence, "absent">;
  /** Nothing but a convention says that it may be there. */
  readonly byConvention: boolean;
  /** The figures that speak on the last day of the window on which the site may have been there. */
  readonly claims: readonly Count[];
  /** Null when nobody's number is recent enough: unknown, not zero. */
  readonly people: PeopleRange | null;
};

/**
 * The sites open in the window that are counted: a part is left out while its whole is open, and so is a place that
 * nobody is known to live in.
 */
export function openSites(
  sites: readonly Site[],
  counts: readonly Count[],
  window: Window,
  certainty: Certainty,
): OpenSite[] {
  const open = sites.filter((site) => matches(site.span, window, certainty));
  const openIds = new Set(open.map((site) => site.id));
  return open
    .filter((site) => site.partOf === null || !openIds.has(site.partOf))
    .filter((site) => !isEmptyThroughout(counts, site, window))
    .map((site) => {
      const claims = currentClaims(counts, site.id, daysSeen(site.span, window));
      const presence = presenceIn(site.span, window) === "certain" ? "certain" : "possible";
      return {
        ...site,
        presence,
        byConvention: restsOnConvention(site, window),
        claims,
        people: peopleOf(claims),
      };
    });
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

/**
 * True where nobody is known to live on any day of the window on which the place may have been there. That changes
 * only on days from which a figure speaks.
 */
export function isEmptyThroughout(
  counts: readonly Count[],
  { id, span }: Pick<Site, "id" | "span">,
  window: Window,
): boolean {
  const { from, until } = daysSeen(span, window);
  if (from === null) return false;
  const isWithin = (day: Day) => day > from && (until === null || day < until);
  const days = presentAt(counts, id)
    .map(({ earliest: day }) => day)
    .filter(isWithin);
  return [from, ...days].every((day) => isKnownEmpty(counts, id, day));
}
