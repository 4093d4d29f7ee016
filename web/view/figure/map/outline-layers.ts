// Lines and areas that stand at the date: grounds of works, outlines of sites, barriers, the separating line.
import type { Geometry, Position } from "geojson";
import { lineOutlines } from "#model/dataset/dataset.ts";
import { hasSiteOutline, isBarrier, isGround } from "#model/dataset/roles.ts";
import { linesOf } from "#model/space/geometry.ts";
import { linesInSight, ringsInSight } from "#web/view/drawing/in-sight.ts";
import { offsetLine, pointsAlong } from "#web/view/drawing/polyline.ts";
import { type Pixel, type Projection, zoomed } from "#web/view/drawing/projection.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { isBasin } from "./basins.ts";
import { faintUnless, lookOfPlace, type Part, partOf, type Sketch } from "./sketch.ts";

type Outline = Scene["outlines"][number];

const POST_STEP = 14;
const POST_HALF = 3;
const REACH_WIDTH = 12;
const ROUND = { "stroke-linecap": "round", "stroke-linejoin": "round", fill: "none" } as const;

const isArea = ({ phase }: Outline) => phase.geometry.type.endsWith("Polygon");

/** Areas under everything else: grounds of works, and those of sites. */
export function areaParts(sketch: Sketch): Part[] {
  const { palette } = sketch;
  const { meta } = sketch.dataset;
  return sketch.scene.outlines.filter(isArea).flatMap((outline) => {
    // A basin is water, as the ground shows it already: what lies over it is only there for a pointer to find.
    if (isGround(meta, outline.place) && isBasin(outline.phase.geometry, sketch.dataset.basemap))
      return sketch.isInteractive
        ? outlinePart(sketch, outline, "area", { fill: palette.water, "fill-opacity": 0 })
        : [];
    if (isGround(meta, outline.place))
      return outlinePart(sketch, outline, "area", {
        fill: palette.port,
        "fill-opacity": 0.9,
        stroke: palette.rail,
        "stroke-width": 0.8,
        "stroke-dasharray": "4 2",
      });
    if (!hasSiteOutline(meta, outline.place)) return [];
    const opacity = outline.presence === "certain" ? 0.12 : 0.06;
    return outlinePart(sketch, outline, "area", {
      fill: lookOfPlace(sketch, outline.place.id).mark,
      "fill-opacity": opacity,
    });
  });
}

/** The strongest line, over every disc; its halo is the radius within which it was drawn. */
export function separatorParts(sketch: Sketch): Part[] {
  const { dataset, palette, projection, scene } = sketch;
  const { zoom } = projection.view;
  const line = lineOutlines(dataset.meta);
  const separator = scene.outlines.filter(({ phase }) => line.includes(phase.id));
  const strokes = (
    what: string,
    attributes: (outline: Outline) => Record<string, string | number>,
  ) =>
    separator.flatMap((outline) =>
      outlinePart(sketch, outline, what, { ...ROUND, ...attributes(outline) }),
    );
  return [
    ...strokes("halo", ({ phase }) => ({
      stroke: palette.separatorInk,
      "stroke-opacity": 0.1,
      "stroke-width":
        2 * projection.metresToPixels(phase.quality.precisionM, firstLatitude(phase.geometry)),
    })),
    ...strokes("ink", () => ({
      stroke: palette.separatorInk,
      "stroke-width": zoomed(zoom, 4, 11),
    })),
    ...strokes("core", () => ({
      stroke: palette.separatorCore,
      "stroke-width": zoomed(zoom, 1.3, 4),
    })),
  ];
}

export function barrierParts(sketch: Sketch): Part[] {
  return sketch.scene.outlines
    .filter(({ place }) => isBarrier(sketch.dataset.meta, place))
    .flatMap((outline) =>
      isArea(outline) ? barrierArea(sketch, outline) : barrierLine(sketch, outline),
    );
}

