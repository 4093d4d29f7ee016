import type { Geometry } from "geojson";
import { positionsOf } from "#model/space/geometry.ts";

/** The box around a geometry in the units and axes of its coordinates. */
export type Envelope = {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
};

/** Undefined for a geometry without a position. */
export function envelopeOf(geometry: Geometry): Envelope | undefined {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return undefined;
  const lowest = (axis: number) =>
    positions.reduce((least, at) => Math.min(least, at[axis] ?? 0), Number.POSITIVE_INFINITY);
  const highest = (axis: number) =>
    positions.reduce((most, at) => Math.max(most, at[axis] ?? 0), Number.NEGATIVE_INFINITY);
  return { minX: lowest(0), maxX: highest(0), minY: lowest(1), maxY: highest(1) };
}
