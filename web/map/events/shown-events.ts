import type { LngLat } from "maplibre-gl";

/** The events on one map, where they have no signs of their own in the scene. */
export type ShownEvents = {
  /** Shows the state's events in the window; true when the map is drawn anew for it. */
  readonly draw: () => boolean;
  /** Opens what stands at the position; false when nothing does. */
  readonly open: (position: LngLat) => boolean;
};
