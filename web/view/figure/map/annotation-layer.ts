// Words that an editor wrote on the map, each with what leads to what it is about: an arrow, a line from a circle, or nothing.
import type { Annotation } from "#web/view/address/figure-edits.ts";
import { pointsAlong } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import { type Box, boxAround, withinFrame } from "#web/view/figure/placement/occupancy.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";
import { textWidth, wrapText } from "#web/view/figure/type/text-width.ts";
import type { Part, Sketch } from "./sketch.ts";

const [SIZE, FACE, LINE] = [14, "semibold", 1.2] as const;
/** Lines are as long as this, in letters' heights. */
const WIDEST = 13;
const HALO = 3.4;
/** Between the words and what leads away from them, and from its end to what it points to. */
const [OFF, SHORT] = [3, 3] as const;
/** An arrow's head: its length, and half its width. It is open and its line is thin: people did not go along it. */
const [HEAD, HALF] = [7, 4] as const;
const STROKE = 1.1;
/** So far beside a line no name stands. */
const BESIDE = 4;
const [CURVE_STEPS, RIM_STEPS] = [16, 32] as const;
/** How far a curve bulges, as a share of its length. */
const BULGE = 0.18;
/** Shorter than this nothing leads. */
const LEAST = 6;

type Placed = {
  readonly annotation: Annotation & { readonly nth: number };
  readonly at: Pixel;
  readonly lines: readonly string[];
  readonly box: Box;
};

/** Where the words stand: always within the map, whatever it shows. */
export function placedAnnotations({ annotations = [], projection }: Sketch): Placed[] {
  return annotations.map((annotation) => {
    const at = projection.toPixel([...annotation.at]);
    const lines = wrapText(annotation.text, SIZE, FACE, SIZE * WIDEST);
    const [x, y] = [at[0] + annotation.offset[0], at[1] + annotation.offset[1]];
    const width = Math.max(...lines.map((line) => textWidth(line, SIZE, FACE)));
    const height = lines.length * SIZE * LINE;
    const asked = { left: x - width / 2, top: y - height / 2, right: x + width / 2 };
    const box = withinFrame({ ...asked, bottom: y + height / 2 }, projection.view);
    return { annotation, at, lines, box };
  });
}

export function annotationParts(sketch: Sketch): Part[] {
  const { palette } = sketch;
  return placedAnnotations(sketch).map((placed) => {
    const { annotation, box, lines } = placed;
    const words = haloedText(
      lines.map((text, index) => ({
        text,
        at: { x: (box.left + box.right) / 2, y: box.top + SIZE * (0.95 + index * LINE) },
      })),
      { size: SIZE, face: FACE },
      { fill: palette.ink, "text-anchor": "middle" },
      { colour: palette.halo, width: HALO },
      false,
    );
    const record = `note:${annotation.nth + 1}`;
    return { key: record, svg: leading(placed, sketch) + words, record };
  });
}

/** Where lines and circles of notes are drawn: names keep off them when they have another place to stand. */
export function leadBoxes(sketch: Sketch): Box[] {
  return placedAnnotations(sketch).flatMap((placed) => {
    const lines = [wayOf(placed) ?? [], placed.annotation.arrow === "circle" ? rimOf(placed) : []];
    return lines
      .flatMap((line) => pointsAlong(line, BESIDE * 2))
      .map(({ at }) => boxAround(at, BESIDE));
  });
}

/** The circle around what a note is about. */
const rimOf = ({ annotation: { radius }, at: [x, y] }: Placed): Pixel[] =>
  Array.from({ length: RIM_STEPS + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / RIM_STEPS;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

/** What leads from the words to what they are about, with a rim. */
function leading(placed: Placed, { palette }: Sketch): string {
  const { annotation, at } = placed;
  const { arrow, radius } = annotation;
  if (arrow === "none") return "";
  const circle = arrow === "circle" ? { cx: at[0], cy: at[1], r: radius, fill: "none" } : null;
  const way = wayOf(placed);
  const head = circle || !way ? "" : headOf(way);
  const drawn = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
  const rim = { ...drawn, stroke: palette.halo, "stroke-width": STROKE + 2.6 };
  const line = { ...drawn, stroke: palette.ink, "stroke-width": STROKE };
  const shapes = (look: typeof rim | typeof line) =>
    (circle ? element("circle", { ...look, ...circle }) : "") +
    (way ? element("path", { ...look, d: pathThrough(way) + head }) : "");
  return shapes(rim) + shapes(line);
}

/** The middle of a curve is drawn to its left, as one goes. */
function bentAt(from: Pixel, to: Pixel): Pixel {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const bend = dx < 0 ? -2 * BULGE : 2 * BULGE;
  return [(from[0] + to[0]) / 2 + dy * bend, (from[1] + to[1]) / 2 - dx * bend];
}

/** The line to just before what it points to, or to the rim of the circle; null where there is none, or no room for it. */
function wayOf({ annotation: { arrow, radius }, at, box }: Placed): readonly Pixel[] | null {
  if (arrow === "none") return null;
  const from: Pixel = [
    Math.min(Math.max(at[0], box.left - OFF), box.right + OFF),
    Math.min(Math.max(at[1], box.top - OFF), box.bottom + OFF),
  ];
  const short = arrow === "circle" ? radius : SHORT;
  if (Math.hypot(at[0] - from[0], at[1] - from[1]) - short < LEAST) return null;
  if (arrow !== "curved") return [from, along(from, at, -short)];
  const bent = bentAt(from, at);
  const end = along(bent, at, -short);
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const t = step / CURVE_STEPS;
    const on = (a: number, b: number, c: number) =>
      (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    return [on(from[0], bent[0], end[0]), on(from[1], bent[1], end[1])];
  });
}

/** An open head at the end of a line, in its direction there. */
function headOf(way: readonly Pixel[]): string {
  const [back, tip] = way.slice(-2);
  if (!back || !tip) return "";
  const foot = along(back, tip, -HEAD);
  const length = Math.hypot(tip[0] - foot[0], tip[1] - foot[1]) || 1;
  const [ux, uy] = [(tip[0] - foot[0]) / length, (tip[1] - foot[1]) / length];
  return pathThrough([
    [foot[0] - uy * HALF, foot[1] + ux * HALF],
    tip,
    [foot[0] + uy * HALF, foot[1] - ux * HALF],
  ]);
}

/** From the end of a line, so far on in its direction. */
function along(from: Pixel, to: Pixel, by: number): Pixel {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [to[0] + ((to[0] - from[0]) * by) / length, to[1] + ((to[1] - from[1]) * by) / length];
}
