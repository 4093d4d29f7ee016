// Rings around the mark that is read about and the one that is pointed to, and the room that names leave for the former.
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import { GAP_OF_MARK } from "#web/view/figure/placement/label-placement.ts";
import type { Box } from "#web/view/figure/placement/occupancy.ts";
import type { Part, Sketch } from "./sketch.ts";

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
  const { chosen, palette, projection } = sketch;
  return chosen.map((position) => {
    const [cx, cy] = projection.toPixel(position);
    const ring = { cx, cy, r: RADIUS, fill: "none" };
    const svg =
      element("circle", { ...ring, stroke: palette.halo, "stroke-width": GROUND_WIDTH }) +
      element("circle", { ...ring, stroke: palette.ink, "stroke-width": WIDTH });
    return { key: `chosen ${position.join()}`, svg };
  });
}

export function pointedParts({ palette, pointed = [], projection }: Sketch): Part[] {
  return pointed.map((position) => {
    const [cx, cy] = projection.toPixel(position);
    const svg = element("circle", {
      cx,
      cy,
      r: POINTED_RADIUS,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": POINTED_WIDTH,
    });
    return { key: `pointed ${position.join()}`, svg };
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

const ringMiddles = ({ chosen, projection }: Sketch): Pixel[] =>
  chosen.map((position) => projection.toPixel(position));
