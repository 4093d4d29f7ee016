// The lives of sites as lanes: one bar a site, sorted by distance, with what is certain and what is only possible.
import type { Dataset } from "#model/dataset/dataset.ts";
import { SIDES, type Site } from "#model/measure/site.ts";
import type { Movement } from "#model/record/movement.ts";
import type { Day } from "#model/time/day.ts";
import type { DayRange } from "#web/view/question/time.ts";

export type Lane = {
  readonly site: Site;
  /** First and last day on which the site may have been there; open ends reach the ends of the period. */
  readonly possible: DayRange;
  /** The days on which it certainly was; null when none are. */
  readonly certain: DayRange | null;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
};

export type LaneLink = {
  readonly movement: Movement;
  readonly from: number;
  readonly to: number;
  readonly day: Day;
};

/**
 * Lanes of the sites that may have been there in the period, side by side of the line, on each the
 * nearest to the reference first, or without one the earliest.
 */
export function lanesOf(sites: readonly Site[], period: DayRange): Lane[] {
  return sites
    .map((site) => {
      const { startEarliest, startLatest, endEarliest, endLatest } = site.span;
      const isCertain = startLatest !== null && endEarliest !== null && startLatest <= endEarliest;
      return {
        site,
        possible: { first: startEarliest ?? period.first, last: endLatest ?? period.last },
        certain: isCertain ? { first: startLatest, last: endEarliest } : null,
        isOpenStart: startEarliest === null || startEarliest < period.first,
        isOpenEnd: endLatest === null || endLatest > period.last,
      };
    })
    .filter(({ possible }) => possible.first <= period.last && possible.last >= period.first)
    .sort(
      (a, b) =>
        sideOf(a) - sideOf(b) || placeOf(a) - placeOf(b) || (a.site.id < b.site.id ? -1 : 1),
    );
}

/** Side by side of the line, those on none first. */
const sideOf = ({ site }: Lane) => (site.side === null ? -1 : SIDES.indexOf(site.side));
/** By distance; without one, by when a site may first have been there. */
const placeOf = ({ possible, site }: Lane) => site.distanceM ?? possible.first;

/** Movements from one lane to another, at the middle of the days between which they happened. */
export function laneLinks(lanes: readonly Lane[], movements: Dataset["movements"]): LaneLink[] {
  const rows = new Map(lanes.map(({ site }, index) => [site.id, index]));
  return movements.flatMap((movement) => {
    const [from, to] = [rows.get(movement.fromId), rows.get(movement.toId)];
    const { startEarliest, startLatest } = movement.span;
    const day = startEarliest ?? startLatest;
    if (from === undefined || to === undefined || from === to || day === null) return [];
    const middle = Math.round((day + (startLatest ?? day)) / 2) as Day;
    return { movement, from, to, day: middle };
  });
}
