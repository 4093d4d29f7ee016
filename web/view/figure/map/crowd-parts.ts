// A crowd of events: one path for all marks of a colour, so that a hundred thousand of them are a file that opens. A disc
// where the place is not known so exactly, a ring where the time is not, faint what a filter does not leave; the same as
// on the map.
import { crowdColoursOf } from "#web/view/crowd/crowd-colours.ts";
import { HOLE, LEAST_STRENGTH, radiusAt, WIDEST_DISC } from "#web/view/crowd/crowd-size.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import { type Box, boxAround } from "#web/view/figure/placement/occupancy.ts";
import { faintUnless, type Part, type Sketch } from "./sketch.ts";

/** How marks look that are drawn together. */
export type CrowdLook = {
  readonly colour: string;
  readonly isCertain: boolean;
  readonly isMatch: boolean;
  /** Radius of the disc within which the place is; 0 where a mark is larger. */
  readonly disc: number;
};

type Marks = CrowdLook & {
  /** Places of the categories of its events. */
  readonly categories: Set<number>;
  /** Events at each of the places, which are numbers of steps from the left and from the top. */
  readonly at: Map<number, number>;
};

/** Marks closer together than this, in units of layout, are one. */
const STEP = 0.5;
/** More steps than there are on any map, from the top and beyond its edges. */
const [STEPS, BEYOND] = [2 ** 20, 2 ** 10];

const OPACITY = 0.85;
const discOpacity = (disc: number, radius: number) =>
  OPACITY * (LEAST_STRENGTH + (1 - LEAST_STRENGTH) * (radius / disc));

/** The marks of the crowd that are in sight, by their looks. */
export function crowdInSight({ crowd, palette, projection }: Sketch): readonly Marks[] {
  if (!crowd) return [];
  const { view } = projection;
  const [, latitude = 0] = view.centre;
  const radius = radiusAt(view.zoom);
  const perMetre = projection.metresToPixels(1, latitude);
  const colours = crowdColoursOf(palette);
  const marks = new Map<number, Marks>();
  crowd.forEach(({ category, isCertain, isMatch, precisionM, x, y }) => {
    const spread = Math.min(precisionM * perMetre, WIDEST_DISC);
    const disc = spread > radius ? Math.ceil(spread) : 0;
    const at = projection.squareToPixel(x, y);
    if (!isWithin(at, view, Math.max(disc, radius))) return;
    const place = Math.min(category, colours.length - 1);
    // A disc is as faint whether its event was certainly then or not.
    const isSolid = isCertain || disc > 0;
    const key = orderOf({ isMatch, disc, place, isSolid });
    let known = marks.get(key);
    if (!known) {
      const look = { colour: colours[place] ?? "", isCertain: isSolid, isMatch, disc };
      known = { ...look, categories: new Set(), at: new Map() };
      marks.set(key, known);
    }
    known.categories.add(category);
    const cell = cellOf(at);
    known.at.set(cell, (known.at.get(cell) ?? 0) + 1);
  });
  return [...marks].sort(([a], [b]) => a - b).map(([, look]) => look);
}

/** From the lowest up: faint ones, then discs, the widest first; of marks those of the rarest categories are the highest. */
const orderOf = (look: {
  readonly isMatch: boolean;
  readonly disc: number;
  readonly place: number;
  readonly isSolid: boolean;
}) =>
  (look.isMatch ? 2 ** 20 : 0) +
  (look.disc === 0 ? 2 ** 19 : (WIDEST_DISC - look.disc) * 2 ** 11) +
  look.place * 2 +
  (look.isSolid ? 1 : 0);

const cellOf = ([x, y]: Pixel) =>
  (Math.round(x / STEP) + BEYOND) * STEPS + Math.round(y / STEP) + BEYOND;

const pixelOf = (cell: number): Pixel => [
  (Math.floor(cell / STEPS) - BEYOND) * STEP,
  ((cell % STEPS) - BEYOND) * STEP,
];

