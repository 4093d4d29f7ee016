// Sizes of marks among many events, in CSS pixels: of a mark, and of the widest disc that shows where one may be.

const [LEAST_RADIUS, MOST_RADIUS] = [2.2, 5];

export const WIDEST_DISC = 40;
export const METRES_PER_DEGREE = 111_320;

/** Radius of a mark: smaller where the map shows more of the world. */
export function radiusAt(zoom: number): number {
  return Math.min(Math.max(LEAST_RADIUS + (zoom - 5) * 0.35, LEAST_RADIUS), MOST_RADIUS);
}
