// Where on earth the map lies: the coasts around it, with the frame of the map marked.
import bboxClip from "@turf/bbox-clip";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import atlas from "world-atlas/land-50m.json";
import { eastOf } from "#model/space/bbox.ts";
import { linesOf } from "#model/space/geometry.ts";
import { ringsInSight } from "#web/view/drawing/in-sight.ts";
import { createProjection, fitView, type Projection } from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import type { FigureInput } from "../figure-input.ts";
import type { Block } from "./block.ts";

/** The locator shows so many times the width of the map, and no less than these degrees, so that coasts are seen. */
const TIMES = 12;
const MIN_DEGREES = 7;
const SMALLEST_FRAME = 7;

/** Natural Earth, 1 : 50 million (public domain). */
const land = feature(atlas, atlas.objects.land).features as Feature<Polygon | MultiPolygon>[];

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
    west < -180 || east > 180
      ? ringsInSight(
          land.flatMap(({ geometry }) =>
            linesOf(geometry).map(unrolled).flatMap(projection.toLines),
          ),
          projection.view,
        )
      : land.flatMap((one) => linesOf(bboxClip(one, frame).geometry).flatMap(projection.toLines));
  const d = rings
    .filter((line) => line.length > 2)
    .map((line) => pathThrough(line, true))
    .join("");
  kept = { key, d };
  return d;
}

/** A ring that jumps from one side of the antimeridian to the other, as one that goes on beyond ±180°. */
function unrolled(ring: readonly Position[]): Position[] {
  let turn = 0;
  let last: number | undefined;
  const line = ring.map(([lon = 0, lat = 0]) => {
    if (last !== undefined) turn -= 360 * Math.round((lon - last) / 360);
    last = lon;
    return [lon + turn, lat];
  });
  const [first, end] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 0];
  // Round the pole: it is closed along it.
  return first === end ? line : [...line, [end, -90], [first, -90]];
}
