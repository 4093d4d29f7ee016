import type { Map as GlMap } from "maplibre-gl";
import type { MapView } from "./map-view.ts";

/** Keeps two maps at the same place; answers the function that ends it. */
export function tieCameras(a: MapView, b: MapView): () => void {
  let isFollowing = false;
  const follow = (from: GlMap, to: GlMap) => () => {
    if (isFollowing) return;
    isFollowing = true;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
    isFollowing = false;
  };
  const [onA, onB] = [follow(a.map, b.map), follow(b.map, a.map)];
  a.map.on("move", onA);
  b.map.on("move", onB);
  onA();
  return () => {
    a.map.off("move", onA);
    b.map.off("move", onB);
  };
}
