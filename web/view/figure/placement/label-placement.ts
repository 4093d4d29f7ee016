// Where names stand: the places that matter most choose first, no name covers another name or a mark, and a name for
// which there is no room is left out. Greedy and deterministic: the same scene always gives the same names.

import type { Pixel } from "#web/view/drawing/projection.ts";
import { type Face, textWidth } from "#web/view/figure/type/text-width.ts";
import { type Box, boxAround, grow, type Occupancy, withinFrame } from "./occupancy.ts";

/** A side of the mark on which its name may stand, in the order in which they are tried. */
export const ANCHORS = [
  "right",
  "left",
  "above",
  "below",
  "above-right",
  "below-left",
  "below-right",
  "above-left",
] as const;
export type Anchor = (typeof ANCHORS)[number] | "centre";

/** A name that lies on the thing itself gives way to a line by so much at most. */
const ON_THE_THING: readonly Anchor[] = ["centre", "above", "below", "right", "left"];

export type Label = {
  readonly id: string;
  readonly lines: readonly string[];
  readonly size: number;
  readonly face: Face;
  /** The middle of what is named. */
  readonly at: Pixel;
  /** Pixels from there that stay free; null for a name that lies on the thing itself. */
  readonly gap: number | null;
  /** Pixels from the middle that its own mark covers, where that is more than marks do. */
  readonly markReach?: number;
  /** Room left around it in pixels. */
  readonly padding: number;
  /** Where there is no room beside the mark it may stand farther off, with a line that leads to it. */
  readonly mayLead?: boolean;
  /** Where there is no room at all it stands where it covers least. */
  readonly isNeeded?: boolean;
};

export type PlacedLabel = {
  readonly label: Label;
  readonly anchor: Anchor;
  readonly box: Box;
  /** From the mark to the name, where it stands off. */
  readonly leader?: readonly [Pixel, Pixel];
};

/** How far off a name may stand, tried in turn, and where its line begins and what it keeps free. */
const LEAD_DISTANCES = [24, 40, 60, 84, 112];
const LEAD_START = 9;
/** So far the line passes over its own mark, or so much farther than that reaches. */
const LEAD_FREE_FROM = 13;
const LEAD_FREE_BEYOND = 5;
const LEAD_STEP = 5;
const LEAD_HALF = 2;

/** How far from the middle of a mark its name stands; what is more is a disc, and the name is as near to that. */
export const GAP_OF_MARK = 11;
/** Pixels between marks that cannot be told apart. */
const SAME_SPOT = 2;

const LINE_HEIGHT = 1.16;
const DIAGONAL = Math.SQRT1_2;

/**
 * Places the labels in the order given. `before` holds the sides of an earlier drawing: a name stays on its side as
 * long as it can, so that names do not jump while the map moves. `rivals`: the middles of marks that a name could be read
 * as that of; it stands nowhere that one of them is nearer to it than its own.
 */
export function placeLabels(
  labels: readonly Label[],
  occupancy: Occupancy,
  before: ReadonlyMap<string, Anchor>,
  rivals: readonly Pixel[] = [],
): PlacedLabel[] {
  return labels.flatMap((label) => {
    const earlier = before.get(label.id);
    const choices = label.gap === null ? ON_THE_THING : ANCHORS;
    const anchors = earlier ? [earlier, ...choices] : choices;
    const free = anchors
      .map((anchor) => ({ label, anchor, box: boxOf(label, anchor) }))
      .filter(({ box }) => occupancy.hasRoomFor(grow(box, label.padding)))
      .filter(({ box }) => isNearestTo(label, box, rivals));
    const chosen =
      free.find(({ box }) => occupancy.avoids(box)) ??
      free[0] ??
      (label.mayLead ? standOff(label, occupancy) : undefined) ??
      (label.isNeeded ? leastCovering(label, occupancy) : undefined);
    if (!chosen) return [];
    occupancy.takeWords(chosen.box);
    return chosen;
  });
}

/** What it costs to cover words, and to stand farther off, in things that are covered. */
const [COST_OF_WORDS, COST_OF_LEADER] = [100, 1.5];

/** Beside the mark or, where that would be on words or on several things, farther off, with a line that leads to it. */
function leastCovering(label: Label, occupancy: Occupancy): PlacedLabel | undefined {
  const placed = [label.gap, ...LEAD_DISTANCES].flatMap((gap, farther) =>
    ANCHORS.map((anchor): PlacedLabel => {
      const box = boxOf({ ...label, gap }, anchor);
      const start = Math.max(LEAD_START, label.markReach ?? 0);
      return { label, anchor, box, ...(farther > 0 && { leader: leaderTo(label.at, box, start) }) };
    }),
  );
  const costOf = ({ box, leader }: PlacedLabel) => {
    const { things, words } = occupancy.coveredBy(box);
    return words * COST_OF_WORDS + things + (leader ? COST_OF_LEADER : 0);
  };
  const [least] = placed
    .filter(({ box }) => occupancy.isInFrame(box))
    .map((one, nth) => ({ one, nth, cost: costOf(one) }))
    .sort((a, b) => a.cost - b.cost || a.nth - b.nth);
  return least?.one;
}

