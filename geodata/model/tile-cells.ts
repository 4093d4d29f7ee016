/** Cells along each side of a vector tile that tells how many points there are in each instead of the points. */
export const CELLS_OF_TILE = 32;
