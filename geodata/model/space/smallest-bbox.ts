import type { Bbox } from "./bbox.ts";

/**
 * The smallest box around boxes none of which crosses the antimeridian; it crosses it (`west > east`) where the widest
 * empty strip of longitudes lies elsewhere. Undefined for no box.
 */
export function smallestBbox(boxes: readonly Bbox[]): Bbox | undefined {
  const [first, ...others] = [...boxes].sort((a, b) => a.west - b.west);
  if (!first) return undefined;
  let { west, east } = first;
  let [reached, widest] = [first.east, Number.NEGATIVE_INFINITY];
  for (const box of others) {
    if (box.west - reached > widest) {
      // So far: the box that begins after this gap, once round the world, and ends before it.
      widest = box.west - reached;
      [west, east] = [box.west, reached];
    }
    reached = Math.max(reached, box.east);
  }
  if (first.west + 360 - reached >= widest) [west, east] = [first.west, reached];
  const south = boxes.reduce((least, box) => Math.min(least, box.south), 90);
  const north = boxes.reduce((most, box) => Math.max(most, box.north), -90);
  return { west, south, east, north };
}
