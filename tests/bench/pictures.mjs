// How many pictures the built service makes: each drawn anew (cold), the same ones again (warm), and known already (304).
import path from "node:path";
import { startService } from "./running-product.mjs";

const AT_ONCE = 4;
const KINDS = [
  ["svg", "svg?width=1200&height=630", 24],
  ["png, card of 1200 × 630", "png?width=600&height=315&scale=2", 24],
  ["png, A4 at 300 dpi", "png?paper=a4", 6],
  ["pdf, A4", "pdf?paper=a4", 12],
];

/** Days that differ, spread over the period, so that nothing is drawn twice. */
const dates = (count) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2013, 0, 10 + Math.floor((index * 1440) / count))).toISOString().slice(0, 10),
  );

/** Seconds that all the requests take, some at once; answers their tags. */
async function timed(requests) {
  const started = performance.now();
  const tags = [];
  const queue = [...requests.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { url, headers, status }] = next;
      const response = await fetch(url, { headers });
      await response.arrayBuffer();
      if (response.status !== status) throw new Error(`${response.status} at ${url}`);
      tags[index] = response.headers.get("etag");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { seconds: (performance.now() - started) / 1000, tags };
}

/** Answers figures and prints them. */
export async function benchPictures(print, { folder }) {
  const { address, stop } = await startService({
    DATABASE_URL: "",
    DATA_DIR: path.join(folder, "pictures"),
  });
  try {
    // Threads and fonts are loaded by the first ones.
    await timed(
      KINDS.map(([, query]) => ({
        url: `${address}/snapshot.${query}&date=2016-12-01`,
        status: 200,
      })),
    );
    const single = await timed([
      { url: `${address}/snapshot.png?paper=a4&date=2016-11-30`, status: 200 },
    ]);
    print(
      `Pictures, ${AT_ONCE} requests at once; one A4 at 300 dpi alone: ${single.seconds.toFixed(2)} s`,
    );
    const figures = { singleA4Seconds: single.seconds };
    for (const [name, query, count] of KINDS) {
      const urls = dates(count).map((date) => `${address}/snapshot.${query}&date=${date}`);
      const cold = await timed(urls.map((url) => ({ url, status: 200 })));
      const warm = await timed(urls.map((url) => ({ url, status: 200 })));
      const known = await timed(
        urls.map((url, index) => ({
          url,
          status: 304,
          headers: { "If-None-Match": cold.tags[index] },
        })),
      );
      const rate = ({ seconds }) => count / seconds;
      figures[query] = { cold: rate(cold), warm: rate(warm), known: rate(known) };
      print(
        `  ${name.padEnd(26)} cold ${rate(cold).toFixed(1).padStart(7)} a second   warm ${rate(warm).toFixed(0).padStart(6)} (${(rate(warm) / rate(cold)).toFixed(0)} ×)   304 ${rate(known).toFixed(0).padStart(6)} (${(rate(known) / rate(cold)).toFixed(0)} ×)`,
      );
    }
    return figures;
  } finally {
    await stop();
  }
}
