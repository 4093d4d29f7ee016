// Sizes of marks among many events, in CSS pixels: of a mark, and of the widest disc that shows where one may be.

const [MIN_RADIUS, MAX_RADIUS] = [2.2, 5];

export const WIDEST_DISC = 40;
/** How strong a very wide disc is, as a share of a mark; a narrower one is the stronger. */
export const LEAST_STRENGTH = 0.18;
/** Of a ring, its hole, as a share of its radius. */
export const HOLE = 0.55;
const METRES_PER_DEGREE = 111_320;

/** Radius of a mark: smaller where the map shows more of the world. */
export function radiusAt(zoom: number): number {
  return Math.min(Math.max(MIN_RADIUS + (zoom - 5) * 0.35, MIN_RADIUS), MAX_RADIUS);
}

/** CSS pixels that a metre on the ground is at a latitude in degrees; near the poles no more than at 87°. */
export function pixelsPerMetre(zoom: number, latitude: number): number {
  const metresPerDegree = METRES_PER_DEGREE * Math.max(Math.cos((latitude * Math.PI) / 180), 0.05);
  return (512 * 2 ** zoom) / 360 / metresPerDegree;
}
