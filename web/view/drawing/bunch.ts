// Marks of one position, as the cells of a honeycomb around it: beside each other without reaching far from where they belong.
import type { Pixel } from "./projection.ts";

/** From the middle of a mark to that of the next. */
const STEP = 20;
/** Rings of a bunch; what has more marks has them closer together, one partly over the other. */
const RINGS = 4;
/** Along the six sides of a ring, from its cell on the right and upwards, in steps across and, slanting, up. */
const SIDES = [
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
  [1, 0],
  [0, 1],
] as const;

/**
 * Where each of so many marks stands, in pixels from their position: the first on it, then those of the rings around it from
 * the inside. With `isUpright` none stands lower than the first.
 */
export function bunch(count: number, isUpright: boolean): readonly Pixel[] {
  const cells: Pixel[] = [[0, 0]];
  let rings = 0;
  while (cells.length < count) {
    rings += 1;
    cells.push(...ringOf(rings).filter(([, y]) => !isUpright || y <= 0));
  }
  const closer = Math.min(1, RINGS / rings);
  return cells.slice(0, count).map(([x, y]) => [x * closer, y * closer]);
}

function ringOf(ring: number): Pixel[] {
  let [across, up] = [ring, 0];
  return SIDES.flatMap(([dx, dy]) =>
    Array.from({ length: ring }, (): Pixel => {
      const cell: Pixel = [(across + up / 2) * STEP, -up * STEP * Math.sqrt(3 / 4)];
      across += dx;
      up += dy;
      return cell;
    }),
  );
}
