// The marks of the figure, each drawn around its own middle: one shape a meaning, so that they are told apart without
// colour too.

import type { MarkSymbol } from "#model/dataset/declared.ts";
import type { Palette } from "#web/view/drawing/palette.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";

/** Radius of the mark of an event. */
export const EVENT_RADIUS = 9;

/** A site that is over: an empty ring, struck out. */
export function ghostGlyph([x, y]: Pixel, palette: Palette): string {
  return element(
    "g",
    {
      fill: "none",
      stroke: palette.ghost,
      "stroke-width": 1.3,
      "stroke-opacity": 0.75,
      transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
    },
    element("circle", { r: 3.4 }),
    element("path", { d: "M-5 5 5-5" }),
  );
}

export function landmarkGlyph([x, y]: Pixel, isReference: boolean, palette: Palette): string {
  const half = isReference ? 4.2 : 2.8;
  return element("rect", {
    x: x - half,
    y: y - half,
    width: 2 * half,
    height: 2 * half,
    fill: palette.ink,
    "fill-opacity": isReference ? undefined : 0.7,
    stroke: palette.halo,
    "stroke-width": 1.5,
  });
}

/** The head of an arrow that goes in the direction of `angle` (radians, clockwise from the right). */
export function arrowHead([x, y]: Pixel, angle: number, opacity: number, palette: Palette): string {
  const degrees = (angle * 180) / Math.PI + 90;
  const head = {
    d: "M0-6 4.5 4 0 1.8-4.5 4Z",
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${degrees.toFixed(1)})`,
  };
  return (
    element("path", { ...head, fill: "none", stroke: palette.halo, "stroke-opacity": opacity }) +
    element("path", { ...head, fill: palette.ink, "fill-opacity": opacity })
  );
}

/** Dashes of what only may have happened, and how much paler the sign in its ring is. */
export const POSSIBLE_DASH = "2.6 2";
export const POSSIBLE_OPACITY = 0.55;

/** Radius of the dot that stands where a symbol has no shape of its own. */
export const EVENT_DOT = 3;

/** What stands in the ring of an event: lines of some symbols, areas of others; of those without either, a dot. */
export const EVENT_STROKES: Partial<Record<MarkSymbol, string>> = {
  cross: "M-3.4-3.4 3.4 3.4M-3.4 3.4 3.4-3.4",
  plus: "M-4 0H4M0-4V4",
  chevron: "M-2-4 2.6 0-2 4",
};
export const EVENT_SHAPES: Partial<Record<MarkSymbol, string>> = {
  triangle: "M0-5 4.6 3.6-4.6 3.6Z",
  square: "M-3.4-3.4H3.4V3.4H-3.4Z",
  diamond: "M0-5 4.4 0 0 5-4.4 0Z",
};

export type EventState = {
  /** It happened in the days that are shown; else it only may have. */
  readonly isCertain: boolean;
  /** It happened in the days before. */
  readonly isRecent?: boolean;
};

/** What happened: ring and sign solid where it is certain, the ring dashed and the sign paler where it is only possible. */
export function eventGlyph(
  [x, y]: Pixel,
  symbol: MarkSymbol,
  { isCertain, isRecent = false }: EventState,
  palette: Palette,
): string {
  const stroke = EVENT_STROKES[symbol];
  const shape = EVENT_SHAPES[symbol];
  const inside = stroke
    ? element("path", {
        d: stroke,
        fill: "none",
        stroke: palette.ink,
        "stroke-width": 2,
        "stroke-linecap": "round",
      })
    : shape
      ? element("path", { d: shape, fill: palette.ink })
      : element("circle", { r: EVENT_DOT, fill: palette.ink });
  return element(
    "g",
    {
      transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
      opacity: isRecent ? 0.4 : 1,
    },
    element("circle", {
      r: EVENT_RADIUS,
      fill: palette.halo,
      stroke: palette.ink,
      "stroke-dasharray": isCertain ? undefined : POSSIBLE_DASH,
    }),
    isCertain ? inside : element("g", { opacity: POSSIBLE_OPACITY }, inside),
  );
}
