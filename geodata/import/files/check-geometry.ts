import type { Geometry, Position } from "geojson";
import GeoJSONReader from "jsts/org/locationtech/jts/io/GeoJSONReader.js";
import IsValidOp from "jsts/org/locationtech/jts/operation/valid/IsValidOp.js";
import type { Phrase, Refusal } from "../refusal/refusal.ts";

type Wrong = Pick<Refusal, "got" | "allowed">;

/** The fewest positions of a point, a line or a ring, and of each of several. */
const FEWEST_POSITIONS: Readonly<Record<string, number>> = { LineString: 2, Polygon: 4 };
/** How deep the positions lie in lists. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * What is wrong with a GeoJSON geometry (RFC 7946 §3.1): a Point, LineString or Polygon, or several of one kind, valid
 * as in OGC Simple Features and not empty; null when it can be used.
 */
export function geometryProblem(geometry: unknown): Wrong | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const depth = typeof type === "string" ? DEPTHS[type] : undefined;
  if (typeof type !== "string" || depth === undefined)
    return { got: ["geometry-type", String(type)], allowed: ["geometry-types"] };
  const lines = linesOf(coordinates, depth);
  if (!lines) return { got: ["other-coordinates"], allowed: ["coordinates-of", type] };
  const bad = lines.flat().find((position) => !isPosition(position));
  if (bad)
    return { got: ["geometry-position", JSON.stringify(bad)], allowed: ["longitude-latitude"] };
  const fewest = FEWEST_POSITIONS[type.replace("Multi", "")] ?? 1;
  const short = lines.find((line) => line.length < fewest);
  if (short) return { got: ["positions", short.length], allowed: ["at-least", fewest] };
  if (type.endsWith("Polygon") && lines.some((ring) => !isClosed(ring)))
    return { got: ["open-ring"], allowed: ["closed-rings"] };
  return invalidity(geometry as Geometry);
}

const ALLOWED: Readonly<Record<string, Phrase>> = {
  Polygon: ["simple-rings"],
  MultiPolygon: ["simple-areas"],
};

/** What PostGIS would refuse, by the same rules (JTS, from which its GEOS was made), and where. */
function invalidity(geometry: Geometry): Wrong | null {
  if (geometry.type === "Point") return null;
  const error = new IsValidOp(new GeoJSONReader().read(geometry)).getValidationError();
  if (!error) return null;
  const at = error.getCoordinate();
  return {
    got: ["invalid-geometry", error.getMessage(), at ? `${at.x}, ${at.y}` : null],
    allowed: ALLOWED[geometry.type] ?? ["two-positions"],
  };
}

/** Every point, line or ring as its positions; null where the lists are not of that depth or one of them is empty. */
function linesOf(coordinates: unknown, depth: number): Position[][] | null {
  if (depth === 0) return Array.isArray(coordinates) ? [[coordinates as Position]] : null;
  if (!Array.isArray(coordinates)) return null;
  if (depth === 1) return coordinates.length > 0 ? [coordinates as Position[]] : null;
  const parts = coordinates.map((part) => linesOf(part, depth - 1));
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.flat() : null;
}

function isPosition(position: unknown): boolean {
  if (!Array.isArray(position) || position.length < 2) return false;
  const [lon, lat] = position as number[];
  const within = (value: unknown, limit: number) =>
    typeof value === "number" && Math.abs(value) <= limit;
  return within(lon, 180) && within(lat, 90);
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** What is told where heights were left out. */
export const HEIGHTS_LEFT_OUT =
  "positions have heights, which are left out: only longitude and latitude are kept";

/** The geometry without what its positions have beyond longitude and latitude; the same when they have no more. */
export function withoutHeights(geometry: Geometry): Geometry {
  if (geometry.type === "GeometryCollection") return geometry;
  const flat = flattened(geometry.coordinates);
  return flat === geometry.coordinates
    ? geometry
    : ({ ...geometry, coordinates: flat } as Geometry);
}

type Coordinates = number | readonly Coordinates[];

function flattened(coordinates: Coordinates): Coordinates {
  if (typeof coordinates === "number") return coordinates;
  if (typeof coordinates[0] === "number")
    return coordinates.length > 2 ? coordinates.slice(0, 2) : coordinates;
  const flat = coordinates.map(flattened);
  return flat.some((part, index) => part !== coordinates[index]) ? flat : coordinates;
}
