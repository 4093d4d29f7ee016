// When and where a dataset is as a whole: what its package says of that, and where it does not what follows from its rows.
import { type Bbox, eastOf, wrapBbox } from "../space/bbox.ts";
import type { Day } from "../time/day.ts";
import type { Declared } from "./declared.ts";

/** What a package may leave out. */
export const DERIVABLE = ["firstDay", "lastDay", "openingDay", "extent", "home"] as const;
export type Derivable = (typeof DERIVABLE)[number];
export type Whole = Pick<Declared, Derivable>;

/** What rows tell; null where they tell nothing. */
export type Told = {
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** With room around it (`withRoom`). */
  readonly extent: Bbox | null;
};

/** What is said, null where it is not, and else what follows; where nothing does, one day and the whole world. */
export function wholeOf(
  said: { readonly [Part in Derivable]: Whole[Part] | null },
  told: Told,
): Whole {
  const firstDay = said.firstDay ?? told.firstDay;
  const lastDay = said.lastDay ?? told.lastDay ?? firstDay;
  const end = lastDay ?? NO_DAY;
  const extent = said.extent ?? told.extent ?? WORLD;
  return {
    firstDay: firstDay ?? end,
    lastDay: end,
    openingDay: said.openingDay ?? end,
    extent,
    home: said.home ?? extent,
  };
}

const NO_DAY = 0 as Day;
export const WORLD: Bbox = { west: -180, south: -90, east: 180, north: 90 };

/** Of the width and height of a box, to stay free on each side. */
const ROOM = 0.05;
/** Degrees that stay free at least. */
const LEAST_ROOM = 0.01;

/** The box around positions with room around it. It may cross the antimeridian, its east counted on or not. */
export function withRoom(box: Bbox): Bbox {
  const { north, south, west } = box;
  const east = eastOf(box);
  const across = Math.max((east - west) * ROOM, LEAST_ROOM);
  const along = Math.max((north - south) * ROOM, LEAST_ROOM);
  return wrapBbox({
    west: west - across,
    south: Math.max(south - along, -90),
    east: east + across,
    north: Math.min(north + along, 90),
  });
}
