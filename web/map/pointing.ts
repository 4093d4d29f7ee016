// Which mark of the scene, or of a crowd of events, the pointer, a resting finger or the keyboard is on: it is ringed and told. The address stays as it is.
import { effect } from "@preact/signals";
import type { Map as GlMap } from "maplibre-gl";
import type { AppState } from "#web/state/app-state.ts";
import type { CrowdSpot, Tip } from "#web/state/map-slice.ts";
import { isInSight } from "#web/view/drawing/worlds.ts";
import { parseSelection, type Selection } from "#web/view/question/selection.ts";
import type { ShownEvents } from "./events/shown-events.ts";

/** How long a finger rests on a mark to ask what it is, and how far it may tremble, in CSS pixels. */
const REST_MS = 450;
const TREMBLE = 10;

/** Layers whose marks the keyboard goes through. */
const STOPS = ["sites", "events", "changes", "ghosts", "landmarks", "movement-heads", "movements"];

type Spot = { readonly x: number; readonly y: number };

export class Pointing {
  readonly #map: GlMap;
  readonly #state: AppState;
  readonly #listening = new AbortController();
  #resting: { readonly timer: number; readonly at: Spot } | undefined;
  #hasRested = false;
  /** Where the pointer was last, until the next picture is drawn. */
  #lookedAt: Spot | undefined;
  readonly #crowd: ShownEvents | undefined;
  readonly #forget: () => void;

