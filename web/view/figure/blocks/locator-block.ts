// Where on earth the map lies: the coasts around it, with the frame of the map marked.
import bboxClip from "@turf/bbox-clip";
import { eastOf } from "#model/space/bbox.ts";
import { linesOf } from "#model/space/geometry.ts";
import { ringsInSight } from "#web/view/drawing/in-sight.ts";
import { createProjection, fitView, type Projection } from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import type { FigureInput } from "../figure-input.ts";
import type { Block } from "./block.ts";

/** The locator shows so many times the width of the map, and no less than these degrees, so that coasts are seen. */
const TIMES = 12;
const MIN_DEGREES = 7;
const SMALLEST_FRAME = 7;
/** West of it land goes on at the other side of the world: the last of Asia. */
const FARTHEST_WEST = -169;

export function locatorBlock({ box, palette }: FigureInput, width: number, height: number): Block {
  const east = eastOf(box);
  const middle = [(box.west + east) / 2, (box.south + box.north) / 2] as const;
  const degrees = Math.min(170, Math.max(MIN_DEGREES, (east - box.west) * TIMES));
  const around = {
    west: middle[0] - degrees / 2,
    east: middle[0] + degrees / 2,
    south: middle[1] - 0.01,
    north: middle[1] + 0.01,
  };
  const projection = createProjection(fitView(around, width, height));
  const d = coast(projection, around.west, around.east);
  const [[[left, top] = [0, 0], [right, bottom] = [0, 0]] = []] = projection.toLines([
    [box.west, box.north],
    [east, box.south],
  ]);
  const [w, h] = [Math.max(SMALLEST_FRAME, right - left), Math.max(SMALLEST_FRAME, bottom - top)];
  return {
    height,
    draw: (x, y) =>
      element(
        "g",
        {
          id: "locator",
          transform: `translate(${round(x)} ${round(y)})`,
          "clip-path": "url(#locator-frame)",
        },
        element("clipPath", { id: "locator-frame" }, element("rect", { width, height })),
        element("rect", { width, height, fill: palette.sea }),
        d === ""
          ? ""
          : element("path", { d, fill: palette.land, stroke: palette.label, "stroke-width": 0.6 }),
        element("rect", {
          x: (left + right - w) / 2,
          y: (top + bottom - h) / 2,
          width: w,
          height: h,
          fill: palette.ink,
          "fill-opacity": 0.18,
          stroke: palette.ink,
          "stroke-width": 1.6,
        }),
        element("rect", {
          x: 0.5,
          y: 0.5,
          width: width - 1,
          height: height - 1,
          fill: "none",
          stroke: palette.label,
          "stroke-width": 1,
        }),
      ),
  };
}

let kept: { readonly key: string; readonly d: string } | undefined;

/** The coasts in sight; the last ones are kept, for the frames of an animation have the same. */
function coast(projection: Projection, west: number, east: number): string {
  const { centre, height, width, zoom } = projection.view;
  const key = JSON.stringify([centre, zoom, width, height]);
  if (kept?.key === key) return kept.d;
  // A little more than is seen, so that the cut edges are not drawn; the height follows from the width.
  const reach = ((east - west) * height) / width;
  const [, latitude = 0] = centre;
  const frame: [number, number, number, number] = [
    west - 0.5,
    Math.max(-85, latitude - reach),
    east + 0.5,
    Math.min(85, latitude + reach),
  ];
  const rings =
    west < FARTHEST_WEST || east > 180
      ? ringsInSight(
          WORLD_LAND.flatMap((one) => linesOf(one).flatMap(projection.toLines)),
          projection.view,
        )
      : WORLD_LAND.flatMap((one) =>
          linesOf(bboxClip(one, frame).geometry).flatMap(projection.toLines),
        );
  const d = rings
    .filter((line) => line.length > 2)
    .map((line) => pathThrough(line, true))
    .join("");
  kept = { key, d };
  return d;
}
