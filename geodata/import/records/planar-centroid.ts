// The middle of a line or an area in degrees, as the database reckons it: that of a cell is published, no more.
import type { Geometry, Position } from "geojson";

type Weighed = readonly [x: number, y: number, weight: number];

/** Of several lines by their length, of areas without their holes. Of what has no extent, its first position. */
export function planarCentroid(geometry: Geometry): Position {
  const parts = weighed(geometry);
  const whole = parts.reduce((sum, [, , weight]) => sum + weight, 0);
  if (whole === 0) return firstOf(geometry);
  const mean = (axis: 0 | 1) => parts.reduce((sum, part) => sum + part[axis] * part[2], 0) / whole;
  return [mean(0), mean(1)];
}

function weighed(geometry: Geometry): readonly Weighed[] {
  switch (geometry.type) {
    case "LineString":
      return alongLine(geometry.coordinates);
    case "MultiLineString":
      return geometry.coordinates.flatMap(alongLine);
    case "Polygon":
      return geometry.coordinates.flatMap(ofRing);
    case "MultiPolygon":
      return geometry.coordinates.flatMap((rings) => rings.flatMap(ofRing));
    default:
      return [];
  }
}

const pairsOf = (positions: readonly Position[]) =>
  positions.slice(1).map((end, index) => [positions[index] ?? end, end] as const);

const alongLine = (positions: readonly Position[]): readonly Weighed[] =>
  pairsOf(positions).map(([[x = 0, y = 0], [u = 0, v = 0]]) => [
    (x + u) / 2,
    (y + v) / 2,
    Math.hypot(u - x, v - y),
  ]);

/** Triangles from the first position; those of a hole count against. */
function ofRing(ring: readonly Position[], nth: number): readonly Weighed[] {
  const [[a = 0, b = 0] = []] = ring;
  const triangles = pairsOf(ring).map(([[x = 0, y = 0], [u = 0, v = 0]]): Weighed => {
    return [(a + x + u) / 3, (b + y + v) / 3, (x - a) * (v - b) - (u - a) * (y - b)];
  });
  const area = triangles.reduce((sum, [, , weight]) => sum + weight, 0);
  const sign = Math.sign(area) * (nth === 0 ? 1 : -1);
  return triangles.map(([x, y, weight]) => [x, y, weight * sign]);
}

function firstOf(geometry: Geometry): Position {
  let found: unknown = "coordinates" in geometry ? geometry.coordinates : [];
  while (Array.isArray(found) && Array.isArray(found[0])) found = found[0];
  return found as Position;
}
