import { failed, quote, type Result } from "./problem.ts";

/** A box in degrees (WGS 84, longitude first). `west > east` means that it crosses the antimeridian (RFC 7946 §5.2). */
export type Bbox = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

const ALLOWED =
  "4 numbers west,south,east,north or 6 numbers west,south,lowest,east,north,highest; degrees, longitude −180…180, latitude −90…90, south ≤ north";

/** Reads the OGC API `bbox` parameter. Heights of a six-number box are read and not used: nothing here has a height. */
export function parseBbox(text: string): Result<Bbox> {
  const parts = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const wrong = failed({ name: "bbox", got: quote(text), allowed: ALLOWED });
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every(Number.isFinite)) return wrong;
  const [west, south, east, north] = (
    parts.length === 4 ? parts : [parts[0], parts[1], parts[3], parts[4]]
  ) as [number, number, number, number];
  const inRange = (value: number, limit: number) => Math.abs(value) <= limit;
  if (![west, east].every((lon) => inRange(lon, 180))) return wrong;
  if (![south, north].every((lat) => inRange(lat, 90)) || south > north) return wrong;
  return { ok: true, value: { west, south, east, north } };
}

/** The box as one or, across the antimeridian, two boxes that do not cross it. */
export function unwrapBbox(bbox: Bbox): Bbox[] {
  if (bbox.west <= bbox.east) return [bbox];
  return [
    { ...bbox, east: 180 },
    { ...bbox, west: -180 },
  ];
}
