import { effect } from "@preact/signals";
import type { Position } from "geojson";
import {
  type GeoJSONSource,
  Map as GlMap,
  type MapMouseEvent,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { Bbox } from "#model/bbox.ts";
import type { Dataset } from "#model/dataset.ts";
import type { AppState, MapCommand } from "#web/state/app-state.ts";
import { parseSelection, type Selection } from "#web/state/selection.ts";
import { placePositions } from "#web/state/sites.ts";
import type { Camera } from "#web/state/url.ts";
import { drawIcons } from "./icons.ts";
import { DARK, LIGHT, type Palette } from "./palette.ts";
import { SCENE_SOURCES, type SceneFeatures, sceneFeatures } from "./scene-features.ts";
import { basemapFeatures, mapStyle } from "./style.ts";

setWorkerUrl(workerUrl);

/** Layers whose features answer a click, the one on top first. */
const CLICKABLE = [
  "event",
  "site",
  "site-name",
  "movement-head",
  "landmark",
  "landmark-name",
  "ghost",
  "people-low",
  "people-high",
  "camp-outline",
  "camp-area",
  "movement",
  "barrier",
  "barrier-possible",
  "barrier-area",
  "bypass-ink",
  "port-area",
];
/** Half the side of the box around the pointer in which a mark counts as hit. */
const REACH_PX = 6;

/**
 * The one imperative piece of the page: a MapLibre map that follows the state. What is drawn at a date is a small
 * set that is swapped only when it changes; a drag of the slider between two changes costs the map nothing.
 */
export class MapView {
  readonly #map: GlMap;
  readonly #state: AppState;
  readonly #stops: (() => void)[] = [];
  #drawn: Partial<Record<keyof SceneFeatures, string>> = {};
  #isReady = false;

  constructor(container: HTMLElement, state: AppState) {
    this.#state = state;
    const { extent, home } = state.dataset.meta;
    const camera = state.camera.peek();
    const darkness = window.matchMedia("(prefers-color-scheme: dark)");
    this.#map = new GlMap({
      container,
      style: this.#style(),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      maxBounds: corners(extent),
      maxZoom: 17,
      fadeDuration: prefersStillness() ? 0 : 150,
      ...(camera
        ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
        : { bounds: corners(home), fitBoundsOptions: { padding: roomAround(container) } }),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
    this.#map.on("style.load", () => this.#onStyle());
    // For those who wait for the map to be drawn: tests, and the script that takes the README's picture.
    this.#map.on("idle", () => {
      if (this.#isReady) container.dataset.drawn = "";
    });
    this.#map.on("moveend", (event) => this.#onMove(event));
    this.#map.on("click", (event) => this.#onClick(event));
    this.#map.on("mousemove", (event) => {
      this.#map.getCanvas().style.cursor = this.#selectionAt(event) ? "pointer" : "";
    });
    const onDarkness = () => this.#restyle();
    darkness.addEventListener("change", onDarkness);
    this.#stops.push(
      () => darkness.removeEventListener("change", onDarkness),
      effect(() => {
        state.language.value;
        if (this.#isReady) this.#restyle();
      }),
      effect(() => this.#draw()),
      effect(() => this.#showSelection()),
      effect(() => this.#obey(state.mapCommand.value)),
    );
  }

  /** Undoes everything that the constructor did. */
  remove(): void {
    for (const stop of this.#stops) stop();
    this.#map.remove();
  }

  #obey(command: MapCommand | null): void {
    const { home } = this.#state.dataset.meta;
    const animate = !prefersStillness();
    switch (command?.kind) {
      case "home":
        this.#map.fitBounds(
          corners(home),
          { animate, padding: roomAround(this.#map.getContainer()) },
          { isHome: true },
        );
        return;
      case "zoom":
        // Moves that a control asked for count as the reader's own.
        this.#map.zoomTo(this.#map.getZoom() + command.by, { animate }, { originalEvent: command });
    }
  }

  #palette(): Palette {
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  }

  #style(): StyleSpecification {
    const { dataset, language } = this.#state;
    return mapStyle(this.#palette(), basemapFeatures(dataset.basemap, language.peek()));
  }

  #restyle(): void {
    this.#isReady = false;
    this.#map.setStyle(this.#style(), { diff: false });
  }

  #onStyle(): void {
    for (const { name, image, pixelRatio } of drawIcons(
      this.#palette(),
      Math.ceil(devicePixelRatio),
    ))
      this.#map.addImage(name, image, { pixelRatio });
    this.#drawn = {};
    this.#isReady = true;
    this.#draw();
    this.#showSelection();
  }

  #draw(): void {
    const { dataset, scene, language } = this.#state;
    const features = sceneFeatures(dataset, scene.value, language.value);
    if (!this.#isReady) return;
    for (const source of SCENE_SOURCES) {
      const text = JSON.stringify(features[source]);
      if (this.#drawn[source] === text) continue;
      this.#drawn[source] = text;
      this.#map.getSource<GeoJSONSource>(source)?.setData(features[source]);
    }
  }

  #onMove(event: { readonly isHome?: boolean; readonly originalEvent?: unknown }): void {
    // Only a move that the reader made is worth an address of its own.
    if (event.isHome) this.#state.actions.setCamera(undefined);
    else if (event.originalEvent) this.#state.actions.setCamera(this.#camera());
  }

  #camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), latitude: lat, longitude: lng };
  }

  #selectionAt({ point }: MapMouseEvent) {
    if (!this.#isReady) return undefined;
    const box: [[number, number], [number, number]] = [
      [point.x - REACH_PX, point.y - REACH_PX],
      [point.x + REACH_PX, point.y + REACH_PX],
    ];
    const hits = this.#map.queryRenderedFeatures(box, { layers: CLICKABLE });
    const best = hits.sort(
      (a, b) => CLICKABLE.indexOf(a.layer.id) - CLICKABLE.indexOf(b.layer.id),
    )[0];
    return typeof best?.properties.sel === "string"
      ? parseSelection(best.properties.sel)
      : undefined;
  }

  #onClick(event: MapMouseEvent): void {
    this.#state.actions.select(this.#selectionAt(event) ?? null);
  }

  /** Marks the selected record, and brings it into view when it is not. */
  #showSelection(): void {
    const { dataset, selection } = this.#state;
    const position = selection.value && positionOf(dataset, selection.value);
    if (!this.#isReady) return;
    this.#map.getSource<GeoJSONSource>("selected")?.setData({
      type: "FeatureCollection",
      features: position
        ? [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: position } }]
        : [],
    });
    if (!position || !isInBox(position, dataset.meta.extent)) return;
    const center: [number, number] = [position[0] ?? 0, position[1] ?? 0];
    if (!this.#map.getBounds().contains(center))
      this.#map.easeTo({ center, animate: !prefersStillness() });
  }
}

function corners({ west, south, east, north }: Bbox): [[number, number], [number, number]] {
  return [
    [west, south],
    [east, north],
  ];
}

function isInBox([lon = 0, lat = 0]: Position, box: Bbox): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Where a selected record is marked; null when it has no place on the map. */
function positionOf(dataset: Dataset, { kind, id }: Selection): Position | null {
  if (kind === "place") return placePositions(dataset).get(id) ?? null;
  if (kind === "event")
    return dataset.events.find((event) => event.id === id)?.point?.coordinates ?? null;
  return null;
}

/** Pixels at the edges that title, legend and controls cover. */
function roomAround(container: HTMLElement) {
  const isWide = container.clientWidth >= 1200;
  return { top: 56, bottom: 12, left: isWide ? 300 : 4, right: isWide ? 70 : 44 };
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
