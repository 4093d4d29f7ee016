// Lines of latitude and longitude with their degrees, where the ground has nothing to go by: inland and at the scale of
// a town the coasts of the world are one flat colour. They claim nothing, and hold at any date, which borders do not.
import { boxesMeet } from "#model/space/bbox.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import { hasCoastIn } from "#web/view/drawing/coast-in-frame.ts";
import { groundOf, hasOwnGround } from "#web/view/drawing/ground.ts";
import {
  boundsOf,
  LAST_LATITUDE,
  mercatorX,
  mercatorY,
  TILE,
  type View,
} from "#web/view/drawing/projection.ts";
import { element, pathData } from "#web/view/drawing/svg.ts";
import { type Box, overlap } from "#web/view/figure/placement/occupancy.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import type { Part, Sketch } from "./sketch.ts";

/** Lines stand as far apart as this, in pixels, and up to two and a half times as far. */
const LEAST_APART = 110;
const STEPS = [1, 2, 5, 10];
const SIZE = 12;
const [LINE, HALO] = [0.8, 2.6];
/** From the edge of the map to a number, and from a line to the number on it. */
const [FROM_EDGE, FROM_LINE] = [6, 4];

type Axis = "latitude" | "longitude";

type Line = {
  readonly id: string;
  readonly axis: Axis;
  readonly d: string;
  readonly text: string;
  /** Where its number may stand: at the one edge of the map, and at the other; nowhere where it would be cut. */
  readonly boxes: readonly Box[];
};

export type Graticule = {
  readonly parts: readonly Part[];
  /** Where the numbers stand: no name covers them. */
  readonly boxes: readonly Box[];
};

const NONE: Graticule = { parts: [], boxes: [] };

/** Empty where the ground of the map has a line in sight, or where it is not known yet whether it has. */
export function graticuleOf(sketch: Sketch): Graticule {
  if (!isBlank(sketch)) return NONE;
  const { language, palette, projection, reserved } = sketch;
  const lines = linesOf(projection.view, (degrees, axis, digits) => {
    const number = formatNumber(Math.abs(degrees), language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return degreesInWords(messagesOf(language, sketch.dataset.meta), axis, degrees, number);
  });
  const numbers = numbersOf(lines, reserved);
  const parts = lines.map(({ d, id, text }): Part => {
    const path = element("path", { d, stroke: palette.shore, "stroke-width": LINE, fill: "none" });
    const box = numbers.get(id);
    if (!box) return { key: id, svg: path };
    const label = haloedText(
      [{ text }],
      { size: SIZE, face: "regular" },
      { x: box.left, y: box.bottom - SIZE * 0.26, fill: palette.label },
      { colour: palette.land, width: HALO },
      sketch.isInteractive,
    );
    return { key: id, svg: path + label };
  });
  return { parts, boxes: [...numbers.values()] };
}

/** Where the numbers stand, by the ids of their lines: all of an axis along one edge, that on which more have room. */
function numbersOf(lines: readonly Line[], reserved: readonly Box[]): Map<string, Box> {
  const numbers = new Map<string, Box>();
  for (const axis of ["longitude", "latitude"] as const) {
    const taken = [...reserved, ...numbers.values()];
    const rows = [0, 1].map((edge) =>
      lines
        .filter((line) => line.axis === axis)
        .flatMap(({ boxes, id }) => {
          const box = boxes[edge];
          const isFree = box && !taken.some((other) => overlap(other, box));
          return isFree ? [[id, box] as const] : [];
        }),
    );
    const [row = []] = rows.sort((a, b) => b.length - a.length);
    for (const [id, box] of row) numbers.set(id, box);
  }
  return numbers;
}

/** Whether the ground is the world's, and one colour in what is shown. */
function isBlank({ dataset, land, projection }: Sketch): boolean {
  if (!land || hasOwnGround(dataset)) return false;
  const { view } = projection;
  const bounds = boundsOf(view);
  const laid = dataset.meta.ground;
  if (laid && boxesMeet(laid.bounds, bounds)) return false;
  const { untilZoom } = groundOf(dataset, land);
  return (untilZoom !== null && view.zoom >= untilZoom) || !hasCoastIn(land, bounds);
}

function linesOf(
  view: View,
  textOf: (degrees: number, axis: Axis, digits: number) => string,
): Line[] {
  const { height, width, zoom } = view;
  const { east, north, south, west } = boundsOf(view);
  const world = TILE * 2 ** zoom;
  const [longitude = 0, latitude = 0] = view.centre;
  const xOf = (lon: number) => width / 2 + (mercatorX(lon) - mercatorX(longitude)) * world;
  const yOf = (lat: number) => height / 2 + (mercatorY(lat) - mercatorY(latitude)) * world;
  const across = stepOf(width / (east - west));
  const down = stepOf(height / (north - south));
  const tall = SIZE * 1.2;
  const meridians = multiplesIn(west, east, across).map((lon): Line => {
    const text = textOf(lon - 360 * Math.round(lon / 360), "longitude", digitsOf(across));
    const [x, wide] = [xOf(lon), textWidth(text, SIZE, "regular")];
    const left = x + FROM_LINE;
    const boxAt = (top: number) => ({ left, top, right: left + wide, bottom: top + tall });
    const boxes = [height - FROM_EDGE - tall, FROM_EDGE].map(boxAt);
    const isWhole = left + wide <= width;
    return {
      axis: "longitude",
      id: `meridian ${lon.toFixed(6)}`,
      d: pathData`M${x} 0V${height}`,
      text,
      boxes: isWhole ? boxes : [],
    };
  });
  const parallels = multiplesIn(
    Math.max(south, -LAST_LATITUDE),
    Math.min(north, LAST_LATITUDE),
    down,
  ).map((lat): Line => {
    const text = textOf(lat, "latitude", digitsOf(down));
    const [y, wide] = [yOf(lat), textWidth(text, SIZE, "regular")];
    const top = y - FROM_LINE - tall;
    const boxAt = (left: number) => ({ left, top, right: left + wide, bottom: top + tall });
    const boxes = [FROM_EDGE, width - FROM_EDGE - wide].map(boxAt);
    return {
      axis: "latitude",
      id: `parallel ${lat.toFixed(6)}`,
      d: pathData`M0 ${y}H${width}`,
      text,
      boxes: top >= 0 ? boxes : [],
    };
  });
  return [...meridians, ...parallels];
}

/** The least of 1, 2 or 5 times a power of ten degrees that is wide enough. */
function stepOf(pixelsOfDegree: number): number {
  const least = LEAST_APART / pixelsOfDegree;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
}

/** Decimals that a multiple of the step has. */
const digitsOf = (step: number) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

function multiplesIn(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, nth) => (first + nth) * step,
  );
}

/** Neither half where it is the line that parts them. */
function degreesInWords(texts: Messages, axis: Axis, degrees: number, number: string): string {
  if (
    Math.abs(degrees) < 1e-9 ||
    (axis === "longitude" && Math.abs(Math.abs(degrees) - 180) < 1e-9)
  )
    return `${number}°`;
  const [positive, negative] = axis === "latitude" ? texts.northSouth : texts.eastWest;
  return `${number}° ${degrees > 0 ? positive : negative}`;
}
