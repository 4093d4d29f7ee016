// Words that an editor wrote on the map, each with what leads to what it is about: an arrow, a line from a circle, or nothing.
import type { Annotation } from "#web/view/address/figure-edits.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, round } from "#web/view/drawing/svg.ts";
import { type Box, withinFrame } from "#web/view/figure/placement/occupancy.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";
import { textWidth, wrapText } from "#web/view/figure/type/text-width.ts";
import type { Part, Sketch } from "./sketch.ts";

const [SIZE, FACE, LINE] = [14, "semibold", 1.2] as const;
/** Lines are as long as this, in letters' heights. */
const WIDEST = 13;
const HALO = 3.4;
/** Between the words and what leads away from them, and from its end to what it points to. */
const [OFF, SHORT] = [3, 3] as const;
/** An arrow's head: its length, and half its width. */
const [HEAD, HALF] = [8, 3.6] as const;
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

/** What leads from the words to what they are about, with a rim. */
function leading({ annotation, at, box }: Placed, { palette }: Sketch): string {
  const { arrow, radius } = annotation;
  if (arrow === "none") return "";
  const circle = arrow === "circle" ? { cx: at[0], cy: at[1], r: radius, fill: "none" } : null;
  const from: Pixel = [
    Math.min(Math.max(at[0], box.left - OFF), box.right + OFF),
    Math.min(Math.max(at[1], box.top - OFF), box.bottom + OFF),
  ];
  const length = Math.hypot(at[0] - from[0], at[1] - from[1]);
  const reach = length - (circle ? radius : SHORT);
  const way = reach < LEAST ? "" : wayOf(from, at, { arrow, length, reach });
  const head = circle || way === "" ? "" : headOf(from, at, arrow === "curved");
  const drawn = { fill: "none", "stroke-linecap": "round" } as const;
  const rim = { ...drawn, stroke: palette.halo, "stroke-width": 4 };
  const line = { ...drawn, stroke: palette.ink, "stroke-width": 1.4 };
  const shapes = (look: typeof rim | typeof line) =>
    (circle ? element("circle", { ...look, ...circle }) : "") +
    (way ? element("path", { ...look, d: way }) : "");
  const tip = head
    ? element("path", {
        d: head,
        fill: palette.ink,
        stroke: palette.halo,
        "stroke-width": 1,
        "paint-order": "stroke",
      })
    : "";
  return shapes(rim) + shapes(line) + tip;
}

/** The middle of a curve is drawn to its left, as one goes. */
function bentAt(from: Pixel, to: Pixel): Pixel {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const bend = dx < 0 ? -2 * BULGE : 2 * BULGE;
  return [(from[0] + to[0]) / 2 + dy * bend, (from[1] + to[1]) / 2 - dx * bend];
}

/** The line to just before what it points to, or to the rim of the circle; an arrow's head is drawn beyond it. */
function wayOf(
  from: Pixel,
  at: Pixel,
  { arrow, length, reach }: { arrow: Annotation["arrow"]; length: number; reach: number },
): string {
  const start = `M${round(from[0])} ${round(from[1])}`;
  if (arrow === "curved") {
    const bent = bentAt(from, at);
    const end = along(bent, at, -(SHORT + HEAD * 0.7));
    return `${start}Q${round(bent[0])} ${round(bent[1])} ${round(end[0])} ${round(end[1])}`;
  }
  const end = along(from, at, -(length - reach) - (arrow === "circle" ? 0 : HEAD * 0.7));
  return `${start}L${round(end[0])} ${round(end[1])}`;
}

function headOf(from: Pixel, at: Pixel, isCurved: boolean): string {
  const back = isCurved ? bentAt(from, at) : from;
  const tip = along(back, at, -SHORT);
  const foot = along(back, at, -SHORT - HEAD);
  const length = Math.hypot(at[0] - back[0], at[1] - back[1]) || 1;
  const [ux, uy] = [(at[0] - back[0]) / length, (at[1] - back[1]) / length];
  const corners: readonly Pixel[] = [
    tip,
    [foot[0] - uy * HALF, foot[1] + ux * HALF],
    [foot[0] + uy * HALF, foot[1] - ux * HALF],
  ];
  return `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`;
}

/** From the end of a line, so far on in its direction. */
function along(from: Pixel, to: Pixel, by: number): Pixel {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [to[0] + ((to[0] - from[0]) * by) / length, to[1] + ((to[1] - from[1]) * by) / length];
}
