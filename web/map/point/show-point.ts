// A map with one point that can be moved, by pointer, finger and arrow keys. Its ground is the coasts of the world: no tile is
// asked of anybody, who would learn from it where the point lies. Loaded when there is a point to move.
import "maplibre-gl/dist/maplibre-gl.css";
import type { Position } from "geojson";
import { Map as GlMap, LngLat, Marker } from "maplibre-gl";
import { mapStyle } from "../ground/base-style.ts";
import "../map-worker.ts";
import { DARK, LIGHT } from "#web/view/drawing/palette.ts";
import { WORLD_LAND } from "#web/view/drawing/world-land.ts";

export type PointShown = {
  /** Null where nobody knows it yet: the handle stands in the middle then. */
  readonly position: Position | null;
  /** Where other rows lie. */
  readonly around: readonly Position[];
  /** What the handle is called. */
  readonly called: string;
  readonly onMove: (position: Position) => void;
};

export type PointMap = {
  readonly moveTo: (position: Position) => void;
  readonly end: () => void;
};

const GROUND = {
  features: WORLD_LAND.map((geometry) => ({ class: "land" as const, geometry })),
  extent: null,
  around: [],
  untilZoom: 9,
};
/** Pixels that an arrow moves the point, and with Shift. */
const [STEP, LONG_STEP] = [2, 20] as const;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function showPoint(container: HTMLElement, shown: PointShown): PointMap {
  const { around, called, onMove, position } = shown;
  const palette = matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  const map = new GlMap({
    container,
    style: mapStyle(palette, GROUND),
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    maxZoom: 17,
    ...viewOf(position, around),
  });
  map.keyboard.disable();
  map.touchZoomRotate.disableRotation();
  map.on("load", () => {
    const coordinates = around.map((one) => [...one]);
    map.addSource("others", { type: "geojson", data: { type: "MultiPoint", coordinates } });
    map.addLayer({
      ...{ id: "others", type: "circle", source: "others" },
      paint: { "circle-radius": 3.5, "circle-color": palette.ghost, "circle-opacity": 0.8 },
    });
  });
  map.on("idle", () => {
    container.dataset.drawn = "";
  });
  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "new-handle";
  const marker = new Marker({ element: handle, draggable: true })
    .setLngLat(position ? at(position) : map.getCenter())
    .addTo(map);
  // The map calls its marks by a name of its own.
  handle.setAttribute("aria-label", called);
  const tell = () => onMove(marker.getLngLat().wrap().toArray());
  marker.on("dragend", tell);
  handle.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP : STEP;
    const { x, y } = map.project(marker.getLngLat());
    marker.setLngLat(map.unproject([x + step * arrow[0], y + step * arrow[1]]));
  });
  handle.addEventListener("keyup", ({ key }) => ARROWS[key] && tell());
  return { moveTo: (next) => marker.setLngLat(at(next)), end: () => map.remove() };
}

const at = ([lon = 0, lat = 0]: Position) => new LngLat(lon, lat);

/** As near as the next few of the others are, for somebody who has to see where it lies. */
function viewOf(position: Position | null, around: readonly Position[]) {
  const [lon = 0, lat = 0] = position ?? around[0] ?? [];
  const narrow = Math.cos((lat * Math.PI) / 180);
  const away = around
    .map(([x = 0, y = 0]) => Math.hypot((x - lon) * narrow, y - lat))
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const near = away[Math.min(8, away.length - 1)] ?? 10;
  const zoom = Math.log2((360 * 120) / 512 / near);
  return { center: at([lon, lat]), zoom: Math.min(Math.max(zoom, 1), 14) };
}
