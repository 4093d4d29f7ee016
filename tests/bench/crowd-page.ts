// Runs in the browser: what one step of the date costs among so many events, until it is on the screen, with the map
// layer of the product and with what others offer for the same on the same map. Medians in milliseconds.
import { Deck } from "@deck.gl/core";
import { DataFilterExtension, type DataFilterExtensionProps } from "@deck.gl/extensions";
import { ScatterplotLayer } from "@deck.gl/layers";
import { Map as GlMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { degreesAt, EVENTS_OF_BLOCK, type EventBlock } from "#model/collection/event-columns.ts";
import type { Day } from "#model/time/day.ts";
import { countOpen, mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import { CrowdLayer } from "#web/map/events/crowd-layer.ts";
import { bandBlock, joinBlocks } from "#web/view/crowd/bands.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";

setWorkerUrl(workerUrl);

export const CONTENDERS = ["rocade", "setFilter", "globalState", "deck"] as const;
export type Contender = (typeof CONTENDERS)[number];
export type CrowdFigure = {
  /** Milliseconds of one update. */
  readonly step: number;
  /** Updates that were drawn in a second. */
  readonly rate: number;
  readonly drawn: number;
};

const FIRST_DAY = 15_706;
const DAYS = 1461;
/** From one day to another that is not its neighbour, so that each update changes much. */
const STRIDE = 97;
const BOX = { west: -4.5, south: 42.5, east: 8, north: 51 };

/** Numbers in [0, 1) that look random and are the same each time (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Events around 200 centres, of 1–60 days, some without an end, as `npm run bench:data` makes them; all have come. */
function createBlocks(count: number): CrowdBlock[] {
  const random = randomFrom(7);
  const centres = Array.from({ length: 200 }, () => [
    BOX.west + random() * (BOX.east - BOX.west),
    BOX.south + random() * (BOX.north - BOX.south),
  ]);
  const blocks: EventBlock[] = [];
  for (let from = 0; from < count; from += EVENTS_OF_BLOCK) {
    const size = Math.min(EVENTS_OF_BLOCK, count - from);
    const starts = Int32Array.from(
      { length: size },
      () => FIRST_DAY + Math.floor(random() * DAYS),
    ).sort();
    const ends = starts.map((start) =>
      random() < 0.03 ? -(2 ** 31) : start + Math.floor(random() * 60),
    );
    const positions = Array.from({ length: size }, () => {
      const [lon = 0, lat = 0] = centres[Math.floor(random() * centres.length)] ?? [];
      return [lon + (random() - 0.5) * random(), lat + (random() - 0.5) * random()] as const;
    });
    blocks.push({
      x: Uint32Array.from(positions, ([lon]) => mercatorX(lon)),
      y: Uint32Array.from(positions, ([, lat]) => mercatorY(lat)),
      startEarliest: starts,
      startLatest: starts.slice(),
      endEarliest: ends.map((end) => (end === -(2 ** 31) ? FIRST_DAY + DAYS : end)),
      endLatest: ends,
      category: Uint8Array.from({ length: size }, () => Math.floor(random() * 8)),
      quality: new Uint8Array(size).fill(10),
    });
  }
  return [{ ...bandBlock(joinBlocks(blocks)), left: new Uint8Array(count).fill(1) }];
}

function createMap(): Promise<GlMap> {
  const container = document.createElement("div");
  container.style.cssText = "width:1200px;height:700px";
  document.body.replaceChildren(container);
  const map = new GlMap({
    container,
    bounds: [BOX.west, BOX.south, BOX.east, BOX.north],
    fadeDuration: 0,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: "ground", type: "background", paint: { "background-color": "#f8f5ef" } }],
    },
  });
  return new Promise((resolve) => map.once("idle", () => resolve(map)));
}

type Step = (day: Day) => Promise<void>;

const dayOf = (update: number) => (FIRST_DAY + ((update * STRIDE) % DAYS)) as Day;
const once = (map: GlMap, event: "idle" | "render") =>
  new Promise<void>((resolve) => map.once(event, () => resolve()));
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The cost of an update of the contender among so many events; the median of rounds of updates in a row. */
export async function measureCrowd(
  contender: Contender,
  count: number,
  { rounds, updates }: { readonly rounds: number; readonly updates: number },
): Promise<CrowdFigure> {
  const blocks = createBlocks(count);
  const map = await createMap();
  const step = await PREPARE[contender](map, blocks);
  await step(dayOf(0));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    for (let update = 0; update < updates; update++)
      await step(dayOf(round * updates + update + 1));
    times.push((performance.now() - started) / updates);
  }
  const middle = dayOf(1);
  const { all } = countOpen(blocks, { from: middle, until: (middle + 1) as Day }, "possible", null);
  map.remove();
  const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { step: median, rate: 1000 / median, drawn: all };
}