/** Nearer than this to the rim of its mark a name needs no line, in its own height. */
const UNLED = 0.9;

/**
 * The name where somebody put it: its middle so far from what it names, within the frame, whatever it covers. From far off a
 * line leads to it.
 */
export function placeByHand(
  label: Label,
  [right, down]: readonly [number, number],
  occupancy: Occupancy,
): PlacedLabel {
  const [x, y] = label.at;
  const box = withinFrame(
    boxOf({ ...label, at: [x + right, y + down] }, "centre"),
    occupancy.frame,
  );
  occupancy.takeWords(box);
  const start = Math.max(LEAD_START, label.markReach ?? 0);
  const isFar = distanceTo(box, label.at) > Math.max(label.gap ?? 0, start) + UNLED * label.size;
  return {
    label,
    anchor: "centre",
    box,
    ...(isFar && { leader: leaderTo(label.at, box, start) }),
  };
}

/** Whether no mark but its own, or the disc around that, is as near to a name. Marks on one spot share it. */
function isNearestTo({ at, gap }: Label, box: Box, rivals: readonly Pixel[]): boolean {
  if (gap === null) return true;
  const own = distanceTo(box, at) - Math.max(0, gap - GAP_OF_MARK);
  return rivals.every(
    (rival) =>
      Math.hypot(rival[0] - at[0], rival[1] - at[1]) < SAME_SPOT || distanceTo(box, rival) > own,
  );
}

const distanceTo = (box: Box, [x, y]: Pixel): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** The nearest room for a name to which a free line leads; the line is kept free from then on. */
function standOff(label: Label, occupancy: Occupancy): PlacedLabel | undefined {
  const { at, markReach = 0 } = label;
  const freeFrom = Math.max(LEAD_FREE_FROM, markReach + LEAD_FREE_BEYOND);
  for (const gap of LEAD_DISTANCES)
    for (const anchor of ANCHORS) {
      const box = boxOf({ ...label, gap }, anchor);
      if (!occupancy.hasRoomFor(grow(box, label.padding)) || !occupancy.avoids(box)) continue;
      const leader = leaderTo(at, box, Math.max(LEAD_START, markReach));
      const along = boxesBetween(leader[0], leader[1]).filter(
        (one) => Math.hypot(middle(one)[0] - at[0], middle(one)[1] - at[1]) > freeFrom,
      );
      if (!along.every((one) => occupancy.hasRoomFor(one))) continue;
      occupancy.take(...along);
      return { label, anchor, box, leader };
    }
  return undefined;
}

/** From the rim of the mark to the nearest point of the box. */
function leaderTo([x, y]: Pixel, box: Box, start: number): [Pixel, Pixel] {
  const end: Pixel = [
    Math.min(Math.max(x, box.left), box.right),
    Math.min(Math.max(y, box.top), box.bottom),
  ];
  const length = Math.hypot(end[0] - x, end[1] - y) || 1;
  const along = (by: number): Pixel => [
    x + ((end[0] - x) * by) / length,
    y + ((end[1] - y) * by) / length,
  ];
  return [along(start), along(length - 1)];
}

const middle = ({ left, top, right, bottom }: Box): Pixel => [
  (left + right) / 2,
  (top + bottom) / 2,
];

function boxesBetween(from: Pixel, to: Pixel): Box[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const count = Math.max(1, Math.ceil(length / LEAD_STEP));
  return Array.from({ length: count }, (_, index) => {
    const share = index / count;
    return boxAround(
      [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
      LEAD_HALF,
    );
  });
}

/** Where the first baseline of a placed name begins, and the distance to the next. */
export function baselines({ label, box }: PlacedLabel): { first: number; step: number } {
  const step = label.size * LINE_HEIGHT;
  return { first: box.top + label.size * 0.9, step };
}

function boxOf({ lines, size, face, at: [x, y], gap }: Label, anchor: Anchor): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, size, face)));
  const height = lines.length * size * LINE_HEIGHT;
  const far = gap ?? 0;
  const near = far * DIAGONAL;
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  switch (anchor) {
    case "right":
      return at(x + far, y - height / 2);
    case "left":
      return at(x - far - width, y - height / 2);
    case "above":
      return at(x - width / 2, y - far - height);
    case "below":
      return at(x - width / 2, y + far);
    case "above-right":
      return at(x + near, y - near - height);
    case "below-left":
      return at(x - near - width, y + near);
    case "below-right":
      return at(x + near, y + near);
    case "above-left":
      return at(x - near - width, y - near - height);
    case "centre":
      return at(x - width / 2, y - height / 2);
  }
}
