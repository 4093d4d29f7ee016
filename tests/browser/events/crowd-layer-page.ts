// Runs in the browser: the layer of the crowd on a map of its own, looked at from everywhere.
import { Map as GlMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Day } from "#model/time/day.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import { CrowdLayer } from "#web/map/events/crowd-layer.ts";
import { bandBlock } from "#web/view/crowd/bands.ts";

setWorkerUrl(workerUrl);

export type View = {
  readonly center: [number, number];
  readonly zoom: number;
  readonly pitch?: number;
  readonly bearing?: number;
  readonly projection?: "mercator" | "globe";
};

/** An event and whether its mark is to be seen there. */
export type Mark = { readonly at: [number, number]; readonly day: number };

const [WIDTH, HEIGHT] = [800, 600];

export type Look = { readonly view: View; readonly marks: readonly Mark[]; readonly day: number };
export type Seen = { readonly x: number; readonly y: number; readonly isDrawn: boolean };

/** For each look, where on the screen MapLibre has each place, and whether its mark is drawn there. */
export async function seenIn(looks: readonly Look[]): Promise<Seen[][]> {
  const seen: Seen[][] = [];
  for (const look of looks) seen.push(await marksIn(look));
  return seen;
}

async function marksIn({ view, marks, day }: Look): Promise<Seen[]> {
  const container = document.createElement("div");
  container.style.cssText = `width:${WIDTH}px;height:${HEIGHT}px`;
  document.body.replaceChildren(container);
  const { projection = "mercator", ...camera } = view;
  const map = new GlMap({
    container,
    ...camera,
    maxPitch: 80,
    fadeDuration: 0,
    style: {
      version: 8,
      projection: { type: projection },
      sources: {},
      layers: [{ id: "ground", type: "background", paint: { "background-color": "#ffffff" } }],
    },
  });
  await new Promise((resolve) => map.once("load", resolve));
  const sorted = [...marks].sort((a, b) => a.day - b.day);
  const days = () => Int32Array.from(sorted, (mark) => mark.day);
  const block = bandBlock({
    x: Uint32Array.from(sorted, ({ at }) => mercatorX(at[0])),
    y: Uint32Array.from(sorted, ({ at }) => mercatorY(at[1])),
    startEarliest: days(),
    startLatest: days(),
    endEarliest: days(),
    endLatest: days(),
    category: new Uint8Array(sorted.length),
    quality: new Uint8Array(sorted.length),
  });
  const layer = new CrowdLayer();
  map.addLayer(layer);
  const window = { from: day as Day, until: (day + 1) as Day };
  layer.show([{ ...block, left: new Uint8Array(sorted.length).fill(1) }], {
    window,
    certainty: "possible",
    colours: [[1, 0, 0, 1]],
  });
  const canvas = await new Promise<ImageData>((resolve, reject) => {
    map.on("error", ({ error }) => reject(error));
    map.once("render", () => {
      const copy = new OffscreenCanvas(map.getCanvas().width, map.getCanvas().height).getContext(
        "2d",
      );
      copy?.drawImage(map.getCanvas(), 0, 0);
      if (copy) resolve(copy.getImageData(0, 0, map.getCanvas().width, map.getCanvas().height));
    });
    map.triggerRepaint();
  });
  const seen = marks.map(({ at }) => {
    const { x, y } = map.project(at);
    const place = 4 * (Math.round(y) * canvas.width + Math.round(x));
    return {
      x,
      y,
      isDrawn: (canvas.data[place] ?? 0) > 200 && (canvas.data[place + 1] ?? 255) < 80,
    };
  });
  map.remove();
  return seen;
}
