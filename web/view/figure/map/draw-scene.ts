// The scene as layers of SVG, bottom to top. One rule throughout: certain is solid, possible is dashed and lighter, an
// unknown number is hollow, a position is a dotted ring. Pure: the map on the screen and every picture come from here.
import type { Position } from "geojson";
import { linesInSight, ringsInSight } from "#web/view/drawing/in-sight.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import type { Anchor } from "#web/view/figure/placement/label-placement.ts";
import { annotationParts } from "./annotation-layer.ts";
import { changeParts } from "./change-layer.ts";
import { crowdParts } from "./crowd-parts.ts";
import { distanceParts } from "./distance-layer.ts";
import { graticuleOf } from "./graticule-layer.ts";
import { nameParts } from "./name-layer.ts";
import { areaParts, barrierParts, separatorParts, siteOutlineParts } from "./outline-layers.ts";
import { chosenParts, pointedParts } from "./ringed-marks.ts";
import { discParts, ghostParts, landmarkParts, peopleParts, siteParts } from "./site-layers.ts";
import type { Layer, Part, Sketch } from "./sketch.ts";
import { eventParts, movementHeadParts, movementParts } from "./thing-layers.ts";
import { beyondParts, boxesBeyond, inEach, worldsBelow, worldsOf } from "./worlds.ts";

export type Drawing = {
  readonly layers: readonly Layer[];
  /** The side on which each name stands: given to the next drawing, it keeps names where they are. */
  readonly anchors: ReadonlyMap<string, Anchor>;
};

/** The ids of the layers, bottom to top; they name the groups of an exported picture. */
export const LAYER_IDS = [
  "graticule",
  "areas",
  "discs",
  "people",
  "separator",
  "barriers",
  "outlines",
  "ghosts",
  "crowd",
  "landmarks",
  "movements",
  "distances",
  "area",
  "names",
  "movement-heads",
  "beyond",
  "sites",
  "events",
  "chosen",
  "pointed",
  "changes",
  "annotations",
] as const;

/** What is on the map before its names are, which keep off it. */
function underNames(sketch: Sketch) {
  const graticule = graticuleOf(sketch);
  const reserved = [...sketch.reserved, ...graticule.boxes, ...boxesBeyond(sketch)];
  return { graticule, worlds: worldsOf({ ...sketch, reserved }) };
}

/** Places of counted sites in sight that the map has no room to name. */
export const unnamedOn = (sketch: Sketch): readonly string[] =>
  nameParts(underNames(sketch).worlds, new Map()).unnamed;

export function drawScene(
  sketch: Sketch,
  before: ReadonlyMap<string, Anchor> = new Map(),
): Drawing {
  const { graticule, worlds } = underNames(sketch);
  const below = worldsBelow(sketch);
  const everywhere = (draw: (of: Sketch) => readonly Part[]) => inEach(worlds, "key", draw);
  const cutOff = (draw: (of: Sketch) => readonly Part[]) => inEach(below, "key", draw);
  const names = nameParts(worlds, before);
  const parts: Readonly<Record<(typeof LAYER_IDS)[number], readonly Part[]>> = {
    graticule: graticule.parts,
    areas: areaParts(sketch),
    discs: cutOff(discParts),
    people: cutOff(peopleParts),
    separator: separatorParts(sketch),
    barriers: barrierParts(sketch),
    outlines: siteOutlineParts(sketch),
    ghosts: cutOff(ghostParts),
    crowd: cutOff(crowdParts),
    landmarks: cutOff(landmarkParts),
    movements: cutOff(movementParts),
    distances: cutOff(distanceParts),
    area: filterAreaParts(sketch),
    names: names.parts,
    "movement-heads": cutOff(movementHeadParts),
    beyond: beyondParts(sketch),
    sites: everywhere(siteParts),
    events: everywhere(eventParts),
    chosen: everywhere(chosenParts),
    pointed: everywhere(pointedParts),
    changes: everywhere(changeParts),
    annotations: annotationParts(sketch),
  };
  return { layers: LAYER_IDS.map((id) => ({ id, parts: parts[id] })), anchors: names.anchors };
}

/** The area that the filter asks for: filled once its ring is closed. */
function filterAreaParts({ area, palette, projection }: Sketch): Part[] {
  if (area.length < 2) return [];
  const isClosed = area.length > 3 && isSame(area[0], area.at(-1));
  const svg = element("path", {
    d: (isClosed ? ringsInSight : linesInSight)(projection.toLines(area), projection.view)
      .map((part) => pathThrough(part, isClosed))
      .join(""),
    fill: isClosed ? palette.ink : "none",
    "fill-opacity": 0.06,
    stroke: palette.ink,
    "stroke-width": 2,
    "stroke-dasharray": "4 3",
  });
  return [{ key: "area", svg }];
}

const isSame = (a: Position | undefined, b: Position | undefined) =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];
