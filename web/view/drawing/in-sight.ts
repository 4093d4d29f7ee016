// Lines and areas cut to the map and a margin around it. What lies far outside is not seen, makes files large, and some
// programs that draw SVG stumble over it.
import { clipPolygon, clipPolyline } from "lineclip";
import type { Pixel } from "./projection.ts";

/** So far outside of the frame the cut edges of areas are never seen, nor the ends of the thickest lines. */
const MARGIN = 60;

type Frame = { readonly width: number; readonly height: number };

const boxOf = ({ height, width }: Frame, margin: number) =>
  [-margin, -margin, width + margin, height + margin] as const;

/** The stretches of the lines that can be seen; `reach` is how far from the middle of a line its stroke goes. */
export function linesInSight(
  lines: readonly (readonly Pixel[])[],
  frame: Frame,
  reach = 0,
): Pixel[][] {
  return lines.flatMap((line) => clipPolyline(line, boxOf(frame, MARGIN + reach)));
}

/** The rings of areas, cut along the margin. */
export function ringsInSight(rings: readonly (readonly Pixel[])[], frame: Frame): Pixel[][] {
  return rings
    .map((ring) => clipPolygon(ring, boxOf(frame, MARGIN)))
    .filter((ring) => ring.length > 2);
}
