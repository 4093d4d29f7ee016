// Where a record stands that is known by points: one or, of what happened or was at several, each of them.
import type { Geometry, MultiPoint, Point, Position } from "geojson";

/** Tables whose records are known by points. */
export const POINT_TABLES = ["events", "places"] as const;
export type PointTable = (typeof POINT_TABLES)[number];

export type Points = Point | MultiPoint;

export function arePoints(geometry: Geometry): geometry is Points {
  return geometry.type === "Point" || geometry.type === "MultiPoint";
}

/** Each position, in order. */
export function positionsOfPoints({ coordinates, type }: Points): readonly Position[] {
  return type === "Point" ? [coordinates] : coordinates;
}

/** The geometry of so many positions; of none there is none. */
export function somePoints(positions: readonly Position[]): Points | undefined {
  const [coordinates, ...others] = positions;
  if (!coordinates) return undefined;
  return others.length === 0
    ? { type: "Point", coordinates }
    : { type: "MultiPoint", coordinates: [...positions] };
}

/** The first position: where a record has its name and its number, and where lines to it end. */
export function firstPosition(points: Points): Position {
  return positionsOfPoints(points)[0] ?? [];
}
