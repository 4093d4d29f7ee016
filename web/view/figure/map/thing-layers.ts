// What happened: events at their position or above their place, and movements as arrows in the direction in which people went.
import type { Position } from "geojson";
import { azimuth, destination, geodesicDistance } from "#model/space/geometry.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import { bunch } from "#web/view/drawing/bunch.ts";
import { linesInSight } from "#web/view/drawing/in-sight.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import { familyOf } from "#web/view/scene/category-family.ts";
import { isOfPlace, placePositions } from "#web/view/scene/sites.ts";
import { arrowHead, EVENT_RADIUS, eventGlyph } from "./glyphs.ts";
import { faintUnless, nthOf, type Part, partOf, type Sketch } from "./sketch.ts";

const GLYPH_RISE = 20;

/**
 * Event marks stand where the events were, at each point of one that was at several; where a place has its own mark there,
 * above that, never on it; where there are several, in a bunch.
 */
export function placedEvents({ dataset, scene, projection }: Sketch) {
  const placed = scene.events.flatMap((shown) => {
    const positions = shown.thing.point ? positionsOfPoints(shown.thing.point) : [];
    return positions.map((position, nth) => ({ ...shown, position, key: position.join(), nth }));
  });
  const counts = new Map<string, number>();
  for (const { key } of placed) counts.set(key, (counts.get(key) ?? 0) + 1);
  const bunches = new Map<string, Iterator<Pixel>>();
  return placed.flatMap(({ thing, isMatch, isRecent, presence, position, key, nth }) => {
    const isAbove = isOfPlace(dataset, position);
    const cells = bunches.get(key) ?? bunch(counts.get(key) ?? 1, isAbove).values();
    bunches.set(key, cells);
    const [right, down] = cells.next().value ?? [0, 0];
    const [x, y] = projection.toPixel(position);
    const at: Pixel = [x + right, y + down - (isAbove ? GLYPH_RISE : 0)];
    if (!isWithin(at, projection.view, EVENT_RADIUS)) return [];
    return { event: thing, isMatch, isRecent, isCertain: presence === "certain", at, nth };
  });
}

export function eventParts(sketch: Sketch): Part[] {
  return placedEvents(sketch).map(({ event, isMatch, isRecent, isCertain, at, nth }) => {
    const mark = eventGlyph(
      at,
      familyOf(sketch.dataset.meta, event.category).symbol,
      { isCertain, isRecent },
      sketch.palette,
    );
    const svg = faintUnless(isMatch, mark);
    const [cx, cy] = at;
    const reach = element("circle", { cx, cy, r: EVENT_RADIUS + 3, fill: "none" });
    return partOf(sketch, { kind: "event", id: event.id }, nthOf("event", nth), svg, reach);
  });
}

/** A destination farther than this, or drawn over a wider area, is a direction and not a place of the map. */
const FAR_M = 20_000;
const STUB_M = 2_600;
const CURVE_STEPS = 16;
/** The head stands past the middle: at the end it would lie under the mark of the place. */
const HEAD_STEP = 10;
/** Of people who only may have moved then; longer than a ring's, as the line is. */
export const MOVEMENT_DASH = "5 4";
/** How far the middle of a curve stands off the straight line, as a share of its length. */
const CURVE = 0.16;

export type PlacedMovement = {
  readonly id: string;
  readonly isRecent: boolean;
  readonly isCertain: boolean;
  readonly isMatch: boolean;
  readonly line: readonly Pixel[];
  readonly head: Pixel;
  /** Direction at the head, in radians. */
  readonly angle: number;
};

export function placedMovements({ dataset, scene, projection }: Sketch): PlacedMovement[] {
  const positions = placePositions(dataset);
  return scene.movements.flatMap(({ thing, isMatch, isRecent, presence }) => {
    const [from, to] = [positions.get(thing.fromId), positions.get(thing.toId)];
    if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return [];
    const [start, end] = projection.toLine([from, within(from, to)]);
    if (!start || !end) return [];
    const line = curve(start, end);
    if (linesInSight([line], projection.view).length === 0) return [];
    const [before, head] = line.slice(HEAD_STEP - 1, HEAD_STEP + 1);
    if (!before || !head) return [];
    const angle = Math.atan2(head[1] - before[1], head[0] - before[0]);
    const isCertain = presence === "certain";
    return { id: thing.id, isMatch, isRecent, isCertain, line, head, angle };
  });
}

export function movementParts(sketch: Sketch): Part[] {
  return placedMovements(sketch).map(({ id, isMatch, isRecent, isCertain, line }) => {
    const d = linesInSight([line], sketch.projection.view)
      .map((part) => pathThrough(part))
      .join("");
    const path = {
      d,
      fill: "none",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    } as const;
    const stroke = element("path", {
      ...path,
      stroke: sketch.palette.ink,
      "stroke-width": 1.8,
      "stroke-opacity": isRecent ? 0.28 : 0.8,
      "stroke-dasharray": isCertain ? undefined : MOVEMENT_DASH,
    });
    const svg = faintUnless(isMatch, stroke);
    const reach = element("path", { ...path, "stroke-width": 12 });
    return partOf(sketch, { kind: "movement", id }, "movement", svg, reach);
  });
}

export function movementHeadParts(sketch: Sketch): Part[] {
  return placedMovements(sketch).map(({ id, isMatch, isRecent, head, angle }) =>
    partOf(
      sketch,
      { kind: "movement", id },
      "head",
      faintUnless(isMatch, arrowHead(head, angle, isRecent ? 0.35 : 0.85, sketch.palette)),
    ),
  );
}

/** Towards a far destination only a short way is drawn: the direction is known, the map does not reach there. */
function within(from: Position, to: Position): Position {
  return geodesicDistance(from, to) > FAR_M ? destination(from, azimuth(from, to), STUB_M) : to;
}

/** A quadratic Bézier curve that bends to the right of the way. */
function curve([x1, y1]: Pixel, [x2, y2]: Pixel): Pixel[] {
  const [cx, cy] = [(x1 + x2) / 2 + (y2 - y1) * CURVE, (y1 + y2) / 2 - (x2 - x1) * CURVE];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, index) => {
    const t = index / CURVE_STEPS;
    const at = (a: number, c: number, b: number) =>
      (1 - t) ** 2 * a + 2 * (1 - t) * t * c + t ** 2 * b;
    return [at(x1, cx, x2), at(y1, cy, y2)];
  });
}
