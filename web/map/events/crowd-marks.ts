// The crowd of events on one map: its layer, and which of them the pointer is on.
import type { ReadonlySignal } from "@preact/signals";
import type { Map as GlMap, LngLat } from "maplibre-gl";
import { WORLD } from "#model/collection/event-columns.ts";
import type { Window } from "#model/time/span.ts";
import { mercatorX, mercatorY, nearestOpen, openAt } from "#web/events/columns/crowd.ts";
import type { EventMarks } from "#web/events/event-source.ts";
import type { AppState } from "#web/state/app-state.ts";
import { openSpot, spotAt } from "#web/state/open-spot.ts";
import { crowdColour } from "#web/view/crowd/crowd-colours.ts";
import { radiusAt } from "#web/view/crowd/crowd-size.ts";
import { forEachOpen } from "#web/view/crowd/open-events.ts";
import { CrowdLayer } from "./crowd-layer.ts";
import { type MapPoint, nearestSpots, type PointedSpot, type ShownEvents } from "./shown-events.ts";

/** CSS pixels around a mark at which it is meant all the same. */
const REACH = 4;
const OPACITY = 0.8;

type Marks = Extract<EventMarks, { kind: "columns" }>;

export class CrowdMarks implements ShownEvents {
  readonly #layer = new CrowdLayer();
  readonly #map: GlMap;
  readonly #state: AppState;
  readonly #marks: Marks;
  readonly #window: ReadonlySignal<Window | null>;
  readonly #isDark: () => boolean;

  constructor(
    map: GlMap,
    state: AppState,
    marks: Marks,
    window: ReadonlySignal<Window | null>,
    isDark: () => boolean,
  ) {
    this.#map = map;
    this.#state = state;
    this.#marks = marks;
    this.#window = window;
    this.#isDark = isDark;
    // Each new style has forgotten it.
    map.on("style.load", () => {
      if (!map.getLayer(this.#layer.id)) map.addLayer(this.#layer);
    });
  }

  /** Shows the state's events in the window; false when there is none to show. */
  draw(): boolean {
    const { certainty, events } = this.#state;
    const window = this.#window.value;
    // Events in which words were found come besides all the others, which are faint then.
    const blocks = this.#marks.all.value;
    const isFiltered = this.#marks.isFiltered.value;
    const categories = events.categories.value;
    const isDark = this.#isDark();
    const colours = categories.map((_, index) => toRgba(crowdColour(index, isDark)));
    if (!window) return false;
    this.#layer.show(blocks, { window, certainty: certainty.value, colours, isFiltered });
    return blocks.length > 0;
  }

  /** Opens what stands at the position; false when nothing does. */
  open(position: LngLat): boolean {
    const found = this.#find(position);
    if (!found) return false;
    void openSpot(this.#state, spotAt(found));
    return true;
  }

  at(point: MapPoint): PointedSpot | undefined {
    const found = this.#find(this.#map.unproject([point.x, point.y]));
    const window = this.#window.peek();
    if (!found || !window) return undefined;
    const matching = this.#marks.matching.peek();
    const { category, count, span } = openAt(matching, window, this.#state.certainty.peek(), found);
    const categories = this.#state.events.categories.peek();
    return {
      kind: "crowd",
      id: idOf(found),
      count,
      category: category === null ? null : (categories[category] ?? null),
      span,
      ...this.#pointOf(found),
    };
  }

  spots() {
    const window = this.#window.peek();
    if (!window) return [];
    const found: (MapPoint & { readonly id: string })[] = [];
    const toPoint = this.#toPoints();
    const matching = this.#marks.matching.peek();
    forEachOpen(matching, window, this.#state.certainty.peek(), (block, index) => {
      const at = { x: block.x[index] ?? 0, y: block.y[index] ?? 0 };
      if (block.left[index] === 1) found.push({ id: idOf(at), ...toPoint(at) });
    });
    const { clientHeight: height, clientWidth: width } = this.#map.getContainer();
    return nearestSpots(found, { height, width });
  }

  #find(position: LngLat) {
    // The world beside it has the same events.
    const { lat, lng } = position.wrap();
    const window = this.#window.peek();
    const { certainty } = this.#state;
    if (!window) return null;
    const zoom = this.#map.getZoom();
    const pixel = 2 ** 32 / (512 * 2 ** zoom);
    const radius = (radiusAt(zoom) + REACH) * pixel;
    const at = { x: mercatorX(lng), y: mercatorY(lat), radius };
    return nearestOpen(this.#marks.matching.peek(), window, certainty.peek(), at);
  }

  #pointOf(position: MapPoint): MapPoint {
    return this.#toPoints()(position);
  }

  /** From positions of the columns to points of the map, in the world that is nearest to its middle. */
  #toPoints(): (position: MapPoint) => MapPoint {
    const { lat, lng } = this.#map.getCenter();
    const { clientHeight: height, clientWidth: width } = this.#map.getContainer();
    const pixels = (512 * 2 ** this.#map.getZoom()) / WORLD;
    const [x, y] = [mercatorX(lng), mercatorY(lat)];
    return (at) => {
      const across = at.x - x - WORLD * Math.round((at.x - x) / WORLD);
      return { x: width / 2 + across * pixels, y: height / 2 + (at.y - y) * pixels };
    };
  }
}

function toRgba(hex: string): [number, number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return [red, green, blue, OPACITY];
}

const idOf = ({ x, y }: MapPoint) => `${x} ${y}`;
