import { effect, type ReadonlySignal } from "@preact/signals";
import type { Position } from "geojson";
import type { Map as GlMap, MapMouseEvent, StyleSpecification } from "maplibre-gl";
import { isInBbox } from "#model/space/bbox.ts";
import type { Window } from "#model/time/span.ts";
import type { AppState } from "#web/state/app-state.ts";
import type { MapName } from "#web/state/map-slice.ts";
import { isPrinting } from "#web/state/printing.ts";
import type { MapCommand } from "#web/state/view-slice.ts";
import { DARK } from "#web/view/drawing/palette.ts";
import { createProjection } from "#web/view/drawing/projection.ts";
import { isInSight } from "#web/view/drawing/worlds.ts";
import type { Camera } from "#web/view/question/camera.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { changeOfSite } from "#web/view/scene/compared-changes.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { positionsOfSelection } from "#web/view/scene/sites.ts";
import { emphasisOf } from "#web/view/story/emphasis.ts";
import { emphasisedScene } from "#web/view/story/emphasised-scene.ts";
import { drawArea } from "./area-drawing.ts";
import { asSigns, type ShowEvents } from "./events/event-marks.ts";
import type { ShownEvents } from "./events/shown-events.ts";
import { MapGround } from "./ground/map-ground.ts";
import { createGroundMap, type StartOfMap } from "./ground-map.ts";
import { bringIntoSight, goHome, homeOf, lookAt, showBox, standAt, startAt } from "./home-view.ts";
import { mapBelow } from "./map-below.ts";
import { areaOf, frameOf } from "./map-frame.ts";
import { mapTextsOf } from "./map-texts.ts";
import { drawnView, followPaper, followSize } from "./on-paper.ts";
import { OverTheMap } from "./over-the-map.ts";
import { markOf, Pointing } from "./pointing.ts";
import { SceneOverlay } from "./scene-overlay.ts";
import { shownPalette } from "./shown-palette.ts";
import { restOfCovers } from "./uncovered.ts";

/** Names on the screen carry no numbers of sources: the panel has them. */
const NO_NOTES = new Map<string, string>();

/**
 * The one imperative piece of the page: a MapLibre map of the ground that follows the state, and over it the scene as
 * the figure draws it. A step of the date touches what differs in the scene; the ground is not drawn again.
 */
export class MapView {
  readonly map: GlMap;
  readonly #name: MapName;
  readonly #state: AppState;
  readonly #scene: ReadonlySignal<Scene | null>;
  readonly #stops: (() => void)[] = [];
  readonly #overlay: SceneOverlay;
  readonly #over: OverTheMap;
  readonly #pointing: Pointing;
  readonly #events: ShownEvents | undefined;
  /** The map shows its home view, and nobody has moved it from there; the map that controls speak to stays at it. */
  #isHome: boolean;
  #keepsHome = false;
  #isRemoved = false;
  #isDrawnSoon = false;
  readonly #ground: MapGround;
  /** Corners of an area that the reader is drawing. */
  #corners: readonly Position[] | null = null;

