// Rings around the mark that is read about and the one that is pointed to, and the room that names leave for the former.
import type { Position } from "geojson";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import { GAP_OF_MARK } from "#web/view/figure/placement/label-placement.ts";
import type { Box } from "#web/view/figure/placement/occupancy.ts";
import type { Selection } from "#web/view/question/selection.ts";
import type { Part, Sketch } from "./sketch.ts";
import { placedEvents } from "./thing-layers.ts";

/** Radius of the strong ring, its width, and that of the ground between it and all that lies around. */
const [RADIUS, WIDTH, GROUND_WIDTH] = [15, 3, 6.5] as const;
/** Pixels from the middle to where nothing of the strong ring is drawn. */
export const RING_REACH = RADIUS + GROUND_WIDTH / 2;
/** Between the strong ring and the name of what it marks. */
const AIR = 2;
/** Pixels between a ring and a mark that are of one position. */
const SAME_SPOT = 0.5;

/** The ring of what is pointed to stays within the room that every name leaves for its mark: no name moves for it. */
const POINTED_WIDTH = 1.6;
const POINTED_RADIUS = GAP_OF_MARK - 0.4 - POINTED_WIDTH / 2;

export function chosenParts(sketch: Sketch): Part[] {
  const { palette } = sketch;
  return ringMiddles(sketch).map(([cx, cy], nth) => {
    const ring = { cx, cy, r: RADIUS, fill: "none" };
    const svg =
      element("circle", { ...ring, stroke: palette.halo, "stroke-width": GROUND_WIDTH }) +
      element("circle", { ...ring, stroke: palette.ink, "stroke-width": WIDTH });
    return { key: `chosen ${nth}`, svg };
  });
}

export function pointedParts(sketch: Sketch): Part[] {
  const { palette, pointed = [], pointedRecord } = sketch;
  return middlesOf(sketch, pointed, pointedRecord).map(([cx, cy], nth) => {
    const svg = element("circle", {
      cx,
      cy,
      r: POINTED_RADIUS,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": POINTED_WIDTH,
    });
    return { key: `pointed ${nth}`, svg };
  });
}

/** Half the sides of boxes that cover a circle of radius 1 and leave free what they can of the corners around it. */
const HALF_SIDES = [0, 1, 2, 3].map((step) => ({
  across: Math.cos((step * Math.PI) / 8),
  along: Math.sin(((step + 1) * Math.PI) / 8),
}));

/** What strong rings cover. */
export function chosenBoxes(sketch: Sketch): Box[] {
  return ringMiddles(sketch).flatMap(([x, y]) =>
    HALF_SIDES.map(({ across, along }) => ({
      left: x - across * RING_REACH,
      top: y - along * RING_REACH,
      right: x + across * RING_REACH,
      bottom: y + along * RING_REACH,
    })),
  );
}

/** Where the name of a mark may stand and a line to it begin: beyond the strong ring, where the mark has one. */
export function besideMark(sketch: Sketch, [x, y]: Pixel, gap: number) {
  const isChosen = ringMiddles(sketch).some(
    (middle) => Math.hypot(middle[0] - x, middle[1] - y) < SAME_SPOT,
  );
  return isChosen ? { gap: Math.max(gap, RING_REACH + AIR), markReach: RING_REACH } : { gap };
}

/** Asked for each name of a drawing. */
const known = new WeakMap<Sketch, Pixel[]>();

function ringMiddles(sketch: Sketch): Pixel[] {
  const middles = known.get(sketch) ?? middlesOf(sketch, sketch.chosen, sketch.chosenRecord);
  known.set(sketch, middles);
  return middles;
}

/** Of an event the marks that are drawn of it; of all else, and of one that has none, the positions. */
function middlesOf(
  sketch: Sketch,
  positions: readonly Position[],
  record: Selection | null | undefined,
): Pixel[] {
  const drawn =
    record?.kind === "event"
      ? placedEvents(sketch).flatMap(({ at, event }) => (event.id === record.id ? [at] : []))
      : [];
  return drawn.length > 0 ? drawn : positions.map((one) => sketch.projection.toPixel(one));
}
