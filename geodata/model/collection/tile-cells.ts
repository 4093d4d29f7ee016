import { derived } from "./property.ts";

/** What a point of such a tile has instead of the properties of features. */
export const POINT_COUNT = derived(
  "integer",
  "point_count",
  "In a tile with too many points: how many there are in this part of it; no other property is told.",
);

/** Cells along each side of a vector tile that tells how many points there are in each instead of the points. */
export const CELLS_OF_TILE = 32;
