import type { MultiPolygon, Polygon, Position } from "geojson";
import { failed, quote, type Result } from "../problem.ts";
import { parseNumber } from "../words/number.ts";
import { CRS84, type Crs } from "./crs.ts";

/** A box in degrees (WGS 84, longitude first). `west > east` means that it crosses the antimeridian (RFC 7946 §5.2). */
export type Bbox = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

const ALLOWED =
  "4 numbers west,south,east,north or 6 numbers west,south,lowest,east,north,highest; degrees, longitude −180…180, latitude −90…90, south ≤ north";

const ALLOWED_METRES =
  "4 numbers lowest x,lowest y,highest x,highest y (or 6 with heights) in the units and order of bbox-crs";
/** No place of any of the projected systems lies farther out. */
const FARTHEST_M = 1e8;

/**
 * Reads the OGC API `bbox` parameter in a CRS (`bbox-crs`), whose order of axes it has. Heights of a six-number box are
 * read and not used: nothing here has a height. In a projected CRS the sides are x and y in metres.
 */
export function parseBbox(text: string, crs: Crs = CRS84): Result<Bbox> {
  const parts = text.split(",").map((part) => parseNumber(part.trim()) ?? Number.NaN);
  const isProjected = crs.srid !== CRS84.srid;
  const allowed = isProjected ? ALLOWED_METRES : ALLOWED;
  const wrong = failed({ name: "bbox", got: quote(text), allowed });
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every(Number.isFinite)) return wrong;
  const [a, b, c, d] = (parts.length === 4 ? parts : [parts[0], parts[1], parts[3], parts[4]]) as [
    number,
    number,
    number,
    number,
  ];
  const [west, south, east, north] = crs.isLatitudeFirst ? [b, a, d, c] : [a, b, c, d];
  if (isProjected) {
    const isFar = [west, south, east, north].some((value) => Math.abs(value) > FARTHEST_M);
    if (isFar || west > east || south > north) return wrong;
    return { ok: true, value: { west, south, east, north } };
  }
  const inRange = (value: number, limit: number) => Math.abs(value) <= limit;
  if (![west, east].every((lon) => inRange(lon, 180))) return wrong;
  if (![south, north].every((lat) => inRange(lat, 90)) || south > north) return wrong;
  return { ok: true, value: { west, south, east, north } };
}

/** The eastern side counted on from the western one: beyond 180° where the box crosses the antimeridian. */
export function eastOf({ west, east }: Bbox): number {
  return west <= east ? east : east + 360;
}

/** The box of sides that were counted on beyond ±180°, its west first; all longitudes where it goes round the world. */
export function wrapBbox({ west, south, east, north }: Bbox): Bbox {
  if (east - west >= 360) return { west: -180, south, east: 180, north };
  const turned = (longitude: number) => 360 * Math.floor((longitude + 180) / 360);
  const isWithin = (longitude: number) => Math.abs(longitude) <= 180;
  return {
    west: isWithin(west) ? west : west - turned(west),
    south,
    east: isWithin(east) ? east : east - turned(east),
    north,
  };
}

/** True when a position, longitude first, lies in the box or on its sides. */
export function isInBbox([lon = 0, lat = 0]: Position, box: Bbox): boolean {
  const isEastOfWest = lon >= box.west;
  const isWestOfEast = lon <= box.east;
  const isBetween =
    box.west <= box.east ? isEastOfWest && isWestOfEast : isEastOfWest || isWestOfEast;
  return isBetween && lat >= box.south && lat <= box.north;
}

/** The box as an area, in two parts where it crosses the antimeridian (RFC 7946 §3.1.9). */
export function boxPolygon(box: Bbox): Polygon | MultiPolygon {
  const rings = unwrapBbox(box).map(({ west, south, east, north }) => [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
  const [first] = rings;
  return rings.length === 1 && first
    ? { type: "Polygon", coordinates: first }
    : { type: "MultiPolygon", coordinates: rings };
}

/** The box as one or, across the antimeridian, two boxes that do not cross it. */
export function unwrapBbox(bbox: Bbox): Bbox[] {
  if (bbox.west <= bbox.east) return [bbox];
  return [
    { ...bbox, east: 180 },
    { ...bbox, west: -180 },
  ];
}

/** Whether the two have a point in common. */
export function boxesMeet(one: Bbox, other: Bbox): boolean {
  return unwrapBbox(one).some((a) =>
    unwrapBbox(other).some(
      (b) => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north,
    ),
  );
}

/** Whether all of the second is in the first. */
export function boxHolds(one: Bbox, other: Bbox): boolean {
  return unwrapBbox(other).every((b) =>
    unwrapBbox(one).some(
      (a) => a.west <= b.west && a.east >= b.east && a.south <= b.south && a.north >= b.north,
    ),
  );
}
