// Between two dates: a badge at each site that opened, closed, grew or shrank.

import type { Palette } from "#web/view/drawing/palette.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { element } from "#web/view/drawing/svg.ts";
import type { ChangeKind } from "#web/view/scene/compared-changes.ts";
import { placePositions } from "#web/view/scene/sites.ts";
import { type Part, partOf, type Sketch } from "./sketch.ts";

export const BADGE_RADIUS = 6.5;
/** Beside the mark of the site, not over it. */
const OFFSET: Pixel = [-9, -9];

const SIGNS: Readonly<Record<ChangeKind, string>> = {
  opened: "M-3.4 0H3.4M0-3.4V3.4",
  closed: "M-2.6-2.6 2.6 2.6M-2.6 2.6 2.6-2.6",
  grown: "M-3.2 1.8 0-2 3.2 1.8",
  shrunk: "M-3.2-1.8 0 2 3.2-1.8",
};

export function changeBadge([x, y]: Pixel, kind: ChangeKind, palette: Palette): string {
  return element(
    "g",
    { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` },
    element("circle", {
      r: BADGE_RADIUS,
      fill: palette.ink,
      stroke: palette.halo,
      "stroke-width": 1.2,
    }),
    element("path", {
      d: SIGNS[kind],
      fill: "none",
      stroke: palette.halo,
      "stroke-width": 1.8,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}

/** Where the badges stand. */
export function placedChanges({ changes, dataset, projection }: Sketch) {
  const positions = placePositions(dataset);
  return [...changes].flatMap(([id, kind]) => {
    const position = positions.get(id);
    if (!position) return [];
    const [x, y] = projection.toPixel(position);
    const at: Pixel = [x + OFFSET[0], y + OFFSET[1]];
    return { id, kind, at };
  });
}

export function changeParts(sketch: Sketch): Part[] {
  return placedChanges(sketch).map(({ at, id, kind }) =>
    partOf(sketch, { kind: "place", id }, `change ${kind}`, changeBadge(at, kind, sketch.palette)),
  );
}
