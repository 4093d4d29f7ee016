// Points in well-known text, with or without the number of their reference system in front: SRID=4326;POINT (1.85 50.95).
import type { Position } from "geojson";
import { parseNumber } from "#model/words/number.ts";

const SRID = /^SRID=(\d+);/i;
const POINTS = /^(MULTI)?POINT\s*(?:Z|M|ZM)?\s*\(([\s\d.,()eE+-]+)\)$/i;

/** Longitude and latitude of each point; undefined where it is no point, or not in WGS 84. */
export function pointsOfWkt(cell: string): readonly Position[] | undefined {
  const text = cell.trim();
  const [prefix = "", srid] = SRID.exec(text) ?? [];
  if (srid !== undefined && srid !== "4326") return undefined;
  const [, multi, inner = ""] = POINTS.exec(text.slice(prefix.length).trim()) ?? [];
  const points = inner.split(",").map((point) =>
    point
      .replace(/[()]/g, " ")
      .trim()
      .split(/\s+/)
      .map((number) => parseNumber(number)),
  );
  if (multi === undefined && points.length !== 1) return undefined;
  const isWhole = (point: readonly (number | undefined)[]): point is number[] =>
    point.length >= 2 && point.every((number) => number !== undefined);
  return points.every(isWhole) ? points.map(([lon = 0, lat = 0]) => [lon, lat]) : undefined;
}
