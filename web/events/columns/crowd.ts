// Events too many to be a thing each: columns of numbers, asked all at once.

import { spanAt, WORLD } from "#model/collection/event-columns.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Certainty, Span, Window } from "#model/time/span.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import { forEachOpen } from "#web/view/crowd/open-events.ts";

export type OpenCounts = {
  readonly all: number;
  /** Of all, those in the box. */
  readonly inFrame: number;
  /** Of all, those that the filter leaves. */
  readonly left: number;
};

/** How many events are open in the window. */
export function countOpen(
  blocks: readonly CrowdBlock[],
  window: Window,
  certainty: Certainty,
  frame: Bbox | null,
): OpenCounts {
  const box = frame && mercatorBox(frame);
  let [all, inFrame, left] = [0, 0, 0];
  forEachOpen(blocks, window, certainty, (block, index) => {
    all += 1;
    left += block.left[index] ?? 0;
    if (box && isIn(box, block.x[index] ?? 0, block.y[index] ?? 0)) inFrame += 1;
  });
  return { all, inFrame, left };
}

export type MercatorBox = Readonly<Record<"west" | "east" | "north" | "south", number>>;

/** A box in the numbers of the columns; one that crosses the antimeridian has its east beyond the world's. */
export function mercatorBox({ west, south, east, north }: Bbox): MercatorBox {
  return {
    west: mercatorX(west),
    east: mercatorX(east < west ? east + 360 : east),
    north: mercatorY(north),
    south: mercatorY(south),
  };
}

export function mercatorX(longitude: number): number {
  return ((longitude + 180) / 360) * WORLD;
}

export function mercatorY(latitude: number): number {
  const radians = (Math.min(Math.max(latitude, -89), 89) * Math.PI) / 180;
  return (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * WORLD;
}

function isIn({ east, north, south, west }: MercatorBox, x: number, y: number): boolean {
  return y >= north && y <= south && ((x >= west && x <= east) || x + WORLD <= east);
}

/** The event that is nearest to a position among those that are open and left, or null when none is within the radius. */
export function nearestOpen(
  blocks: readonly CrowdBlock[],
  window: Window,
  certainty: Certainty,
  at: { readonly x: number; readonly y: number; readonly radius: number },
): { readonly x: number; readonly y: number } | null {
  let nearest: { x: number; y: number } | null = null;
  let least = at.radius ** 2;
  forEachOpen(blocks, window, certainty, (block, index) => {
    if (block.left[index] !== 1) return;
    const [x, y] = [block.x[index] ?? 0, block.y[index] ?? 0];
    const across = Math.abs(x - at.x);
    const distance = Math.min(across, WORLD - across) ** 2 + (y - at.y) ** 2;
    if (distance > least) return;
    least = distance;
    nearest = { x, y };
  });
  return nearest;
}

/** The events that are open and left at exactly this position. */
export function openAt(
  blocks: readonly CrowdBlock[],
  window: Window,
  certainty: Certainty,
  at: { readonly x: number; readonly y: number },
): { readonly count: number; readonly category: number | null; readonly span: Span | null } {
  let count = 0;
  let category: number | null = null;
  let span: Span | null = null;
  forEachOpen(blocks, window, certainty, (block, index) => {
    if (block.left[index] !== 1 || block.x[index] !== at.x || block.y[index] !== at.y) return;
    count += 1;
    const own = block.category[index] ?? null;
    category = count === 1 || category === own ? own : null;
    span = count === 1 ? spanAt(block, index) : null;
  });
  return { count, category, span };
}
