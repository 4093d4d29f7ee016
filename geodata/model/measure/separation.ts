// The separation measures: how far from the reference place, and on which side of the separating line, people lived on a day.
// Defined here once; the geometry they start from comes from PostGIS (API) or from geometry.ts (browser).

import type { Day } from "../time/day.ts";
import { type Certainty, dayWindow, type Window } from "../time/span.ts";
import { mostCountedTwice, type Overlap, overlaps } from "./counted-twice.ts";
import { type OpenSite, openSites, type SiteRecords } from "./open-sites.ts";
import { type PeopleRange, sumPeople } from "./people.ts";
import type { Side, Site } from "./site.ts";

/** What is measured. */
export type SeparationRecords = SiteRecords;

export type Distances = {
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
};

/** A quantity between two bounds that the numbers allow. */
export type Interval = { readonly low: number; readonly high: number };

export type PeopleMeasures = {
  /** The day that all of this is true of; null when no open site has a number on any day. */
  readonly day: Day | null;
  /**
   * Null when no open site has a number. The low end leaves out those who may have been counted at two places because
   * they moved in between, the high end keeps them.
   */
  readonly total: PeopleRange | null;
  readonly countedTwice: {
    /** How many the low end of the total leaves out. */
    readonly people: number;
    readonly pairs: readonly Pick<Overlap, "fromId" | "toId">[];
  };
  /** Of the total, those at sites of which nothing but a convention says that they may be there; null of none. */
  readonly byConvention: PeopleRange | null;
  readonly sitesCounted: number;
  readonly sitesOpen: number;
  readonly weightedDistance: Interval | null;
  readonly shareBeyond: Interval | null;
  readonly largest: { readonly siteId: string; readonly share: Interval } | null;
};

export type Separation = {
  readonly window: Window;
  readonly certainty: Certainty;
  readonly sites: readonly OpenSite[];
  readonly siteCounts: {
    readonly total: number;
    readonly certain: number;
    /** Of which nothing but a convention says that they may be there. */
    readonly byConvention: number;
    readonly inside: number;
    readonly edge: number;
    readonly beyond: number;
  };
  /** Null when no site is open, or without a reference place. */
  readonly distance: Distances | null;
  readonly furtherDistance: Distances | null;
  /** Null when no site is open, or without a separating line. */
  readonly shareOfSitesBeyond: number | null;
  readonly people: PeopleMeasures;
};

/** All measures of one day. */
export function measureDay(records: SeparationRecords, day: Day, certainty: Certainty): Separation {
  const measured = measureSites(records, dayWindow(day), certainty);
  return { ...measured, people: measurePeople(records, measured.sites, day) };
}

/** The measures of the different sites open at some time in the window; people live on a day and are not among them. */
export function measureSites(
  records: SeparationRecords,
  window: Window,
  certainty: Certainty,
): Omit<Separation, "people"> {
  const open = openSites(records, window, certainty);
  const bySide = (side: Side) => open.filter((site) => site.side === side).length;
  return {
    window,
    certainty,
    sites: open,
    siteCounts: {
      total: open.length,
      certain: open.filter((site) => site.presence === "certain").length,
      byConvention: open.filter((site) => site.byConvention).length,
      inside: bySide("inside"),
      edge: bySide("edge"),
      beyond: bySide("beyond"),
    },
    distance: summarise(open.flatMap((site) => site.distanceM ?? [])),
    furtherDistance: summarise(open.flatMap((site) => site.furtherDistanceM ?? [])),
    shareOfSitesBeyond:
      open.length === 0 || !haveSides(open) ? null : bySide("beyond") / open.length,
  };
}

type CountedSite = OpenSite & { readonly people: PeopleRange };
type PlacedSite = CountedSite & { readonly distanceM: number };

const isPlaced = (site: CountedSite): site is PlacedSite => site.distanceM !== null;

const haveSides = (sites: readonly Pick<Site, "side">[]) => sites.some(({ side }) => side !== null);

function measurePeople(
  { sites, movements }: SeparationRecords,
  open: readonly OpenSite[],
  day: Day,
): PeopleMeasures {
  const counted = open.filter((site): site is CountedSite => site.people !== null);
  const pairs = overlaps(counted, movements, countedAtOf(sites, counted));
  const twice = mostCountedTwice(counted, pairs);
  const sum = sumPeople(counted.map((site) => site.people));
  const remaining = counted.map((site) => withoutThoseGone(site, counted, pairs));
  return {
    day: sum && day,
    total: sum && { ...sum, low: sum.low - twice },
    countedTwice: {
      people: twice,
      pairs: twice === 0 ? [] : pairs.map(({ fromId, toId }) => ({ fromId, toId })),
    },
    byConvention: sumPeople(counted.filter((site) => site.byConvention).map((site) => site.people)),
    sitesCounted: counted.length,
    sitesOpen: open.length,
    weightedDistance: weightedDistance(remaining.filter(isPlaced)),
    shareBeyond: haveSides(open) ? shareOf(remaining, (site) => site.side === "beyond") : null,
    largest: largestSite(remaining),
  };
}

/** The counted site that speaks for a place: itself, or the whole of which it is a part. */
function countedAtOf(sites: readonly Site[], counted: readonly CountedSite[]) {
  const ids = new Set(counted.map(({ id }) => id));
  const wholes = new Map(sites.map(({ id, partOf }) => [id, partOf]));
  return (placeId: string): string => {
    const whole = wholes.get(placeId) ?? null;
    return !ids.has(placeId) && whole !== null && ids.has(whole) ? whole : placeId;
  };
}

/** The site with a low end that leaves out those who may have gone to where they were counted again. */
function withoutThoseGone(
  site: CountedSite,
  counted: readonly CountedSite[],
  pairs: readonly Overlap[],
): CountedSite {
  const gone = pairs
    .filter(({ fromId }) => fromId === site.id)
    .reduce((sum, { most, toId }) => {
      const there = counted.find(({ id }) => id === toId)?.people.high ?? 0;
      return sum + Math.min(most, there);
    }, 0);
  const { people } = site;
  return gone === 0
    ? site
    : { ...site, people: { ...people, low: Math.max(0, people.low - gone) } };
}

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
function weightedDistance(sites: readonly PlacedSite[]): Interval | null {
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
