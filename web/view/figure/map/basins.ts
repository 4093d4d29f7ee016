// Basins: areas of a ground of works that are water on the base map.
import type { Geometry, Polygon, Position } from "geojson";
import type { BasemapFeature } from "#model/record/basemap-feature.ts";
import { isInside } from "#model/space/geometry.ts";

/** What was found of an outline, on the base map of its dataset. */
const found = new WeakMap<Geometry, boolean>();
/** Points that are tried along each side of the box around an area. */
const TRIED = 15;

/** True when most of the area (longitude first, WGS 84) is water on the base map. */
export function isBasin(area: Geometry, basemap: readonly BasemapFeature[]): boolean {
  const known = found.get(area);
  if (known !== undefined) return known;
  const waters = basemap.flatMap(({ class: own, geometry }) =>
    own === "water" && geometry.type === "Polygon" ? geometry : [],
  );
  const points = area.type === "Polygon" ? pointsIn(area) : [];
  const wet = points.filter((point) => waters.some((water) => isInside(point, water)));
  const answer = 2 * wet.length > points.length;
  found.set(area, answer);
  return answer;
}

/** Points of a regular grid that lie in the area. */
function pointsIn(area: Polygon): Position[] {
  const [ring = []] = area.coordinates;
  const grid = (axis: 0 | 1) => {
    const values = ring.map((position) => position[axis] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return Array.from({ length: TRIED }, (_, at) => least + ((most - least) * (at + 0.5)) / TRIED);
  };
  return grid(0)
    .flatMap((lon) => grid(1).map((lat) => [lon, lat]))
    .filter((point) => isInside(point, area));
}
