// Runs in the browser: what one step of the date costs the real map with the real data, until it is on the screen,
// beside a bare repaint of the same map and beside the way that MapLibre itself offers: all phases and events as one
// source of the same map, filtered by date. Every figure is a median in milliseconds.
import regular from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "#web/map/map.css";
import type { Dataset } from "#model/dataset/dataset.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { fetchTexts } from "#web/i18n/page-catalogues.ts";
import { MapView } from "#web/map/map-view.ts";
import { type AppState, createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";

export type ScrubFigures = {
  readonly bareRepaint: number;
  /** A step on which the map has something new to show. */
  readonly changingStep: number;
  /** All steps of a sweep by week, in the mean: those that change nothing cost nothing. */
  readonly sweepStep: number;
  /** The date followed as fast as it can be drawn. */
  readonly drawnUpdatesPerSecond: number;
  readonly setFilter: number;
  readonly rounds: number;
};

const ROUNDS = 9;
/** Updates one after the other in a round: what the screen still owes from one is paid by the next. */
const UPDATES = 12;
const WEEK = 7;

/** From one day to another that is not its neighbour, so that each update changes much. */
const STRIDE = 7;

type GlMap = MapView["map"];

export async function measureScrub(): Promise<ScrubFigures> {
  const dataset = (await (await fetch("/api/dataset")).json()) as Dataset;
  await fetchTexts("en");
  const state = createAppState(dataset, { ...NOTHING_ASKED, language: "en" });
  const container = document.createElement("div");
  container.style.cssText = "width:1200px;height:700px";
  document.body.append(container);
  const { map } = new MapView(container, state, state.scene, state.window);
  await once(map, "idle");

  const bareRepaint = await costOf(async () => {
    map.triggerRepaint();
    await once(map, "render");
    await nextTask();
  }, map);

  const days = changingDays(dataset);
  const dayOf = (update: number) => days[(update * STRIDE) % days.length] ?? dataset.meta.firstDay;
  const changingStep = await costOf(async (update) => {
    state.actions.moveTo(dayOf(update));
    await drawn(state);
  }, map);

  state.actions.moveTo(dataset.meta.firstDay);
  await settled(map);
  let [steps, updates] = [0, 0];
  const started = performance.now();
  for (let day = dataset.meta.firstDay; day < dataset.meta.lastDay; day = addDays(day, WEEK)) {
    state.actions.moveTo(day);
    steps += 1;
    if (!state.isMapBusy.peek()) continue;
    updates += 1;
    await drawn(state);
  }
  const sweep = performance.now() - started;

  addDatedLayers(map, dataset);
  const setFilter = await costOf(async (update) => {
    const day = dayOf(update);
    for (const layer of DATED_LAYERS)
      map.setFilter(layer, ["all", ["<=", ["get", "start"], day], [">=", ["get", "end"], day]]);
    do await once(map, "render");
    while (!map.areTilesLoaded());
    await nextTask();
  }, map);
  return {
    bareRepaint,
    changingStep,
    sweepStep: sweep / steps,
    drawnUpdatesPerSecond: (updates / sweep) * 1000,
    setFilter,
    rounds: ROUNDS,
  };
}

const DATED_LAYERS = ["dated-mark", "dated-name"] as const;
const [EVER_BEFORE, EVER_AFTER] = [-1e6, 1e6];

/** What a time map with MapLibre alone would have: marks and names of all things, each with its span. */
function addDatedLayers(map: GlMap, { placePhases, places, events }: Dataset): void {
  const names = new Map(places.map(({ id, name }) => [id, name.en]));
  const dated = [
    ...placePhases.map(({ geometry, span, placeId }) => ({
      geometry,
      span,
      name: names.get(placeId),
    })),
    ...events.flatMap(({ point, span, title }) =>
      point ? { geometry: point, span, name: title.en } : [],
    ),
  ];
  map.addSource("dated", {
    type: "geojson",
    data: {
      type: "FeatureCollection",
      features: dated.map(({ geometry, span, name }) => ({
        type: "Feature",
        geometry,
        properties: {
          name,
          start: span.startEarliest ?? EVER_BEFORE,
          end: span.endLatest ?? EVER_AFTER,
        },
      })),
    },
  });
  map.addLayer({ id: "dated-mark", type: "circle", source: "dated" });
  map.setStyle({
    ...map.getStyle(),
    "font-faces": { "Source Sans Regular": new URL(regular, location.href).href },
  });
  map.addLayer({
    id: "dated-name",
    type: "symbol",
    source: "dated",
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["Source Sans Regular"],
      "text-variable-anchor": ["left", "right", "bottom", "top"],
    },
  });
}

/** Behind what the browser has still to do for the frame. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

const once = (map: GlMap, event: "idle" | "render") =>
  new Promise<void>((resolve) => map.once(event, () => resolve()));

/** Resolves with the frame that has the newest data on it. */
function drawn({ isMapBusy }: AppState): Promise<void> {
  return new Promise((resolve) => {
    const stop = isMapBusy.subscribe((isBusy) => {
      if (isBusy) return;
      // The first call comes before `stop` is there.
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

/** Waits until nothing of what went before is left to draw. */
async function settled(map: GlMap): Promise<void> {
  map.triggerRepaint();
  await once(map, "idle");
}

/** Days on which some site certainly opens: the map has something new to show on each. */
function changingDays({ placePhases }: Dataset): Day[] {
  const days = placePhases.flatMap(({ span }) => span.startLatest ?? []);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The time of one update, the median over rounds of many in a row; the map is at rest before each round. */
async function costOf(work: (update: number) => Promise<void>, map: GlMap): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await settled(map);
    const started = performance.now();
    for (let index = 0; index < UPDATES; index++) await work(round * UPDATES + index);
    times.push((performance.now() - started) / UPDATES);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
