// The base map as SVG, in the order and colours in which MapLibre draws it on the screen.

import type { Geometry } from "geojson";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { edgesOf, linesOf } from "#model/space/geometry.ts";
import { groundOf } from "#web/view/drawing/ground.ts";
import { linesInSight, ringsInSight } from "#web/view/drawing/in-sight.ts";
import { isWithin, thinned } from "#web/view/drawing/polyline.ts";
import { zoomed } from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";
import { colourUnder, GROUND_LOOKS, STATION } from "../ground/ground-look.ts";
import { laidGround } from "./laid-layer.ts";
import type { Sketch } from "./sketch.ts";

/** `suffix` is added to the ids of the groups, for figures with several maps. */
export function groundSvg(sketch: Sketch, suffix = ""): string {
  const { dataset, palette, projection } = sketch;
  const { height, width, zoom } = projection.view;
  const { extent, features, untilZoom } = groundOf(dataset, WORLD_LAND);
  const laid = laidGround(sketch, suffix);
  const isShown = !laid.isAll && (untilZoom === null || zoom < untilZoom);
  const shown = isShown ? features : [];
  const layers = GROUND_LOOKS.map(({ id, of, colour, stroke }) => {
    const [cut, parts] = stroke
      ? [linesInSight, (one: Geometry) => edgesOf(one, extent)]
      : [ringsInSight, linesOf];
    const d = shown
      .filter((feature) => feature.class === of)
      .flatMap(({ geometry }) => cut(parts(geometry).flatMap(projection.toLines), projection.view))
      .flatMap((line) => (untilZoom === null ? [line] : thinned(line)))
      .map((line) => pathThrough(line, !stroke))
      .join("");
    if (d === "") return "";
    const look = stroke
      ? {
          fill: "none",
          stroke: palette[colour],
          "stroke-width": zoomed(zoom, ...stroke.width),
          "stroke-dasharray": stroke.dash
            ?.map((part) => round(part * zoomed(zoom, ...stroke.width)))
            .join(" "),
          "stroke-linecap": stroke.isRound ? "round" : undefined,
          "stroke-linejoin": stroke.isRound ? "round" : undefined,
        }
      : { fill: palette[colour], "fill-rule": "evenodd" };
    return element("path", { id: `ground-${id}${suffix}`, d, ...look });
  });
  const stations =
    zoom < STATION.minZoom
      ? []
      : shown.flatMap(({ class: own, geometry }) => {
          if (own !== "station" || geometry.type !== "Point") return [];
          const [cx, cy] = projection.toPixel(geometry.coordinates);
          if (!isWithin([cx, cy], projection.view, STATION.radius)) return [];
          const look = { fill: palette[STATION.fill], stroke: palette[STATION.stroke] };
          return element("circle", {
            cx,
            cy,
            r: STATION.radius,
            ...look,
            "stroke-width": STATION.width,
          });
        });
  const sea = element("rect", { width, height, fill: palette[colourUnder(shown)] });
  return element(
    "g",
    { id: `ground${suffix}` },
    sea,
    ...layers,
    ...stations,
    extent && !laid.isAll ? beyondTheData(sketch, extent) : "",
    laid.svg,
  );
}

/** Outside of the area that the data describe the map is blank: it would seem to be sea. */
function beyondTheData({ palette, projection }: Sketch, extent: Bbox): string {
  const { height, width } = projection.view;
  const boxes = projection
    .toLines([
      [extent.west, extent.north],
      [eastOf(extent), extent.south],
    ])
    .map(([[left, top] = [0, 0], [right, bottom] = [0, 0]]) => ({ left, top, right, bottom }));
  const isAll = boxes.some(
    ({ left, top, right, bottom }) => left <= 0 && top <= 0 && right >= width && bottom >= height,
  );
  if (isAll) return "";
  const x = (value: number) => round(Math.min(Math.max(value, 0), width));
  const y = (value: number) => round(Math.min(Math.max(value, 0), height));
  const holes = boxes.map(
    ({ left, top, right, bottom }) => `M${x(left)} ${y(top)}V${y(bottom)}H${x(right)}V${y(top)}Z`,
  );
  return element("path", {
    d: `M0 0H${round(width)}V${round(height)}H0Z${holes.join("")}`,
    "fill-rule": "evenodd",
    fill: palette.halo,
  });
}
