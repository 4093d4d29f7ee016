// The map of one moment in its frame: ground, scene, scale bar.

import { createProjection, type Pixel, type Projection } from "#web/view/drawing/projection.ts";
import { element, round } from "#web/view/drawing/svg.ts";
import { type Box, boxAround, overlap } from "#web/view/figure/placement/occupancy.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { placedAnnotations } from "./annotation-layer.ts";
import { bareSketch } from "./bare-sketch.ts";
import { crowdBoxes } from "./crowd-parts.ts";
import { dateLabelBox, dateLabelSize, dateLabelSvg } from "./date-label.ts";
import { drawScene } from "./draw-scene.ts";
import { figureView } from "./figure-view.ts";
import { groundSvg } from "./ground-layer.ts";
import { marks } from "./name-layer.ts";
import { scaleBarBox, scaleBarOf, scaleBarSvg } from "./scale-bar.ts";
import { peoplePixels } from "./site-layers.ts";
import { type Part, pixelsOf, type Sketch } from "./sketch.ts";

export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const SCALE_MARGIN = 18;
/** From the top of the map to the foot of a bar that stands there. */
const SCALE_HEIGHT = 34;
/** From the edge of the map to a date that stands on it. */
const DATE_MARGIN = 10;

type PanelSketch = Sketch & {
  /** The left end of the scale bar; null where the map carries none. */
  readonly scaleAt: Pixel | null;
  /** The date, where it stands on the map, and its upper left corner. */
  readonly dated: { readonly date: string; readonly at: Pixel } | null;
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
  if (!hasScale) return { ...bare, scaleAt: null, dated: null };
  // In a film it stands where it is in the way of none of the pictures.
  const scenes = (input.steadyOver ?? [moment]).map(({ scene }) => scene);
  const crowd = input.steadyOver ? [] : crowdBoxes(bare);
  const written = placedAnnotations(bare).map(({ box }) => box);
  const taken = [...scenes.flatMap((one) => marks({ ...bare, scene: one })), ...crowd, ...written];
  const { post } = input;
  const aside: readonly Box[] =
    post && post.aside > 0
      ? [{ left: width - post.aside, top: 0, right: width, bottom: height }]
      : [];
  const dated =
    post && input.moments.length === 1
      ? {
          date: moment.date,
          at: datePlace(moment.date, { width: width - post.aside, height }, [
            ...taken,
            ...circles(bare),
          ]),
        }
      : null;
  const reserved = [...aside, ...(dated ? [dateLabelBox(dated.date, dated.at)] : [])];
  const scaleAt = scalePlace(projection, [...taken, ...reserved]);
  return {
    ...bare,
    dated,
    scaleAt,
    reserved: [...reserved, scaleBarBox(projection, scaleAt)],
  };
}

/** Where the numbers of people are drawn. */
const circles = (sketch: Sketch): readonly Box[] =>
  sketch.scene.sites.flatMap(({ people, phase }) =>
    people === null
      ? []
      : pixelsOf(sketch, phase.geometry).map((at) => boxAround(at, peoplePixels(people.high))),
  );

/** The first corner in which the date covers nothing, from the upper left on; else that in which it covers least. */
function datePlace(
  date: string,
  room: Pick<Frame, "width" | "height">,
  covered: readonly Box[],
): Pixel {
  const { height, width } = dateLabelSize(date);
  const [right, lower] = [room.width - width, room.height - height - DATE_MARGIN];
  const corners: readonly Pixel[] = [
    [0, DATE_MARGIN],
    [right, DATE_MARGIN],
    [0, lower],
    [right, lower],
  ];
  return leastCovering(corners, covered, (corner) => dateLabelBox(date, corner));
}

/** The first of the corners whose box covers fewest. */
function leastCovering(
  corners: readonly Pixel[],
  covered: readonly Box[],
  boxAt: (corner: Pixel) => Box,
): Pixel {
  const inTheWay = (corner: Pixel) => {
    const box = boxAt(corner);
    return covered.filter((mark) => overlap(mark, box)).length;
  };
  return corners.reduce((best, corner) => (inTheWay(corner) < inTheWay(best) ? corner : best));
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
  return leastCovering(corners, covered, (corner) => scaleBarBox(projection, corner));
}

/** Each record is a group that is called by it and its layer, so that whoever edits the file finds it, in each export. */
function calledByRecords(parts: readonly Part[], layer: string): string[] {
  const before = new Map<string, number>();
  return parts.map(({ record, svg }) => {
    if (record === undefined) return svg;
    const id = `${layer}-${record.replace(":", "-")}`;
    const nth = (before.get(id) ?? 0) + 1;
    before.set(id, nth);
    return element("g", { id: nth === 1 ? id : `${id}.${nth}` }, svg);
  });
}

/** `suffix` parts the ids of several maps of one figure. */
export function mapPanel(
  sketch: PanelSketch,
  { width: frameWidth, x, y }: Frame,
  suffix: string,
): string {
  const { height, width } = sketch.projection.view;
  const layers = drawScene(sketch).layers.flatMap(({ id, parts }) =>
    parts.length > 0
      ? element("g", { id: `${id}${suffix}` }, ...calledByRecords(parts, `${id}${suffix}`))
      : [],
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
    sketch.dated ? dateLabelSvg(sketch.dated.date, sketch.dated.at, sketch.palette) : "",
  );
}