function barrierArea(sketch: Sketch, outline: Outline): Part[] {
  const isCertain = outline.presence === "certain";
  return outlinePart(sketch, outline, "barrier", {
    fill: sketch.palette.barrier,
    "fill-opacity": isCertain ? 0.16 : 0.08,
    stroke: sketch.palette.barrier,
    "stroke-width": 1.6,
    "stroke-dasharray": isCertain ? undefined : "5 3",
  });
}

/** A fence or wall beside its road, with posts once it certainly stands. */
function barrierLine(sketch: Sketch, outline: Outline): Part[] {
  const { palette, projection } = sketch;
  const { zoom } = projection.view;
  const isCertain = outline.presence === "certain";
  const lines = linesInSight(pixelLines(outline.phase.geometry, projection), projection.view).map(
    (line) => offsetLine(line, zoomed(zoom, 3.5, 8)),
  );
  if (lines.length === 0) return [];
  const d = lines.map((line) => pathThrough(line)).join("");
  const stroke = { ...ROUND, stroke: palette.barrier };
  const line = isCertain
    ? element("path", { ...stroke, d, "stroke-width": zoomed(zoom, 1.8, 3.5) })
    : element("path", { ...stroke, d, "stroke-width": 1.6, "stroke-dasharray": "5 3" });
  const posts = lines.flatMap((points) => pointsAlong(points, POST_STEP)).map(post);
  const svg =
    isCertain && posts.length > 0
      ? line + element("path", { ...stroke, d: posts.join(""), "stroke-width": 1.6 })
      : line;
  const reach = element("path", { ...ROUND, d, "stroke-width": REACH_WIDTH });
  const selection = { kind: "place", id: outline.place.id } as const;
  return [partOf(sketch, selection, `barrier ${outline.phase.id}`, svg, reach)];
}

function post({ at: [x, y], angle }: { at: Pixel; angle: number }): string {
  const [dx, dy] = [-Math.sin(angle) * POST_HALF, Math.cos(angle) * POST_HALF];
  return pathThrough([
    [x - dx, y - dy],
    [x + dx, y + dy],
  ]);
}

/** Outlines of sites, over the circles of people. */
export function siteOutlineParts(sketch: Sketch): Part[] {
  const { meta } = sketch.dataset;
  const outlines = sketch.scene.outlines.filter(({ place }) => hasSiteOutline(meta, place));
  return outlines.flatMap((outline) =>
    outlinePart(sketch, outline, "outline", {
      fill: "none",
      stroke: lookOfPlace(sketch, outline.place.id).mark,
      "stroke-width": zoomed(sketch.projection.view.zoom, 1, 2.2),
      "stroke-dasharray": "5 3",
      "stroke-opacity": outline.presence === "certain" ? 0.95 : 0.6,
    }),
  );
}

/** Nothing, where none of it can be seen. */
function outlinePart(
  sketch: Sketch,
  { isMatch, place, phase }: Outline,
  what: string,
  attributes: Record<string, string | number | undefined>,
): Part[] {
  const isClosed = phase.geometry.type.endsWith("Polygon");
  const all = pixelLines(phase.geometry, sketch.projection);
  const { view } = sketch.projection;
  // The halo of a line is as wide as its place is uncertain: it may be seen where the line itself is not.
  const seen = isClosed
    ? ringsInSight(all, view)
    : linesInSight(all, view, Number(attributes["stroke-width"] ?? 0) / 2);
  if (seen.length === 0) return [];
  const d = seen.map((line) => pathThrough(line, isClosed)).join("");
  const svg = faintUnless(isMatch, element("path", { d, "fill-rule": "evenodd", ...attributes }));
  return [partOf(sketch, { kind: "place", id: place.id }, `${what} ${phase.id}`, svg)];
}

/** The lines of a geometry, rings among them, on the plane of the figure. */
export function pixelLines(geometry: Geometry, projection: Projection): Pixel[][] {
  return linesOf(geometry).flatMap(projection.toLines);
}

function firstLatitude(geometry: Geometry): number {
  let value: unknown = geometry.type === "GeometryCollection" ? [] : geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  return (value as Position)[1] ?? 0;
}
