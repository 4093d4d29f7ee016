// How names are set on the map: lines of letters with a rim, and a line to the mark where they stand off.
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element, pathThrough } from "#web/view/drawing/svg.ts";
import { baselines, type PlacedLabel } from "#web/view/figure/placement/label-placement.ts";
import type { PlacedLineLabel } from "#web/view/figure/placement/line-labels.ts";
import { haloedText } from "#web/view/figure/type/haloed-text.ts";
import type { Part, Sketch } from "./sketch.ts";

/** `halo`: how wide the rim is. */
export type Ink = { readonly fill: string; readonly halo: number; readonly opacity?: number };

/** A text whose lines lean towards the thing that they name. */
export function nameSvg(sketch: Sketch, placed: PlacedLabel, ink: Ink): string {
  const { label, anchor, box } = placed;
  const { lines, size, face } = label;
  const { first, step } = baselines(placed);
  const isRight = anchor.endsWith("right");
  const isLeft = anchor.endsWith("left");
  const x = isRight ? box.left : isLeft ? box.right : (box.left + box.right) / 2;
  const attributes = {
    fill: ink.fill,
    opacity: ink.opacity === 1 ? undefined : ink.opacity,
    "text-anchor": isRight ? "start" : isLeft ? "end" : "middle",
  };
  const text = haloedText(
    lines.map((line, index) => ({ text: line, at: { x, y: first + index * step } })),
    { size, face },
    attributes,
    haloOf(sketch, ink),
    sketch.isInteractive,
  );
  return placed.leader ? leaderOf(placed.leader, ink, sketch) + text : text;
}

/** The line from a mark to a name for which there was no room beside it. */
function leaderOf(leader: readonly Pixel[], { fill }: Ink, { palette }: Sketch): string {
  const path = { d: pathThrough(leader), fill: "none", "stroke-linecap": "round" };
  return (
    element("path", { ...path, stroke: palette.halo, "stroke-width": 2.6 }) +
    element("path", { ...path, stroke: fill, "stroke-width": 0.9 })
  );
}

/** A name along a line. */
export function linePart(
  sketch: Sketch,
  { label, at: [x, y], angle }: PlacedLineLabel,
  index: number,
): Part {
  const isSeparator = label.id.startsWith("separator");
  const isDistance = label.id.startsWith("distance");
  const { palette } = sketch;
  const fill = isSeparator || isDistance ? palette.ink : palette.label;
  const degrees = ((angle * 180) / Math.PI).toFixed(1);
  const attributes = {
    fill,
    "text-anchor": "middle",
    // Half the height of a small letter below the middle.
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${degrees}) translate(0 ${(label.size * 0.33).toFixed(2)})`,
  };
  return {
    key: `line name ${label.id} ${index}`,
    svg: haloedText(
      [label],
      label,
      attributes,
      { colour: palette.halo, width: 3.2 },
      sketch.isInteractive,
    ),
  };
}

function haloOf({ palette }: Sketch, { halo }: Ink) {
  return halo > 0 ? { colour: palette.halo, width: halo } : null;
}
