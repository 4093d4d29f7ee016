import { effect, type ReadonlySignal } from "@preact/signals";
import type { FeatureCollection, Polygon, Position } from "geojson";
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
import type { AppState } from "#web/state/app-state.ts";
import type { Scene } from "#web/state/scene.ts";
import { parseSelection, type Selection } from "#web/state/selection.ts";
import type { Camera, MapCommand } from "#web/state/view-slice.ts";
import { drawArea } from "./area-drawing.ts";
import { distanceFeatures } from "./distance-features.ts";
import { drawIcons } from "./icons.ts";
import { DARK, LIGHT, type Palette } from "./palette.ts";
import { joinParts, sceneFeatures } from "./scene-features.ts";
import { areaFeatures, positionOfSelection, selectedFeatures } from "./selected-features.ts";
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

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * The one imperative piece of the page: a MapLibre map that follows the state. What is drawn at a date is a small
 * set that is swapped only when it changes; a drag of the slider between two changes costs the map nothing.
 */
export class MapView {
  readonly map: GlMap;
  readonly #state: AppState;
  readonly #scene: ReadonlySignal<Scene | null>;
  readonly #stops: (() => void)[] = [];
  readonly #drawn = new Map<string, string>();
  #isReady = false;

  /** `scene`: what is drawn, the state's own or that of the date compared with. */
  constructor(container: HTMLElement, state: AppState, scene: ReadonlySignal<Scene | null>) {
    this.#state = state;
    this.#scene = scene;
    const { extent, home } = state.dataset.meta;
    const camera = state.camera.peek();
    const darkness = window.matchMedia("(prefers-color-scheme: dark)");
    this.map = new GlMap({
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
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
    this.map.on("style.load", () => this.#onStyle());
    this.map.on("render", () => this.#onRender());
    this.map.on("idle", () => this.#onIdle());
    this.map.on("moveend", (event) => this.#onMove(event));
    this.map.on("click", (event) => this.#onClick(event));
    this.map.on("mousemove", (event) => {
      if (!state.isDrawingArea.peek())
        this.map.getCanvas().style.cursor = this.#selectionAt(event) ? "pointer" : "";
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
      effect(() => this.#look(state.selection.value)),
    );
  }

  /** Makes this map the one that controls speak to and that the reader draws on. */
  obeyControls(): void {
    const { state, map } = { state: this.#state, map: this.map };
    this.#stops.push(
      effect(() => this.#obey(state.mapCommand.value)),
      effect(() => {
        if (!state.isDrawingArea.value) return;
        const show = (positions: readonly Position[]) => this.#set("area", areaFeatures(positions));
        return drawArea(map, { onChange: show, onDone: state.actions.setArea });
      }),
    );
  }

  /** Undoes everything that the constructor did. */
  remove(): void {
    for (const stop of this.#stops) stop();
    this.map.remove();
  }

  #obey(command: MapCommand | null): void {
    const animate = !prefersStillness();
    switch (command?.kind) {
      case "home":
        this.map.fitBounds(
          corners(this.#state.dataset.meta.home),
          { animate, padding: roomAround(this.map.getContainer()) },
          { isHome: true },
        );
        return;
      case "zoom":
        // Moves that a control asked for count as the reader's own.
        this.map.zoomTo(this.map.getZoom() + command.by, { animate }, { originalEvent: command });
        return;
      case "look":
        this.map.flyTo(
          { center: [command.longitude, command.latitude], zoom: command.zoom, animate },
          { originalEvent: command },
        );
        return;
      case "area-of-view":
        this.#state.actions.setArea(this.#areaOfView());
    }
  }

  #areaOfView(): Polygon {
    const bounds = this.map.getBounds();
    const [west, south, east, north] = bounds.toArray().flat() as [number, number, number, number];
    return {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    };
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
    this.map.setStyle(this.#style(), { diff: false });
  }

  #onStyle(): void {
    for (const { name, image, pixelRatio } of drawIcons(
      this.#palette(),
      Math.ceil(devicePixelRatio),
    ))
      this.map.addImage(name, image, { pixelRatio });
    this.#drawn.clear();
    this.#isReady = true;
    this.#draw();
  }

  /** The frame that has the newest data on it ends the wait for them. */
  #onRender(): void {
    if (!this.#state.isMapBusy.peek() || !this.#isReady) return;
    const isLoaded = [...this.#drawn.keys()].every((source) => this.map.isSourceLoaded(source));
    if (isLoaded) this.#state.actions.setMapBusy(false);
  }

  #onIdle(): void {
    this.#state.actions.setMapBusy(false);
    // For those who wait for the map to be drawn: tests, and the script that takes the README's picture.
    if (this.#isReady) this.map.getContainer().dataset.drawn = "";
  }

  #draw(): void {
    const { dataset, language, showsDistances, filter, selection, pointed } = this.#state;
    const scene = this.#scene.value;
    const distances =
      scene && showsDistances.value ? distanceFeatures(dataset, scene, language.value) : NOTHING;
    const features = scene ? joinParts(sceneFeatures(dataset, scene, language.value)) : NOTHING;
    const area = areaFeatures(filter.value.area?.coordinates[0] ?? []);
    const selected = selectedFeatures(dataset, [selection.value, pointed.value]);
    if (!this.#isReady) return;
    this.#set("scene", features);
    this.#set("distances", distances);
    this.#set("area", area);
    this.#set("selected", selected);
  }

  /** Gives the map new data when they differ from what it has. */
  #set(source: string, data: FeatureCollection): void {
    const text = JSON.stringify(data);
    if (this.#drawn.get(source) === text) return;
    this.#drawn.set(source, text);
    this.#state.actions.setMapBusy(true);
    this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #onMove(event: { readonly isHome?: boolean; readonly originalEvent?: unknown }): void {
    // Only a move that the reader made is worth an address of its own.
    if (event.isHome) this.#state.actions.setCamera(undefined);
    else if (event.originalEvent) this.#state.actions.setCamera(this.#camera());
  }

  #camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), latitude: lat, longitude: lng };
  }

  #selectionAt({ point }: MapMouseEvent): Selection | undefined {
    if (!this.#isReady) return undefined;
    const box: [[number, number], [number, number]] = [
      [point.x - REACH_PX, point.y - REACH_PX],
      [point.x + REACH_PX, point.y + REACH_PX],
    ];
    const hits = this.map.queryRenderedFeatures(box, { layers: CLICKABLE });
    const best = hits.sort(
      (a, b) => CLICKABLE.indexOf(a.layer.id) - CLICKABLE.indexOf(b.layer.id),
    )[0];
    return typeof best?.properties.sel === "string"
      ? parseSelection(best.properties.sel)
      : undefined;
  }

  #onClick(event: MapMouseEvent): void {
    if (this.#state.isDrawingArea.peek()) return;
    this.#state.actions.select(this.#selectionAt(event) ?? null);
  }

  /** Brings a selected record into view when it is on the map and out of sight. */
  #look(selection: Selection | null): void {
    const { dataset } = this.#state;
    const position = selection && positionOfSelection(dataset, selection);
    if (!position || !this.#isReady || !isInBox(position, dataset.meta.extent)) return;
    const center: [number, number] = [position[0] ?? 0, position[1] ?? 0];
    if (!this.map.getBounds().contains(center))
      this.map.easeTo({ center, animate: !prefersStillness() });
  }
}

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

function corners({ west, south, east, north }: Bbox): [[number, number], [number, number]] {
  return [
    [west, south],
    [east, north],
  ];
}

function isInBox([lon = 0, lat = 0]: Position, box: Bbox): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Pixels at the edges that title, legend and controls cover. */
function roomAround(container: HTMLElement) {
  const isWide = container.clientWidth >= 1200;
  return { top: 56, bottom: 12, left: isWide ? 300 : 4, right: isWide ? 70 : 44 };
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
