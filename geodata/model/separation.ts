// The separation measures: how far from the town, and on which side of the bypass, people lived at a date.
// Defined here once; the geometry they start from comes from PostGIS (API) or from geometry.ts (browser).

import { currentClaims, type PeopleRange, peopleOf, sumPeople } from "./people.ts";
import type { RingRoadFlag } from "./place.ts";
import type { Count } from "./record.ts";
import {
  type Certainty,
  matches,
  type Presence,
  presenceIn,
  type Span,
  type Window,
} from "./span.ts";

export const SIDES = ["inside", "edge", "beyond"] as const;
export type Side = (typeof SIDES)[number];

/** A settlement with what geometry says of it. Distances are geodesic metres; the precision applies to each. */
export type Site = {
  readonly id: string;
  readonly partOf: string | null;
  readonly span: Span;
  readonly precisionM: number;
  readonly distanceM: number;
  readonly portDistanceM: number | null;
  readonly side: Side;
};

/**
 * The side of the bypass. Containment decides when the precision disc does not reach the line; when it does, the
 * flag that the sources state decides, and without one the site is `edge`: never a guess.
 */
export function sideOfBypass(site: {
  readonly lineDistanceM: number;
  readonly precisionM: number;
  readonly insideRing: boolean;
  readonly flag: RingRoadFlag | null;
}): Side {
  if (site.lineDistanceM > site.precisionM) return site.insideRing ? "inside" : "beyond";
  if (site.flag === "inside") return "inside";
  return site.flag === "outside" ? "beyond" : "edge";
}

/** A site that is open in the window. */
export type OpenSite = Site & {
  readonly presence: Exclude<Presence, "absent">;
  readonly claims: readonly Count[];
  /** Null when nobody's number is recent enough: unknown, not zero. */
  readonly people: PeopleRange | null;
};

export type Distances = {
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
};

/** A quantity between two bounds that the numbers allow. */
export type Interval = { readonly low: number; readonly high: number };

export type Separation = {
  readonly sites: readonly OpenSite[];
  readonly siteCounts: {
    readonly total: number;
    readonly certain: number;
    readonly inside: number;
    readonly edge: number;
    readonly beyond: number;
  };
  /** Null when no site is open. */
  readonly distance: Distances | null;
  readonly portDistance: Distances | null;
  readonly shareOfSitesBeyond: number | null;
  readonly people: {
    /** Null when no open site has a number. */
    readonly total: PeopleRange | null;
    readonly sitesCounted: number;
    readonly sitesOpen: number;
    readonly weightedDistance: Interval | null;
    readonly shareBeyond: Interval | null;
    readonly largest: { readonly siteId: string; readonly share: Interval } | null;
  };
};

/** The sites open in the window, a part left out while its whole is open. */
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
    .map((site) => {
      const claims = currentClaims(counts, site.id, window);
      const presence = presenceIn(site.span, window) === "certain" ? "certain" : "possible";
      return { ...site, presence, claims, people: peopleOf(claims) };
    });
}

/** All measures of one window. */
export function measureSeparation(
  sites: readonly Site[],
  counts: readonly Count[],
  window: Window,
  certainty: Certainty,
): Separation {
  const open = openSites(sites, counts, window, certainty);
  const bySide = (side: Side) => open.filter((site) => site.side === side).length;
  const counted = open.filter((site): site is CountedSite => site.people !== null);
  const portDistances = open.flatMap((site) => site.portDistanceM ?? []);
  return {
    sites: open,
    siteCounts: {
      total: open.length,
      certain: open.filter((site) => site.presence === "certain").length,
      inside: bySide("inside"),
      edge: bySide("edge"),
      beyond: bySide("beyond"),
    },
    distance: summarise(open.map((site) => site.distanceM)),
    portDistance: summarise(portDistances),
    shareOfSitesBeyond: open.length === 0 ? null : bySide("beyond") / open.length,
    people: {
      total: sumPeople(counted.map((site) => site.people)),
      sitesCounted: counted.length,
      sitesOpen: open.length,
      weightedDistance: weightedDistance(counted),
      shareBeyond: shareOf(counted, (site) => site.side === "beyond"),
      largest: largestSite(counted),
    },
  };
}

type CountedSite = OpenSite & { readonly people: PeopleRange };

function summarise(values: readonly number[]): Distances | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  if (sorted.length === 0) return null;
  const half = (sorted.length - 1) / 2;
  return {
    min: at(0),
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    max: at(sorted.length - 1),
  };
}

/**
 * The least and the greatest people-weighted mean distance that the ranges allow. The extremes have every site up
 * to some distance at one bound and every farther one at the other (a linear-fractional programme over a box), so
 * trying each cut finds them.
 */
function weightedDistance(sites: readonly CountedSite[]): Interval | null {
  const sorted = [...sites].sort((a, b) => a.distanceM - b.distanceM);
  const means: number[] = [];
  for (let cut = 0; cut <= sorted.length; cut++) {
    for (const [near, far] of [
      ["high", "low"],
      ["low", "high"],
    ] as const) {
      const weights = sorted.map((site, index) => site.people[index < cut ? near : far]);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      if (total === 0) continue;
      means.push(
        sorted.reduce((sum, site, index) => sum + site.distanceM * (weights[index] ?? 0), 0) /
          total,
      );
    }
  }
  return means.length === 0 ? null : { low: Math.min(...means), high: Math.max(...means) };
}

/** The least and the greatest share of the counted people who lived in the chosen sites. */
function shareOf(
  sites: readonly CountedSite[],
  isChosen: (site: CountedSite) => boolean,
): Interval | null {
  const sum = (chosen: boolean, bound: "low" | "high") =>
    sites
      .filter((site) => isChosen(site) === chosen)
      .reduce((total, site) => total + site.people[bound], 0);
  const share = (part: number, rest: number) => (part + rest === 0 ? null : part / (part + rest));
  const low = share(sum(true, "low"), sum(false, "high"));
  const high = share(sum(true, "high"), sum(false, "low"));
  return low === null || high === null ? null : { low, high };
}

function largestSite(sites: readonly CountedSite[]): Separation["people"]["largest"] {
  const largest = [...sites].sort(
    (a, b) =>
      b.people.high - a.people.high || b.people.low - a.people.low || (a.id < b.id ? -1 : 1),
  )[0];
  const share = largest && shareOf(sites, (site) => site.id === largest.id);
  return largest && share ? { siteId: largest.id, share } : null;
}
