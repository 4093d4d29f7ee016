// Names that run along a line: the separating line, a distance, a ring.

import { isWithin, pointsAlong } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { type Face, textWidth } from "#web/view/figure/type/text-width.ts";
import { type Box, boxAround, type Occupancy } from "./occupancy.ts";

export type LineLabel = {
  readonly id: string;
  readonly text: string;
  readonly size: number;
  readonly face: Face;
  readonly line: readonly Pixel[];
  /** Pixels between the line and the middle of the text, below it where positive. */
  readonly offset: number;
  /** Pixels between two of the same name; one is enough where the line is shorter. */
  readonly spacing: number;
};

export type PlacedLineLabel = {
  readonly label: LineLabel;
  readonly at: Pixel;
  /** Radians; never upside down. */
  readonly angle: number;
};

const SAMPLE_PX = 24;
/** A line that turns more than this under its name is no place for it. */
const MAX_BEND = 0.25;

/** Puts each name on straight free stretches of its line, beginning in the middle. */
export function placeLineLabels(
  labels: readonly LineLabel[],
  occupancy: Occupancy,
): PlacedLineLabel[] {
  return labels.flatMap((label) => {
    const width = textWidth(label.text, label.size, label.face);
    const samples = pointsAlong(label.line, SAMPLE_PX);
    const reach = Math.max(1, Math.ceil(width / SAMPLE_PX / 2));
    const placed: PlacedLineLabel[] = [];
    for (const index of outwards(samples.length, reach)) {
      const [start, middle, end] = [index - reach, index, index + reach].map((at) => samples[at]);
      if (!start || !middle || !end || !isWithin(middle.at, occupancy.frame)) continue;
      const chord = Math.atan2(end.at[1] - start.at[1], end.at[0] - start.at[0]);
      const under = samples.slice(index - reach, index + reach + 1);
      if (under.some(({ angle }) => Math.abs(turn(angle, chord)) > MAX_BEND)) continue;
      if (placed.some(({ at }) => distance(at, middle.at) < label.spacing)) continue;
      const angle = Math.abs(chord) > Math.PI / 2 ? turn(chord, Math.PI) : chord;
      const [x, y] = middle.at;
      const at: Pixel = [x - Math.sin(angle) * label.offset, y + Math.cos(angle) * label.offset];
      const boxes = boxesAlong(at, angle, width, label.size);
      if (!boxes.every((box) => occupancy.hasRoomFor(box))) continue;
      occupancy.take(...boxes);
      placed.push({ label, at, angle });
    }
    return placed;
  });
}

/** The indices that are `margin` or more from both ends, the middle one first. */
function outwards(length: number, margin: number): number[] {
  const middle = (length - 1) / 2;
  return Array.from(
    { length: Math.max(0, length - 2 * margin) },
    (_, index) => index + margin,
  ).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}

const distance = (a: Pixel, b: Pixel) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The difference of two directions, between −π and π. */
function turn(a: number, b: number): number {
  return Math.atan2(Math.sin(a - b), Math.cos(a - b));
}

/** Squares along a slanted text, which together cover it. */
function boxesAlong([x, y]: Pixel, angle: number, width: number, size: number): Box[] {
  const count = Math.max(1, Math.ceil(width / size));
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width;
    return boxAround([x + Math.cos(angle) * along, y + Math.sin(angle) * along], size * 0.6);
  });
}
