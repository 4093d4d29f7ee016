// The map of one moment in its frame: ground, scene, scale bar.

import { createProjection, type Pixel, type Projection } from "#web/view/drawing/projection.ts";
import { element, round } from "#web/view/drawing/svg.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { bareSketch } from "./bare-sketch.ts";
import { drawScene } from "./draw-scene.ts";
import { figureView } from "./figure-view.ts";
import { groundSvg } from "./ground-layer.ts";
import { type Box, overlap } from "./label-placement.ts";
import { marks } from "./name-layer.ts";
import { scaleBarBox, scaleBarOf, scaleBarSvg } from "./scale-bar.ts";
import type { Sketch } from "./sketch.ts";

export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const SCALE_MARGIN = 18;
/** From the top of the map to the foot of a bar that stands there. */
const SCALE_HEIGHT = 34;

type PanelSketch = Sketch & {
  /** The left end of the scale bar; null where the map carries none. */
  readonly scaleAt: Pixel | null;
};

/** `hasScale`: the map carries the scale bar, on which no name may stand. */
export function sketchOf(
  input: FigureInput,
  moment: Moment,
  notes: SourceNotes,
  { height, width }: Pick<Frame, "width" | "height">,
  hasScale: boolean,
): PanelSketch {
  const projection = createProjection(figureView(input, { height, width }));
  const bare = bareSketch(input, moment, projection, notes);
  if (!hasScale) return { ...bare, scaleAt: null };
  // In a film it stands where it is in the way of none of the pictures.
  const scenes = (input.steadyOver ?? [moment]).map(({ scene }) => scene);
  const scaleAt = scalePlace(
    projection,
    scenes.flatMap((one) => marks({ ...bare, scene: one })),
  );
  return { ...bare, scaleAt, reserved: [scaleBarBox(projection, scaleAt)] };
}

/** The first corner in which the bar covers no mark, from the lower left on; else that in which it covers fewest. */
function scalePlace(projection: Projection, covered: readonly Box[]): Pixel {
  const { height, width } = projection.view;
  const right = width - SCALE_MARGIN - scaleBarOf(projection).pixels;
  const foot = height - SCALE_MARGIN;
  const corners: readonly Pixel[] = [
    [SCALE_MARGIN, foot],
    [right, foot],
    [SCALE_MARGIN, SCALE_HEIGHT],
    [right, SCALE_HEIGHT],
  ];
  const inTheWay = (corner: Pixel) => {
    const bar = scaleBarBox(projection, corner);
    return covered.filter((mark) => overlap(mark, bar)).length;
  };
  return corners.reduce((best, corner) => (inTheWay(corner) < inTheWay(best) ? corner : best));
}

/** `suffix` parts the ids of several maps of one figure. */
export function mapPanel(
  sketch: PanelSketch,
  { width: frameWidth, x, y }: Frame,
  suffix: string,
): string {
  const { height, width } = sketch.projection.view;
  const layers = drawScene(sketch).layers.flatMap(({ id, parts }) =>
    parts.length > 0 ? element("g", { id: `${id}${suffix}` }, ...parts.map(({ svg }) => svg)) : [],
  );
  const clip = `map${suffix}-frame`;
  return element(
    "g",
    {
      id: `map${suffix}`,
      transform: `translate(${round(x)} ${round(y)}) scale(${(frameWidth / width).toFixed(5)})`,
      "clip-path": `url(#${clip})`,
    },
    // Nested drawings are not cut off by every program; this is.
    element("clipPath", { id: clip }, element("rect", { width, height })),
    groundSvg(sketch, suffix),
    ...layers,
    sketch.scaleAt
      ? scaleBarSvg(sketch.projection, sketch.scaleAt, sketch.language, sketch.palette, suffix)
      : "",
  );
}
