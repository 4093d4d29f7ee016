// Distances and containment in the browser. PostGIS answers the same questions for the API; tests hold both together.
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { lineIntersect } from "@turf/line-intersect";
import { nearestPointOnLine } from "@turf/nearest-point-on-line";
import geodesic from "geographiclib-geodesic";
import type { Geometry, LineString, Polygon, Position } from "geojson";
import type { Bbox } from "./bbox.ts";

/** Length in metres of the geodesic between two positions on the WGS 84 ellipsoid (Karney 2013). */
export function geodesicDistance(a: Position, b: Position): number {
  const [lonA = 0, latA = 0] = a;
  const [lonB = 0, latB = 0] = b;
  return geodesic.Geodesic.WGS84.Inverse(latA, lonA, latB, lonB).s12 ?? Number.NaN;
}

/** The position reached from `start` after `metres` along the geodesic with this azimuth (degrees from north). */
export function destination(start: Position, azimuth: number, metres: number): Position {
  const [lon = 0, lat = 0] = start;
  const { lat2 = lat, lon2 = lon } = geodesic.Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
  return [lon2, lat2];
}

/** Azimuth in degrees from north at which the geodesic from `a` to `b` starts. */
export function azimuth(a: Position, b: Position): number {
  const [lonA = 0, latA = 0] = a;
  const [lonB = 0, latB = 0] = b;
  return geodesic.Geodesic.WGS84.Inverse(latA, lonA, latB, lonB).azi1 ?? 0;
}

/**
 * Metres from a position to the nearest of the lines; infinite without lines. The nearest point is found on the sphere,
 * where it is the ellipsoid's to the second order, and the way to it is geodesic: within 0.1 % of PostGIS.
 */
export function distanceToLines(position: Position, lines: readonly LineString[]): number {
  const nearest = lines.map((line) => nearestPointOnLine(line, position).geometry.coordinates);
  return Math.min(...nearest.map((point) => geodesicDistance(position, point)));
}

/** Where a line crosses any of the lines. */
export function crossings(line: LineString, lines: readonly LineString[]): Position[] {
  return lines.flatMap((other) =>
    lineIntersect(line, other).features.map((feature) => feature.geometry.coordinates),
  );
}

/** True when the position is in the polygon or on its edge; a polygon across the antimeridian goes on beyond ±180°. */
export function isInside(position: Position, polygon: Polygon): boolean {
  const [lon = 0, lat = 0] = position;
  if (booleanPointInPolygon(position, polygon)) return true;
  const beyond = polygon.coordinates[0]?.find(([longitude = 0]) => Math.abs(longitude) > 180)?.[0];
  return (
    beyond !== undefined && booleanPointInPolygon([lon + 360 * Math.sign(beyond), lat], polygon)
  );
}

/** Every position of a geometry, in order. */
export function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(positionsOf);
  const flatten = (value: unknown): Position[] =>
    Array.isArray(value) && typeof value[0] === "number"
      ? [value as Position]
      : (value as unknown[]).flatMap(flatten);
  return flatten(geometry.coordinates);
}

/** The lines and rings of a geometry as they are written; none of points. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/**
 * The lines of a geometry, without those along the antimeridian or along the frame of a map: there an area is cut (RFC 7946
 * §3.1.9) and has no edge.
 */
export function edgesOf(
  geometry: Geometry,
  frame: Bbox | null = null,
): readonly (readonly Position[])[] {
  const isCut = ([lon = 0, lat = 0]: Position, [nextLon = 0, nextLat = 0]: Position) =>
    (Math.abs(lon) === 180 && Math.abs(nextLon) === 180) ||
    (frame !== null &&
      ((lon === nextLon && (lon === frame.west || lon === frame.east)) ||
        (lat === nextLat && (lat === frame.south || lat === frame.north))));
  return linesOf(geometry).flatMap((line) => {
    const edges: Position[][] = [];
    let last: Position | undefined;
    for (const position of line) {
      if (!last || isCut(last, position)) edges.push([position]);
      else edges.at(-1)?.push(position);
      last = position;
    }
    return edges.filter(({ length }) => length > 1);
  });
}