  /** `scene` and `window`: what is drawn, the state's own or that of the date compared with. */
  constructor(
    container: HTMLElement,
    state: AppState,
    scene: ReadonlySignal<Scene | null>,
    window: ReadonlySignal<Window | null>,
    name: MapName = "main",
    showEvents: ShowEvents = asSigns,
  ) {
    this.#name = name;
    this.#state = state;
    this.#scene = scene;
    this.#ground = new MapGround(state.dataset);
    const camera = state.camera.peek();
    const darkness = matchMedia("(prefers-color-scheme: dark)");
    const start: StartOfMap = camera
      ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
      : startAt(this.#home(), container);
    this.map = createGroundMap(container, state, this.#style(), start);
    this.#isHome = !camera;
    this.#overlay = new SceneOverlay(this.map.getCanvasContainer());
    this.#over = new OverTheMap(this.map, () => this.#drawAnew());
    const look = () => {
      const palette = shownPalette();
      return { isDark: palette === DARK, cellColour: palette.ink };
    };
    this.#events = showEvents(this.map, state, window, look);
    // For those who wait for the map to be drawn: tests, and the script that takes the README's picture.
    let isGroundThere = this.#ground.isWhole;
    if (!isGroundThere)
      void this.#fetchGround().finally(() => {
        isGroundThere = true;
        this.map.triggerRepaint();
      });
    this.map.on("idle", () => {
      if (!isGroundThere) return;
      container.dataset.drawn = "";
      this.#tellFrame();
    });
    this.map.on("move", () => this.#drawSoon());
    // Names keep their sides while the map moves; in a room of another size they stand as if it had always been so.
    this.map.on("resize", () => {
      if (this.#isHome && this.#keepsHome) goHome(this.map, this.#home(), false);
      this.#drawAnew();
      this.#look(false);
    });
    this.map.on("moveend", (event) => this.#onMove(event));
    this.#pointing = new Pointing(this.map, state, this.#events);
    this.map.on("click", (event) => this.#onClick(event));
    const onDarkness = () => {
      if (isPrinting.peek()) return;
      this.map.setStyle(this.#style(), { diff: false });
      this.#events?.draw();
      this.#draw();
    };
    darkness.addEventListener("change", onDarkness);
    this.#stops.push(
      () => darkness.removeEventListener("change", onDarkness),
      effect(() => this.#draw()),
      followSize(this.map),
      followPaper(
        this.map,
        () => this.#style(),
        () => {
          this.#overlay.forgetNames();
          this.#draw();
        },
      ),
      effect(() => {
        if (this.#events?.draw()) this.#awaitPaint();
      }),
      effect(() => state.laidOver.value?.(mapBelow(this.map))),
      effect(() =>
        this.map.getCanvas().setAttribute("aria-label", mapTextsOf(state.language.value).keys),
      ),
    );
  }

  /** Makes this map the one that controls speak to and that the reader draws on. */
  obeyControls(): void {
    const { state, map } = { state: this.#state, map: this.map };
    this.#keepsHome = true;
    this.#stops.push(
      effect(() => this.#obey(state.mapCommand.value)),
      this.#whereOpeningWas(),
      // What covers the map may be another.
      effect(() => {
        if (state.selection.value && [state.panel.value, state.sheet.value]) this.#lookAtRest();
      }),
      effect(() => {
        if (!state.isDrawingArea.value) return;
        const show = (corners: readonly Position[] | null) => {
          this.#corners = corners;
          this.#draw();
        };
        return drawArea(map, { onChange: show, onDone: state.actions.setArea });
      }),
    );
  }

  /** Looks home anew once the first screen is gone, which lay over a part of the map, unless somebody has moved it. */
  #whereOpeningWas(): () => void {
    let wasOpening = false;
    return effect(() => {
      const isOpening = this.#state.isOpening.value;
      if (wasOpening && !isOpening)
        requestAnimationFrame(() => {
          if (!this.#isRemoved && this.#isHome) goHome(this.map, this.#home(), !prefersStillness());
        });
      wasOpening = isOpening;
    });
  }

  /** Undoes everything that the constructor did. */
  remove(): void {
    this.#isRemoved = true;
    for (const stop of this.#stops) stop();
    this.#pointing.end();
    this.#state.actions.tellDrawn(this.#name, null);
    this.map.remove();
  }

  #obey(command: MapCommand | null): void {
    const animate = !prefersStillness();
    switch (command?.kind) {
      case "home":
        goHome(this.map, this.#home(), animate);
        return;
      case "camera":
        standAt(this.map, command.camera, command);
        return;
      case "sight":
        this.#lookAtRest();
        return;
      case "zoom":
        // Moves that a control asked for count as the reader's own.
        this.map.zoomTo(this.map.getZoom() + command.by, { animate }, { originalEvent: command });
        return;
      case "look":
        this.#isHome = false;
        lookAt(this.map, command.box, command.zoom, animate);
        return;
      case "show":
        if (showBox(this.map, command.box, animate)) this.#isHome = false;
        return;
      case "area-of-view":
        this.#state.actions.setArea(areaOf(frameOf(this.map)));
    }
  }

  #tellFrame(): void {
    const [next, last] = [frameOf(this.map), this.#state.frame.peek()];
    if (this.#ground.lacks(next)) void this.#fetchGround();
    if (JSON.stringify(next) !== JSON.stringify(last)) this.#state.actions.setFrame(next);
  }

  /** What of the ground is not there from the start; where it does not come the map stays as it is. */
  async #fetchGround(): Promise<void> {
    await this.#ground.complete().catch(() => {
      this.#state.actions.notify({ kind: "part-failed", part: this.#ground });
    });
    if (this.#isRemoved) return;
    this.map.setStyle(this.#style(), { diff: this.#ground.isWhole });
    this.#events?.draw();
    this.#draw();
  }

  #style = (): StyleSpecification => this.#ground.style(shownPalette());

  #draw(): void {
    const {
      changes,
      dataset,
      known,
      language,
      showsDistances,
      filter,
      selection,
      storyStep,
      pointed,
    } = this.#state;
    const changed = changeOfSite(changes.value);
    const whole = this.#scene.value;
    const [shown, words, area] = [showsDistances.value, language.value, filter.value.area];
    const positionsOf = (one: Selection | null) => positionsOfSelection(known.value, one);
    const chosen = positionsOf(selection.value);
    if (!whole) return;
    const scene = emphasisedScene(whole, emphasisOf(known.value, storyStep.value));
    const { isNew, kinds } = this.#overlay.show({
      dataset,
      scene,
      land: this.#ground.land,
      language: words,
      palette: shownPalette(),
      projection: createProjection(drawnView(this.map)),
      showsDistances: shown,
      changes: changed,
      chosen,
      chosenRecord: selection.value,
      pointed: positionsOf(pointed.value),
      pointedRecord: pointed.value,
      area: this.#corners ?? area?.coordinates[0] ?? [],
      notes: NO_NOTES,
      reserved: isPrinting.peek() ? [] : this.#over.boxes,
      isInteractive: true,
    });
    this.#state.actions.tellDrawn(this.#name, kinds);
    if (isNew) this.#awaitPaint();
  }

  /** Where names stood before does not bind them. */
  #drawAnew(): void {
    this.#overlay.forgetNames();
    this.#drawSoon();
  }

  /** Once, before the next frame, however much tells of the same: another size is a move, too, and moves what lies over. */
  #drawSoon(): void {
    if (this.#isDrawnSoon) return;
    this.#isDrawnSoon = true;
    queueMicrotask(() => {
      this.#isDrawnSoon = false;
      if (!this.#isRemoved) this.#draw();
    });
  }

  /** Says that the map is busy until the next frame is on the screen: whoever plays through time waits for it. */
  #awaitPaint(): void {
    const { isMapBusy, actions } = this.#state;
    if (isMapBusy.peek()) return;
    actions.setMapBusy(true);
    requestAnimationFrame(() => setTimeout(() => actions.setMapBusy(false)));
  }

  #onMove(event: Moved): void {
    // Only a move that the reader made, or that what is selected needed, is worth an address of its own.
    if (event.isHome) {
      this.#isHome = true;
      this.#state.actions.setCamera(undefined);
    } else if (event.originalEvent || event.isSight) {
      this.#isHome = false;
      this.#state.actions.setCamera(this.#camera());
    }
  }

  #camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), latitude: lat, longitude: lng };
  }

  #onClick({ lngLat, originalEvent: { target }, point }: MapMouseEvent): void {
    if (this.#state.isDrawingArea.peek() || this.#pointing.takeRest()) return;
    const mark = markOf(target);
    const isSeen = isInSight(point.x, drawnView(this.map));
    if (!mark && isSeen && this.#events?.open(lngLat)) return;
    this.#state.actions.select(mark ?? null);
  }

  #home = () => homeOf(this.#state.dataset.meta, this.#state.scene.peek());

  /** Brings what is selected into sight once what tells of it is there, which may be over the map, and has its place. */
  #lookAtRest(): void {
    requestAnimationFrame(async () => {
      await restOfCovers();
      this.#look(!prefersStillness());
    });
  }

  /** Brings what is selected into sight, where it is on the map. */
  #look(animate: boolean): void {
    if (this.#isRemoved || !this.#keepsHome) return;
    const { dataset, known, selection } = this.#state;
    const [position] = positionsOfSelection(known.peek(), selection.peek());
    if (!position || !isInBbox(position, dataset.meta.extent)) return;
    if (bringIntoSight(this.map, position, animate)) this.#isHome = false;
  }
}

type Moved = {
  readonly isHome?: boolean;
  readonly isSight?: boolean;
  readonly originalEvent?: unknown;
};

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
