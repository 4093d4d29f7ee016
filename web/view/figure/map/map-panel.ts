// The map of one moment in its frame: ground, scene, scale bar.

import {
  createProjection,
  fitView,
  type Pixel,
  type Projection,
} from "#web/view/drawing/projection.ts";
import { element, round } from "#web/view/drawing/svg.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { drawScene } from "./draw-scene.ts";
import { groundSvg } from "./ground-layer.ts";
import { scaleBarBox, scaleBarSvg } from "./scale-bar.ts";
import type { Sketch } from "./sketch.ts";

export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const SCALE_MARGIN = 18;

/** `hasScale`: the map carries the scale bar, on which no name may stand. */
export function sketchOf(
  { area, box, chosen, dataset, language, palette, showsDistances }: FigureInput,
  { changes, scene }: Moment,
  notes: SourceNotes,
  { height, width }: Pick<Frame, "width" | "height">,
  hasScale: boolean,
): Sketch {
  const projection = createProjection(fitView(box, width, height));
  return {
    area,
    changes,
    chosen,
    dataset,
    language,
    palette,
    scene,
    showsDistances,
    notes,
    projection,
    reserved: hasScale ? [scaleBarBox(projection, scalePlace(projection))] : [],
    isInteractive: false,
  };
}

const scalePlace = ({ view }: Projection): Pixel => [SCALE_MARGIN, view.height - SCALE_MARGIN];

/** `suffix` parts the ids of several maps of one figure. */
export function mapPanel(
  sketch: Sketch,
  { width: frameWidth, x, y }: Frame,
  showsScale: boolean,
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
    showsScale
      ? scaleBarSvg(
          sketch.projection,
          scalePlace(sketch.projection),
          sketch.language,
          sketch.palette,
          suffix,
        )
      : "",
  );
}
