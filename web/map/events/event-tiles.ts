// Events of which there are more than a browser should hold: vector tiles of what the map shows at the date. Those of
// a new date come beside those of the last, which stay until the new ones are here.
import type { ReadonlySignal } from "@preact/signals";
import type { ErrorEvent, Map as GlMap, LngLat, MapGeoJSONFeature } from "maplibre-gl";
import { degreesAt } from "#model/collection/event-columns.ts";
import { CELLS_OF_TILE } from "#model/collection/tile-cells.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import type { Bbox } from "#model/space/bbox.ts";
import type { Window } from "#model/time/span.ts";
import { ownAddress } from "#web/api/own-address.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import type { EventMarks } from "#web/events/event-source.ts";
import type { AppState } from "#web/state/app-state.ts";
import { openSpot } from "#web/state/open-spot.ts";
import { apiQuestion } from "#web/view/address/api-address.ts";
import { crowdColour } from "#web/view/crowd/crowd-colours.ts";
import {
  eventTileLayers,
  shownOpacities,
  TILE_PROPERTIES,
  type TileLook,
} from "./event-tile-style.ts";
import { type MapPoint, nearestSpots, type PointedSpot, type ShownEvents } from "./shown-events.ts";

/** CSS pixels around the pointer in which a mark is meant. */
const REACH = 4;
const TILES = "api/collections/events/tiles/WebMercatorQuad/{z}/{y}/{x}";

/** Tiles as a source of the map with two layers. */
type Tiles = { readonly source: string; readonly address: string; readonly isFaint: boolean };
/** The tiles of one question; with a filter those of all events besides, faint under the others. */
type Asked = readonly Tiles[];

type Marks = Extract<EventMarks, { kind: "tiles" }>;

export class EventTiles implements ShownEvents {
  readonly #map: GlMap;
  readonly #state: AppState;
  readonly #marks: Marks;
  readonly #window: ReadonlySignal<Window | null>;
  readonly #look: () => Pick<TileLook, "isDark" | "cellColour">;
  #shown: Asked = [];
  #coming: Asked = [];
  #number = 0;
  #hasStyle = false;
  #isWaiting = false;
  #colouredFor: readonly string[] = [];

