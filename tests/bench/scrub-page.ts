// Runs in the browser: what one step of the date costs the real map with the real data, beside a bare repaint of the
// same map and beside MapLibre's own filter. Every figure is a median in milliseconds.
import "maplibre-gl/dist/maplibre-gl.css";
import type { Dataset } from "#model/dataset.ts";
import { addDays, type Day } from "#model/day.ts";
import { MapView } from "#web/map/map-view.ts";
import { type AppState, createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";

export type ScrubFigures = {
  readonly bareRepaint: number;
  /** A step on which the map has something new to show, until the frame that shows it. */
  readonly changingStep: number;
  /** All steps of a sweep by week, in the mean: those that change nothing cost nothing. */
  readonly sweepStep: number;
  /** The date followed as fast as it can be drawn. */
  readonly drawnUpdatesPerSecond: number;
  readonly setFilter: number;
  readonly rounds: number;
};

const ROUNDS = 15;
const WEEK = 7;

type GlMap = MapView["map"];

export async function measureScrub(): Promise<ScrubFigures> {
  const dataset = (await (await fetch("/api/dataset")).json()) as Dataset;
  const state = createAppState(dataset, { ...NOTHING_ASKED, language: "en" });
  const container = document.createElement("div");
  container.style.cssText = "width:1200px;height:700px";
  document.body.append(container);
  const { map } = new MapView(container, state, state.scene);
  await once(map, "idle");

  const bareRepaint = await medianOf(async () => {
    map.triggerRepaint();
    await once(map, "render");
  }, map);

  const days = changingDays(dataset);
  const changingStep = await medianOf(async (round) => {
    state.actions.moveTo(days[Math.floor((round * days.length) / ROUNDS)] ?? dataset.meta.firstDay);
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

  const setFilter = await medianOf(async (round) => {
    map.setFilter("site", ["!=", ["get", "sel"], `round-${round}`]);
    do await once(map, "render");
    while (!map.areTilesLoaded());
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

/** The median time of the work, the map at rest before each round. */
async function medianOf(work: (round: number) => Promise<void>, map: GlMap): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await settled(map);
    const started = performance.now();
    await work(round);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