  /** `crowd`: the events that have no marks in the scene. */
  constructor(map: GlMap, state: AppState, crowd?: ShownEvents) {
    this.#map = map;
    this.#state = state;
    this.#crowd = crowd;
    // What is told of a crowd is of the days that are shown.
    this.#forget = effect(() => {
      if (state.window.value && state.tip.peek()?.of.kind === "crowd") this.#leave();
    });
    const container = map.getCanvasContainer();
    const { signal } = this.#listening;
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      hear: (event: HTMLElementEventMap[Name]) => void,
    ) => container.addEventListener(name, hear, { signal });
    on("pointermove", (event) => this.#onMove(event));
    on("pointerdown", (event) => this.#onDown(event));
    on("pointerup", () => this.#rise());
    on("pointercancel", () => this.#rise());
    on("pointerleave", ({ pointerType }) => pointerType !== "touch" && this.#leave());
    on("contextmenu", (event) => this.#hasRested && event.preventDefault());
    on("keydown", (event) => this.#onKey(event));
    on("blur", () => this.#state.tip.peek()?.isByKeys && this.#leave());
    // A mark that the map has carried away is no longer pointed to.
    map.on("movestart", () => this.#leave());
  }

  /** True when the finger that now rises has asked what a mark is: it opens nothing. */
  takeRest(): boolean {
    const had = this.#hasRested;
    this.#hasRested = false;
    return had;
  }

  end(): void {
    this.#listening.abort();
    this.#forget();
    this.#rise();
    this.#leave();
  }

  #onMove({ buttons, clientX: x, clientY: y, pointerType, target }: PointerEvent): void {
    const { at } = this.#resting ?? {};
    if (at && Math.hypot(x - at.x, y - at.y) > TREMBLE) this.#rise();
    if (pointerType === "touch" || buttons > 0) return;
    const selection = markOf(target);
    if (!selection) this.#look({ x, y });
    else if (!isSame(selection, this.#state.tip.peek()?.of)) this.#point(selection, { x, y });
  }

  /** For a mark of the crowd, once a picture at most: the pointer moves more often. */
  #look(at: Spot): void {
    if (!this.#crowd) {
      this.#leave();
      return;
    }
    const isLooking = this.#lookedAt !== undefined;
    this.#lookedAt = at;
    if (isLooking) return;
    requestAnimationFrame(() => {
      const lookedAt = this.#lookedAt;
      this.#lookedAt = undefined;
      if (!lookedAt) return;
      const spot = this.#inCrowd(lookedAt);
      this.#map.getCanvas().style.cursor = spot ? "pointer" : "";
      if (!spot) this.#leave();
      else if (!isSame(spot.of, this.#state.tip.peek()?.of)) this.#point(spot.of, spot.at);
    });
  }

  /** The mark of the crowd at a point of the window, and where in the window its middle is. */
  #inCrowd({ x, y }: Spot) {
    const { left, top, width } = this.#map.getContainer().getBoundingClientRect();
    if (!isInSight(x - left, { width, zoom: this.#map.getZoom() })) return undefined;
    const spot = this.#crowd?.at({ x: x - left, y: y - top });
    return spot && { of: spot, at: { x: spot.x + left, y: spot.y + top } };
  }

  #onDown({ clientX: x, clientY: y, pointerType, target }: PointerEvent): void {
    this.#hasRested = false;
    this.#leave();
    if (pointerType !== "touch") return;
    const selection = markOf(target);
    const told = selection ? { of: selection, at: { x, y } } : this.#inCrowd({ x, y });
    if (!told) return;
    const timer = window.setTimeout(() => {
      this.#hasRested = true;
      this.#point(told.of, told.at);
    }, REST_MS);
    this.#resting = { timer, at: { x, y } };
  }

  #rise(): void {
    window.clearTimeout(this.#resting?.timer);
    this.#resting = undefined;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.#map.getCanvas() || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const tip = this.#state.tip.peek();
    if (event.key === "Enter") this.#step(event.shiftKey ? -1 : 1);
    else if (event.key === " " && tip) this.#open(tip);
    else if (event.key === "Escape" && tip) this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #open({ of, x, y }: Tip): void {
    const { left, top } = this.#map.getContainer().getBoundingClientRect();
    if (of.kind === "crowd") this.#crowd?.open(this.#map.unproject([x - left, y - top]));
    else this.#state.actions.select(of);
  }

  /** To the next mark, those nearest to the middle first. */
  #step(by: 1 | -1): void {
    const stops = this.#stops();
    const now = stops.findIndex(({ of }) => isSame(of, this.#state.tip.peek()?.of));
    const first = by > 0 ? 0 : stops.length - 1;
    const stop = now < 0 ? stops[first] : stops[(now + by + stops.length) % stops.length];
    if (!stop) return;
    const of = stop.of.kind === "crowd" ? this.#inCrowd(stop.at)?.of : stop.of;
    if (of) this.#point(of, stop.at, true);
  }

  #stops() {
    const box = this.#map.getContainer().getBoundingClientRect();
    const isSeen = (x: number) =>
      isInSight(x - box.left, { width: box.width, zoom: this.#map.getZoom() });
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const marks = STOPS.flatMap((layer) => [
      ...this.#map.getCanvasContainer().querySelectorAll(`.scene-${layer} [data-sel]`),
    ]);
    const stops = new Map<string, { of: Pointed; at: Spot; far: number }>();
    const add = (of: Pointed, at: Spot) => {
      const far = Math.hypot(at.x - middle.x, at.y - middle.y);
      stops.set(`${of.kind}:${of.id}`, { of, at, far });
    };
    for (const mark of marks) {
      const name = mark.getAttribute("data-sel") ?? "";
      const selection = parseSelection(name);
      const { bottom, left, right, top } = mark.getBoundingClientRect();
      const at = { x: (left + right) / 2, y: (top + bottom) / 2 };
      const isIn = isSeen(at.x) && at.y > box.top && at.y < box.bottom;
      if (!selection || !isIn || stops.has(name)) continue;
      add(selection, at);
    }
    for (const { id, x, y } of this.#crowd?.spots() ?? [])
      if (isSeen(x + box.left)) add({ kind: "crowd", id }, { x: x + box.left, y: y + box.top });
    return [...stops.values()].sort((a, b) => a.far - b.far);
  }

  #point(of: Tip["of"], { x, y }: Spot, isByKeys = false): void {
    const { actions } = this.#state;
    actions.point(of.kind === "crowd" ? null : of);
    actions.showTip({ of, x, y, isByKeys });
  }

  #leave(): void {
    this.#lookedAt = undefined;
    const { actions, tip } = this.#state;
    if (!tip.peek()) return;
    actions.showTip(null);
    actions.point(null);
  }
}

/** The record that a part of the drawing stands for. */
export const markOf = (target: EventTarget | null): Selection | undefined =>
  target instanceof Element
    ? parseSelection(target.closest("[data-sel]")?.getAttribute("data-sel") ?? "")
    : undefined;

/** A record, or a mark of the crowd of which nobody has asked yet. */
type Pointed = Selection | Pick<CrowdSpot, "kind" | "id">;

const isSame = (a: Pointed, b: Pointed | undefined) => a.kind === b?.kind && a.id === b.id;