  constructor(
    map: GlMap,
    state: AppState,
    marks: Marks,
    window: ReadonlySignal<Window | null>,
    look: () => Pick<TileLook, "isDark" | "cellColour">,
  ) {
    this.#map = map;
    this.#state = state;
    this.#marks = marks;
    this.#window = window;
    this.#look = look;
    this.#setWaiting(true);
    map.on("remove", () => this.#setWaiting(false));
    // Each new style has forgotten them, and takes none before it is there.
    map.on("styledataloading", () => {
      this.#hasStyle = false;
    });
    map.on("style.load", () => {
      this.#hasStyle = true;
      this.#shown = [];
      this.#coming = [];
      this.draw();
    });
    map.on("sourcedata", () => this.#turn());
    map.on("idle", () => this.#turn());
    map.on("error", (event) => this.#onError(event));
  }

  /** Asks for the tiles of the state's question. Nothing of it is to be seen yet: false. */
  draw(): boolean {
    const { events, filter } = this.#state;
    const window = this.#window.value;
    const categories = events.categories.value;
    const left = { filter: filter.value, isFaint: false };
    const questions = this.#marks.isFiltered.value
      ? [{ filter: NO_FILTER, isFaint: true }, left]
      : [left];
    if (!window) this.#setWaiting(false);
    if (!window || !this.#hasStyle) return false;
    const asked = questions.map((question) => ({
      address: this.#address(window, question.filter),
      isFaint: question.isFaint,
    }));
    const before = this.#coming.length > 0 ? this.#coming : this.#shown;
    if (addressesOf(asked) !== addressesOf(before)) this.#ask(asked);
    if (categories !== this.#colouredFor) this.#colour(categories);
    return false;
  }

  #address(window: Window, filter: Filter): string {
    const asked = { filter, window, certainty: this.#state.certainty.value };
    const parameters = new URLSearchParams(apiQuestion("events", asked).search);
    parameters.set("properties", TILE_PROPERTIES);
    return `${ownAddress(TILES)}?${parameters}`;
  }

  /** Opens what stands at the position; false when nothing does. */
  open(position: LngLat): boolean {
    const found = this.#find(this.#map.project(position));
    if (!found) return false;
    const { id, point_count: count } = found.properties;
    if (count === undefined) this.#state.actions.select({ kind: "event", id });
    else void openSpot(this.#state, this.#cellOf(found));
    return true;
  }

  at(point: MapPoint): PointedSpot | undefined {
    const found = this.#find(point);
    if (!found) return undefined;
    const { category, point_count: cell } = found.properties;
    const near = this.#rendered(boxAround(point)).filter(
      ({ properties }) => properties.point_count === undefined,
    );
    const here = near.filter((one) => idOf(one) === idOf(found));
    const isOne = new Set(here.map(({ properties }) => properties.category)).size === 1;
    return {
      kind: "crowd",
      id: idOf(found),
      count: cell ?? here.length,
      category: cell === undefined && isOne ? category : null,
      span: null,
      ...this.#pointOf(found),
    };
  }

  spots() {
    const { clientHeight: height, clientWidth: width } = this.#map.getContainer();
    const all = this.#rendered().map((one) => ({ id: idOf(one), ...this.#pointOf(one) }));
    return nearestSpots(all, { height, width });
  }

  #pointOf({ geometry }: MapGeoJSONFeature): MapPoint {
    const [longitude = 0, latitude = 0] = geometry.type === "Point" ? geometry.coordinates : [];
    const { x, y } = this.#map.project([longitude, latitude]);
    return { x, y };
  }

  /** The order of the categories, which their colours follow, comes after the first tiles. */
  #colour(categories: readonly string[]): void {
    this.#colouredFor = categories;
    for (const tiles of [...this.#shown, ...this.#coming])
      for (const layer of eventTileLayers(this.#lookOf(tiles)))
        for (const name of ["circle-color", "circle-stroke-color"] as const)
          this.#map.setPaintProperty(layer.id, name, layer.paint?.[name]);
  }

  #ask(asked: readonly Omit<Tiles, "source">[]): void {
    this.#drop(this.#coming);
    this.#coming = asked.map((tiles) => {
      this.#number += 1;
      return { ...tiles, source: `events-${this.#number}` };
    });
    for (const tiles of this.#coming) {
      this.#map.addSource(tiles.source, { type: "vector", tiles: [tiles.address] });
      for (const layer of eventTileLayers(this.#lookOf(tiles))) this.#map.addLayer(layer);
    }
    this.#setWaiting(true);
  }

  /** Shows the tiles that were asked for, in place of the last, once all of them are here. */
  #turn(): void {
    const coming = this.#coming;
    const isHere = ({ source }: Tiles) =>
      this.#map.getSource(source) !== undefined && this.#map.isSourceLoaded(source);
    if (coming.length === 0 || !coming.every(isHere)) return;
    for (const tiles of coming)
      for (const { layer, name, value } of shownOpacities(this.#lookOf(tiles)))
        this.#map.setPaintProperty(`${tiles.source}-${layer}`, name, value);
    this.#drop(this.#shown);
    this.#shown = coming;
    this.#coming = [];
    this.#setWaiting(false);
  }

  #setWaiting(isWaiting: boolean): void {
    if (isWaiting === this.#isWaiting) return;
    this.#isWaiting = isWaiting;
    this.#marks.addMapsWaiting(isWaiting ? 1 : -1);
  }

  #drop(asked: Asked): void {
    for (const tiles of asked) {
      if (!this.#map.getSource(tiles.source)) continue;
      for (const layer of layersOf(tiles)) this.#map.removeLayer(layer);
      this.#map.removeSource(tiles.source);
    }
  }

  #lookOf({ isFaint, source }: Tiles): TileLook {
    const { events, filter } = this.#state;
    const look = this.#look();
    const categories = events.categories.peek();
    const [only, another] = filter.peek().categories;
    // Where all are of one category, many of them have its colour too.
    const place =
      !isFaint && only !== undefined && another === undefined ? categories.indexOf(only) : -1;
    return {
      isDark: look.isDark,
      isFaint,
      cellColour: place < 0 ? look.cellColour : crowdColour(place, look.isDark),
      source,
      window: this.#window.peek() ?? { from: null, until: null },
      categories,
      latitude: this.#map.getCenter().lat,
    };
  }

  #onError(event: ErrorEvent): void {
    const isOfTiles = "sourceId" in event && String(event.sourceId).startsWith("events-");
    // MapLibre tells of no error itself once somebody listens.
    if (!isOfTiles) reportError(event.error);
    else this.#state.actions.notify({ kind: "events-failed" });
    this.#turn();
  }

  /** The event at the point of the map that the filter leaves, or the cell that holds many. */
  #find(point: MapPoint): MapGeoJSONFeature | undefined {
    const found = this.#rendered(boxAround(point));
    return found.find(({ properties }) => properties.point_count === undefined) ?? found[0];
  }

  /** Marks that the filter leaves, in a box or all of them. */
  #rendered(box?: Corners): MapGeoJSONFeature[] {
    const layers = this.#shown.filter(({ isFaint }) => !isFaint).flatMap(layersOf);
    if (layers.length === 0) return [];
    return box
      ? this.#map.queryRenderedFeatures(box, { layers })
      : this.#map.queryRenderedFeatures({ layers });
  }

  /** The box of a cell: that part of its tile, which was asked for at the whole zoom below the map's. */
  #cellOf({ geometry }: MapGeoJSONFeature): Bbox {
    const [longitude = 0, latitude = 0] = geometry.type === "Point" ? geometry.coordinates : [0, 0];
    const side = 2 ** 32 / (CELLS_OF_TILE * 2 ** Math.floor(this.#map.getZoom()));
    const column = Math.floor(mercatorX(longitude) / side);
    const row = Math.floor(mercatorY(latitude) / side);
    const [west, north] = degreesAt(column * side, row * side);
    const [east, south] = degreesAt((column + 1) * side, (row + 1) * side);
    return { west, south, east, north };
  }
}

type Corners = [[number, number], [number, number]];
const boxAround = ({ x, y }: MapPoint): Corners => [
  [x - REACH, y - REACH],
  [x + REACH, y + REACH],
];
const idOf = ({ geometry }: MapGeoJSONFeature) =>
  geometry.type === "Point" ? geometry.coordinates.join(" ") : "";

const addressesOf = (asked: readonly Pick<Tiles, "address">[]) =>
  asked.map(({ address }) => address).join(" ");
const layersOf = ({ source }: Tiles) => [`${source}-cells`, `${source}-points`];
