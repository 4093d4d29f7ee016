import type { LngLat } from "maplibre-gl";
import type { CrowdSpot } from "#web/state/map-slice.ts";

/** A point of the map, in its own CSS pixels. */
export type MapPoint = { readonly x: number; readonly y: number };

/** A mark that stands for one event of a crowd or for several, and where its middle is. */
export type PointedSpot = CrowdSpot & MapPoint;

/** Most marks that the keyboard goes through: those nearest to the middle of the map. */
export const MAX_SPOTS = 60;

/** The events on one map, where they have no signs of their own in the scene. */
export type ShownEvents = {
  /** Shows the state's events in the window; true when the map is drawn anew for it. */
  readonly draw: () => boolean;
  /** Opens what stands at the position; false when nothing does. */
  readonly open: (position: LngLat) => boolean;
  /** The mark that the filter leaves at a point, or next to it. */
  readonly at: (point: MapPoint) => PointedSpot | undefined;
  /** Marks in sight, those nearest to the middle first; of marks that lie on each other one. */
  readonly spots: () => readonly (MapPoint & Pick<CrowdSpot, "id">)[];
};

/** The nearest to the middle of a map of this size, no two in the same few pixels. */
export function nearestSpots<Of extends MapPoint>(
  all: Iterable<Of>,
  { height, width }: { readonly height: number; readonly width: number },
): readonly Of[] {
  const cells = new Map<string, Of>();
  for (const spot of all) {
    if (spot.x < 0 || spot.y < 0 || spot.x > width || spot.y > height) continue;
    const cell = `${Math.round(spot.x / CELL)} ${Math.round(spot.y / CELL)}`;
    if (!cells.has(cell)) cells.set(cell, spot);
  }
  const far = ({ x, y }: MapPoint) => Math.hypot(x - width / 2, y - height / 2);
  return [...cells.values()].sort((a, b) => far(a) - far(b)).slice(0, MAX_SPOTS);
}

/** CSS pixels in which marks lie on each other. */
const CELL = 12;
