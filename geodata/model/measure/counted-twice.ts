// Who may have been counted at two places: people counted at one, gone to another, and counted there too.

import type { Claim } from "../record/claim.ts";
import type { Movement } from "../record/movement.ts";
import type { Day } from "../time/day.ts";
import type { PeopleRange } from "./people.ts";

/** A place whose people are added up with those of others. */
export type CountedPlace = {
  readonly id: string;
  readonly claims: readonly Pick<Claim, "earliest" | "latest">[];
  readonly people: PeopleRange;
};

export type Overlap = {
  readonly fromId: string;
  readonly toId: string;
  /** At most so many went from one to the other, as far as is known; infinity where nobody says how many. */
  readonly most: number;
};

/**
 * The pairs of places at which the same people may have been counted: those of the first may have gone on to the
 * second, in one movement or several, after the earliest day on which the first was counted and before the latest on
 * which the second was. `countedAt` names the counted place that speaks for another (its whole, or itself). Where the
 * only way is straight, no more can have gone than its movements say at most.
 */
export function overlaps(
  places: readonly CountedPlace[],
  movements: readonly Movement[],
  countedAt: (placeId: string) => string = (placeId) => placeId,
): Overlap[] {
  const ways = movements
    .map(({ fromId, toId, peopleHigh, span }) => ({
      from: countedAt(fromId),
      to: countedAt(toId),
      first: span.startEarliest ?? Number.NEGATIVE_INFINITY,
      last: span.startLatest ?? Number.POSITIVE_INFINITY,
      most: peopleHigh ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ from, to }) => from !== to);
  return places.flatMap((start) => {
    const counted = Math.min(...start.claims.map(({ earliest }) => earliest));
    const arrivals = arrivalsFrom(start.id, counted, ways);
    return places.flatMap((end) => {
      const until = Math.max(...end.claims.map(({ latest }) => latest));
      if (end.id === start.id || (arrivals.get(end.id) ?? Number.POSITIVE_INFINITY) > until)
        return [];
      const into = ways.filter(
        ({ first, from, last, to }) =>
          to === end.id && first <= until && (arrivals.get(from) ?? last + 1) <= last,
      );
      const isStraight = into.every(({ from }) => from === start.id);
      const most = isStraight
        ? into.reduce((sum, way) => sum + way.most, 0)
        : Number.POSITIVE_INFINITY;
      return { fromId: start.id, toId: end.id, most };
    });
  });
}

type Way = Readonly<Record<"from" | "to", string> & Record<"first" | "last", number>>;

/** The earliest day on which somebody who left the start on or after the day can be at each place. */
function arrivalsFrom(
  start: string,
  day: Day | number,
  ways: readonly Way[],
): ReadonlyMap<string, number> {
  const arrivals = new Map<string, number>([[start, day]]);
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { first, from, last, to } of ways) {
      const since = arrivals.get(from);
      if (since === undefined || since > last) continue;
      const arrival = Math.max(since, first);
      if (arrival >= (arrivals.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      arrivals.set(to, arrival);
      isNew = true;
    }
  }
  return arrivals;
}

/**
 * The most people that the low ends of the figures can have in common: each person of a place can be one of those
 * counted at a place where its people went, and of one such place only. What is left of the sum without them is the
 * least number of different people. (A maximum flow from the places that people left to those that they reached:
 * Ford & Fulkerson 1956.)
 */
export function mostCountedTwice(
  places: readonly CountedPlace[],
  pairs: readonly Overlap[],
): number {
  const lows = new Map(places.map(({ id, people }) => [id, people.low]));
  const [left, taken] = [new Map(lows), new Map(lows)];
  const flows = pairs.map(() => 0);
  const push = (id: string, most: number, seen: Set<string>): number => {
    for (const [index, { fromId, toId, most: cap }] of pairs.entries()) {
      const room = Math.min(most, cap - (flows[index] ?? 0));
      if (fromId !== id || room <= 0 || seen.has(toId)) continue;
      seen.add(toId);
      const pushed = arrive(toId, room, seen);
      if (pushed === 0) continue;
      flows[index] = (flows[index] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  };
  /** Takes people in at a place or, where it is full, sends others of its people to be somebody else's. */
  const arrive = (id: string, most: number, seen: Set<string>): number => {
    const free = Math.min(most, taken.get(id) ?? 0);
    if (free > 0) {
      taken.set(id, (taken.get(id) ?? 0) - free);
      return free;
    }
    for (const [index, { fromId, toId }] of pairs.entries()) {
      const back = Math.min(most, flows[index] ?? 0);
      if (toId !== id || back <= 0) continue;
      const pushed = push(fromId, back, seen);
      if (pushed === 0) continue;
      flows[index] = (flows[index] ?? 0) - pushed;
      return pushed;
    }
    return 0;
  };
  let total = 0;
  for (const { id } of places)
    for (let pushed = 1; pushed > 0; ) {
      pushed = push(id, left.get(id) ?? 0, new Set());
      left.set(id, (left.get(id) ?? 0) - pushed);
      total += pushed;
    }
  // Going round in a circle makes nobody vanish: those of the largest place are all different.
  const all = [...lows.values()];
  return Math.min(total, all.reduce((sum, low) => sum + low, 0) - Math.max(0, ...all));
}
