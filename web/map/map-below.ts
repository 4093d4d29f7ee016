import type { Map as GlMap } from "maplibre-gl";
import type { MapBelow } from "#web/state/laid-over.ts";
import type { View } from "#web/view/drawing/projection.ts";
import { holdTouched } from "./held-touches.ts";

/** What the map shows, in its own pixels. */
export function viewOf(map: GlMap): View {
  const { lng, lat } = map.getCenter();
  // As it has drawn it: its box may be another one on paper.
  const { height, width } = map.getCanvas().style;
  return { centre: [lng, lat], zoom: map.getZoom(), width: pixels(width), height: pixels(height) };
}

const pixels = (length: string): number => Number.parseFloat(length);

/** The map for what is drawn over it by others. */
export function mapBelow(map: GlMap): MapBelow {
  return {
    container: map.getCanvasContainer(),
    view: () => viewOf(map),
    // Another size is a move, too.
    holdTouched: (root) => holdTouched(root, map.getCanvasContainer()),
    onMove: (listener) => map.on("move", listener).unsubscribe,
  };
}
