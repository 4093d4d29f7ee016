// The crowd of events on one map: its layer, and which of them the pointer is on.
import type { ReadonlySignal } from "@preact/signals";
import type { Map as GlMap, LngLat } from "maplibre-gl";
import type { Window } from "#model/time/span.ts";
import { mercatorX, mercatorY, nearestOpen } from "#web/events/columns/crowd.ts";
import { crowdColour } from "#web/events/crowd-colours.ts";
import type { EventMarks } from "#web/events/event-source.ts";
import type { AppState } from "#web/state/app-state.ts";
import { openSpot, spotAt } from "#web/state/open-spot.ts";
import { CrowdLayer } from "./crowd-layer.ts";
import { radiusAt } from "./crowd-size.ts";
import type { ShownEvents } from "./shown-events.ts";

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
  #isLooking = false;

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
    map.on("mousemove", ({ lngLat }) => this.#look(lngLat));
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

  /** Once a picture at most: the pointer moves more often. */
  #look(position: LngLat): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    requestAnimationFrame(() => {
      this.#isLooking = false;
      this.#map.getCanvas().style.cursor = this.#find(position) ? "pointer" : "";
    });
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
}

function toRgba(hex: string): [number, number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return [red, green, blue, OPACITY];
}
