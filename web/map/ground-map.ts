// The map that MapLibre draws: the ground, its gestures and its scale. All else lies over it.
import {
  Map as GlMap,
  LngLat,
  type MapOptions,
  ScaleControl,
  type StyleSpecification,
} from "maplibre-gl";
import type { AppState } from "#web/state/app-state.ts";
import { TILE } from "#web/view/drawing/projection.ts";
import { roughRatio, spareFrames } from "./ground/spared-frames.ts";
import { heldCentre, roomAround } from "./held-centre.ts";
import "./map-worker.ts";
import { gestureWords } from "./map-texts.ts";
import { callOffScrolledTouches } from "./scrolled-touches.ts";

/** Farther out no narrow screen needs to go to have all of the world; nearer no position is known. */
const MIN_ZOOM = -2;
const MAX_ZOOM = 17;
/** On a wide one the world, which is seen once, takes no less than a third of it. */
const MAX_WORLDS = 3;

/** Where it looks at first. */
export type StartOfMap = Pick<MapOptions, "bounds" | "center" | "fitBoundsOptions" | "zoom">;

/** Makes it in its box, with north up. */
export function createGroundMap(
  container: HTMLElement,
  state: AppState,
  style: StyleSpecification,
  start: StartOfMap,
): GlMap {
  const room = roomAround(state.dataset.meta.extent);
  const map = new GlMap({
    container,
    style,
    attributionControl: false,
    cooperativeGestures: state.isFramed,
    locale: gestureWords(state.language.peek()),
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // `followSize` does.
    trackResize: false,
    maxZoom: MAX_ZOOM,
    pixelRatio: roughRatio(),
    transformConstrain: ({ lng, lat }, asked) => {
      const { clientHeight: height, clientWidth: width } = container;
      const wholeWorlds = Math.log2(width / MAX_WORLDS / TILE);
      const zoom = Math.min(Math.max(asked, MIN_ZOOM, wholeWorlds), MAX_ZOOM);
      const [longitude, latitude] = heldCentre({ centre: [lng, lat], zoom, width, height }, room);
      return { center: new LngLat(longitude ?? lng, latitude ?? lat), zoom };
    },
    ...start,
  });
  spareFrames(map, style);
  if (state.isFramed) callOffScrolledTouches(container);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
  return map;
}
