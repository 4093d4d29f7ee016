// Lines on the plane of the figure, in pixels.
import type { Pixel } from "./projection.ts";

/** A point on a line with the direction in which the line goes on there, in radians. */
export type Bearing = { readonly at: Pixel; readonly angle: number };

const between = ([x1, y1]: Pixel, [x2, y2]: Pixel) => Math.hypot(x2 - x1, y2 - y1);

/** Points at every `step` pixels along the line, the first half a step from its start. */
export function pointsAlong(line: readonly Pixel[], step: number): Bearing[] {
  const found: Bearing[] = [];
  let next = step / 2;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (!from) continue;
    const length = between(from, to);
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    for (; next <= length; next += step) {
      const share = next / length;
      const at: Pixel = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      found.push({ at, angle });
    }
    next -= length;
  }
  return found;
}

/** The line moved sideways, to the right of its direction for a positive offset; corners keep their distance. */
export function offsetLine(line: readonly Pixel[], offset: number): Pixel[] {
  return line.map((point, index) => {
    const [before, after] = [line[index - 1] ?? point, line[index + 1] ?? point];
    const [inX, inY] = unit(before, point);
    const [outX, outY] = unit(point, after);
    const [x, y] = [-(inY + outY), inX + outX];
    const length = Math.hypot(x, y);
    if (length === 0) return point;
    // At a corner the way out is longer; sharp ones are cut at twice the offset.
    const reach = index === 0 || index === line.length - 1 ? 1 : Math.min(2 / length, 2);
    return [point[0] + (x / length) * offset * reach, point[1] + (y / length) * offset * reach];
  });
}

function unit(from: Pixel, to: Pixel): Pixel {
  const length = between(from, to);
  return length === 0 ? [0, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** True when a point is on the frame, or no farther than the margin off it. */
export function isWithin(
  [x, y]: Pixel,
  { width, height }: { width: number; height: number },
  margin = 0,
) {
  return x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
}

/** Pixels by which a point has to be away from the last one to be seen. */
const SMALLEST_STEP = 0.5;

/** The line without points that are too near to each other to be seen apart; nothing of one that is a mere dot. */
export function thinned(line: readonly Pixel[]): Pixel[][] {
  const kept: Pixel[] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (!last || between(last, point) >= SMALLEST_STEP) kept.push(point);
  }
  return kept.length > 2 ? [kept] : [];
}

/** The line from end to end without points between that are too near to the one before to be seen apart. */
export function sparse(line: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  for (const [index, point] of line.entries()) {
    const last = kept.at(-1);
    if (!last || index === line.length - 1 || between(last, point) >= SMALLEST_STEP)
      kept.push(point);
  }
  return kept;
}
