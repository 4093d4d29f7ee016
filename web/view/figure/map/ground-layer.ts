// The base map as SVG, in the order and colours in which MapLibre draws it on the screen.

import { linesInSight, ringsInSight } from "#web/view/drawing/in-sight.ts";
import { isWithin } from "#web/view/drawing/polyline.ts";
import { zoomed } from "#web/view/drawing/projection.ts";
import { element, pathThrough, round } from "#web/view/drawing/svg.ts";
import { GROUND_LOOKS, SEA, STATION } from "./ground-look.ts";
import { pixelLines } from "./outline-layers.ts";
import type { Sketch } from "./sketch.ts";

/** `suffix` is added to the ids of the groups, for figures with several maps. */
export function groundSvg(sketch: Sketch, suffix = ""): string {
  const { dataset, palette, projection } = sketch;
  const { height, width, zoom } = projection.view;
  const layers = GROUND_LOOKS.map(({ id, of, colour, stroke }) => {
    const cut = stroke ? linesInSight : ringsInSight;
    const d = dataset.basemap
      .filter((feature) => feature.class === of)
      .flatMap(({ geometry }) => cut(pixelLines(geometry, projection), projection.view))
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
      : dataset.basemap.flatMap(({ class: own, geometry }) => {
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
  const sea = element("rect", { width, height, fill: palette[SEA] });
  return element(
    "g",
    { id: `ground${suffix}` },
    sea,
    ...layers,
    ...stations,
    beyondTheData(sketch),
  );
}

/** Outside of the area that the data describe the map is blank: it would seem to be sea. */
function beyondTheData({ dataset, palette, projection }: Sketch): string {
  const { east, north, south, west } = dataset.meta.extent;
  const { height, width } = projection.view;
  const [left, top] = projection.toPixel([west, north]);
  const [right, bottom] = projection.toPixel([east, south]);
  if (left <= 0 && top <= 0 && right >= width && bottom >= height) return "";
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const hole = `M${round(clamp(left, width))} ${round(clamp(top, height))}V${round(clamp(bottom, height))}H${round(clamp(right, width))}V${round(clamp(top, height))}Z`;
  return element("path", {
    d: `M0 0H${round(width)}V${round(height)}H0Z${hole}`,
    "fill-rule": "evenodd",
    fill: palette.halo,
  });
}
