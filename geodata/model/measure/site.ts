// The places that the separation measures are about: where they lie, and on which side of the separating line.

import type { StatedSide } from "../record/place.ts";
import type { Convention } from "../time/convention.ts";
import type { Span } from "../time/span.ts";

export const SIDES = ["inside", "edge", "beyond"] as const;
export type Side = (typeof SIDES)[number];

/** A site with what geometry says of it. Distances are geodesic metres, rounded to the precision. */
export type Site = {
  readonly id: string;
  readonly partOf: string | null;
  readonly span: Span;
  /** Which bounds of the span a convention fills. */
  readonly convention: Convention | null;
  readonly precisionM: number;
  /** Null in a dataset without a reference place. */
  readonly distanceM: number | null;
  readonly furtherDistanceM: number | null;
  /** Null in a dataset without a separating line: nothing has a side there. */
  readonly side: Side | null;
};

/**
 * The side of the separating line. Containment decides when the precision disc does not reach the line; when it does, the
 * flag that the sources state decides, and without one the site is `edge`: never a guess. `lineDistanceM` is null
 * where no line is given; then there are no sides.
 */
export function sideOfLine(site: {
  readonly lineDistanceM: number | null;
  readonly precisionM: number;
  /** Null of a site of several points of which some lie in the ring: then it is as if the disc reached the line. */
  readonly insideRing: boolean | null;
  readonly flag: StatedSide | null;
}): Side | null {
  if (site.lineDistanceM === null) return null;
  if (site.lineDistanceM > site.precisionM && site.insideRing !== null)
    return site.insideRing ? "inside" : "beyond";
  if (site.flag === "inside") return "inside";
  return site.flag === "outside" ? "beyond" : "edge";
}
