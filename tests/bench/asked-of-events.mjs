// What benches ask of events: their import, and addresses of pages and tiles of them.
import { execFileSync } from "node:child_process";

export function importRate(source, events, settings) {
  const started = performance.now();
  execFileSync(process.execPath, ["--max-semi-space-size=32", "dist/server/import.js", source], {
    env: { ...process.env, ...settings },
    stdio: "ignore",
  });
  return (1000 * events) / (performance.now() - started);
}

export const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Where some of the events are, so that tiles are not asked for where nothing is. */
export async function somePositions(api) {
  const page = await (await fetch(`${api}/items?limit=2000&properties=category`)).json();
  return page.features.map(({ geometry }) => geometry.coordinates);
}

export const itemsAddress = (api, { box, month }) =>
  `${api}/items?limit=1000&bbox=${box.west},${box.south},${box.east},${box.north}&datetime=${month.first}/${month.last}`;

export const tileAddress = (api, { month, x, y, z }) =>
  `${api}/tiles/WebMercatorQuad/${z}/${y}/${x}?datetime=${month.first}/${month.last}`;