export function crowdParts(sketch: Sketch): Part[] {
  const radius = radiusAt(sketch.projection.view.zoom);
  const pieces = crowdInSight(sketch).flatMap((marks) => inTurns(marks));
  // One turn after the other, so that where many lie none hides all others; faint ones and discs stay below.
  const layerOf = ({ disc, isMatch }: CrowdLook) => Number(isMatch) * 2 + Number(disc === 0);
  const order = pieces.sort(
    (a, b) => layerOf(a.marks) - layerOf(b.marks) || b.marks.disc - a.marks.disc || a.turn - b.turn,
  );
  return order.map(({ cells, marks }, index) => {
    const svg = marks.disc > 0 ? discs(marks, cells, radius) : dots(marks, cells, radius, sketch);
    const names = [...marks.categories]
      .map((place) => sketch.crowd?.categories[place] ?? "")
      .sort()
      .join(" ");
    return {
      key: `crowd ${index}`,
      svg: element("g", { "data-categories": names }, faintUnless(marks.isMatch, svg)),
    };
  });
}

/** So many marks are in one path: programs read longer ones slowly. */
const MARKS_OF_PATH = 200;

/** The marks of one look, scattered over several paths. */
function inTurns(marks: Marks) {
  const cells = [...marks.at]
    .map(([cell, count]) => ({ cell, count, rank: scattered(cell, marks.colour) }))
    .sort((a, b) => a.rank - b.rank || a.cell - b.cell);
  return Array.from({ length: Math.ceil(cells.length / MARKS_OF_PATH) }, (_, turn) => ({
    marks,
    turn,
    cells: cells.slice(turn * MARKS_OF_PATH, (turn + 1) * MARKS_OF_PATH),
  }));
}

/** A number that has nothing to do with where the cell is, and is another for each colour. */
function scattered(cell: number, colour: string): number {
  let hash = Number.parseInt(colour.slice(1), 16);
  for (const part of [cell % STEPS, Math.floor(cell / STEPS)])
    hash = Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 0;
}

/** Where the marks stand. */
export function crowdBoxes(sketch: Sketch): Box[] {
  const radius = radiusAt(sketch.projection.view.zoom);
  return crowdInSight(sketch).flatMap(({ at, disc }) =>
    [...at.keys()].map((cell) => boxAround(pixelOf(cell), Math.max(disc, radius))),
  );
}

type Cells = readonly { readonly cell: number; readonly count: number }[];

/** Where several lie in the same place, the disc is as strong as they are together. */
function discs({ colour, disc }: CrowdLook, cells: Cells, radius: number): string {
  const one = discOpacity(disc, radius);
  const circles = cells.map(({ cell, count }) => {
    const [cx, cy] = pixelOf(cell);
    const opacity = 1 - (1 - one) ** count;
    return element("circle", { cx, cy, r: disc, "fill-opacity": opacity.toFixed(2) });
  });
  return element("g", { fill: colour }, ...circles);
}

function dots({ colour, isCertain }: CrowdLook, cells: Cells, radius: number, { palette }: Sketch) {
  const d = cells
    .map(({ cell }) => {
      const [x, y] = pixelOf(cell);
      // Not every program draws a line that has no length.
      return `M${x} ${y}h.01`;
    })
    .join("");
  const stroke = (paint: string, width: number, opacity?: number) =>
    element("path", {
      d,
      fill: "none",
      stroke: paint,
      "stroke-opacity": opacity,
      "stroke-width": width.toFixed(2),
      "stroke-linecap": "round",
    });
  const ring = isCertain ? "" : stroke(palette.halo, 2 * radius * HOLE);
  return stroke(colour, 2 * radius, OPACITY) + ring;
}

const [KEY_DOT, KEY_DISC] = [4.5, 9];

/** A mark of the key. */
export function crowdGlyph(
  at: Pixel,
  look: Pick<CrowdLook, "colour" | "isCertain">,
  palette: Sketch["palette"],
): string {
  const [cx, cy] = at;
  const dot = element("circle", { cx, cy, r: KEY_DOT, fill: look.colour, "fill-opacity": OPACITY });
  return look.isCertain
    ? dot
    : dot + element("circle", { cx, cy, r: KEY_DOT * HOLE, fill: palette.halo });
}

export const crowdDisc = ([cx, cy]: Pixel, colour: string): string =>
  element("circle", {
    cx,
    cy,
    r: KEY_DISC,
    fill: colour,
    "fill-opacity": discOpacity(KEY_DISC, KEY_DOT),
  });