const PREPARE: Readonly<
  Record<Contender, (map: GlMap, blocks: readonly CrowdBlock[]) => Promise<Step>>
> = {
  rocade: async (map, blocks) => {
    const layer = new CrowdLayer();
    map.addLayer(layer);
    const colours = Array.from({ length: 8 }, () => [0.7, 0.2, 0.1, 0.8] as const);
    return async (day) => {
      const window = { from: day, until: (day + 1) as Day };
      layer.show(blocks, { window, certainty: "possible", colours });
      await once(map, "render");
      await nextTask();
    };
  },
  setFilter: async (map, blocks) => {
    await addGeoJson(map, blocks, {});
    return async (day) => {
      map.setFilter("events", ["all", ["<=", ["get", "start"], day], [">=", ["get", "end"], day]]);
      do await once(map, "render");
      while (!map.areTilesLoaded());
      await nextTask();
    };
  },
  globalState: async (map, blocks) => {
    await addGeoJson(map, blocks, {
      "circle-opacity": [
        "case",
        [
          "all",
          ["<=", ["get", "start"], ["global-state", "day"]],
          [">=", ["get", "end"], ["global-state", "day"]],
        ],
        0.8,
        0,
      ],
    });
    return async (day) => {
      map.setGlobalStateProperty("day", day);
      do await once(map, "render");
      while (!map.areTilesLoaded());
      await nextTask();
    };
  },
  // By itself, over the map: its overlay for MapLibre does not know this version. The map is not painted again, which
  // is to its advantage.
  deck: async (map, blocks) => {
    const events = [...eventsOf(blocks)];
    const { lat: latitude, lng: longitude } = map.getCenter();
    const parent = map.getContainer();
    const deck = new Deck({
      parent: parent as HTMLDivElement,
      viewState: { latitude, longitude, zoom: map.getZoom() },
      controller: false,
    });
    map.once("remove", () => deck.finalize());
    const layerAt = (day: number) =>
      new ScatterplotLayer<PlainEvent, DataFilterExtensionProps<PlainEvent>>({
        id: "events",
        data: events,
        getPosition: ({ position }) => position,
        getFillColor: [180, 50, 30, 200],
        radiusUnits: "pixels",
        getRadius: 2.2,
        getFilterValue: ({ start, end }) => [start, end],
        filterRange: [
          [0, day - FIRST_DAY],
          [day - FIRST_DAY, 1e6],
        ],
        extensions: [new DataFilterExtension({ filterSize: 2 })],
      });
    return (day) =>
      new Promise((resolve) =>
        deck.setProps({ layers: [layerAt(day)], onAfterRender: () => setTimeout(resolve) }),
      );
  },
};

type PlainEvent = {
  readonly position: [number, number];
  readonly start: number;
  readonly end: number;
};

/** Days since the first, which others than the product hold in floats. */
function* eventsOf(blocks: readonly CrowdBlock[]): Generator<PlainEvent> {
  for (const { endLatest, startEarliest, x, y } of blocks)
    for (let index = 0; index < x.length; index++) {
      const end = endLatest[index] ?? 0;
      yield {
        position: degreesAt(x[index] ?? 0, y[index] ?? 0),
        start: (startEarliest[index] ?? 0) - FIRST_DAY,
        end: end === -(2 ** 31) ? 1e5 : end - FIRST_DAY,
      };
    }
}

async function addGeoJson(
  map: GlMap,
  blocks: readonly CrowdBlock[],
  paint: Readonly<Record<string, unknown>>,
): Promise<void> {
  const features = [...eventsOf(blocks)].map(({ end, position, start }) => ({
    type: "Feature" as const,
    geometry: { type: "Point" as const, coordinates: position },
    properties: { start: start + FIRST_DAY, end: end + FIRST_DAY },
  }));
  map.addSource("events", { type: "geojson", data: { type: "FeatureCollection", features } });
  map.addLayer({
    id: "events",
    type: "circle",
    source: "events",
    paint: { "circle-radius": 2.2, "circle-color": "#b5391f", ...paint } as never,
  });
  await once(map, "idle");
}
