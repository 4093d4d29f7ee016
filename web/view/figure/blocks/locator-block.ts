// Where on earth the map lies: the coasts around it, with the frame of the map marked.
import bboxClip from "@turf/bbox-clip";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { linesOf } from "#model/space/geometry.ts";
import { hasCoastIn } from "#web/view/drawing/coast-in-frame.ts";
import { ringsInSight } from "#web/view/drawing/in-sight.ts";
import {
  boundsOf,
  createProjection,
  fitView,
  type Projection,
  type View,
} from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import type { FigureInput } from "../figure-input.ts";
import type { Block } from "./block.ts";

/** The locator shows so many times the width of the map, and no less than these degrees, so that coasts are seen. */
const TIMES = 12;
const [MIN_DEGREES, MAX_DEGREES] = [7, 170];
/** Inland it shows so many times more, until there is a coast, and then more of that than its edge. */
const [FARTHER, BEYOND_COAST] = [1.5, 2];
const SMALLEST_FRAME = 7;
/** West of it land goes on at the other side of the world: the last of Asia. */
const FARTHEST_WEST = -169;

export function locatorBlock({ box, palette }: FigureInput, width: number, height: number): Block {
  const east = eastOf(box);
  const middle = [(box.west + east) / 2, (box.south + box.north) / 2] as const;
  const [around, view] = viewOf(middle, (east - box.west) * TIMES, width, height);
  const projection = createProjection(view);
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

/** What is shown around a middle: so many degrees or, where no coast is in them, as many more as show what coast is near. */
function viewOf(
  [longitude, latitude]: readonly [number, number],
  asked: number,
  width: number,
  height: number,
): [Bbox, View] {
  const seen = (degrees: number): [Bbox, View] => {
    const [west, east] = [longitude - degrees / 2, longitude + degrees / 2];
    const around = { west, east, south: latitude - 0.01, north: latitude + 0.01 };
    return [around, fitView(around, width, height)];
  };
  const hasCoast = (degrees: number) => hasCoastIn(WORLD_LAND, boundsOf(seen(degrees)[1]));
  const least = Math.min(MAX_DEGREES, Math.max(MIN_DEGREES, asked));
  let degrees = least;
  while (degrees < MAX_DEGREES && !hasCoast(degrees)) degrees *= FARTHER;
  return seen(degrees === least ? least : Math.min(MAX_DEGREES, degrees * BEYOND_COAST));
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
