// Ten minutes of mixed requests, on both databases side by side: memory, descriptors and connections stay flat. In the long
// form only: in seconds nothing can be seen to grow.
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { type DatabaseKind, databaseKinds, loadedDatabase } from "../rig/databases.ts";
import { figures } from "../rig/figures.ts";
import { addressOf, runProgram } from "../rig/program.ts";
import { randomFrom } from "../rig/random.ts";

const LASTS_MS = 600_000;
const MEASURED_EVERY_MS = 1000;
/** Readers of each service at the same time. */
const READERS = 4;

type Measured = {
  readonly megabytes: number;
  readonly descriptors: number;
  readonly sessions: number;
};
type Quantity = keyof Measured;

/** What the median of the last fifth may be above that of the second: caches are full by then. */
const MAY_GROW: Readonly<Record<Quantity, (second: number) => number>> = {
  megabytes: (second) => 0.1 * second + 50,
  descriptors: () => 10,
  sessions: () => 2,
};

const EVENTS = "/api/collections/events/items";
const FORMATS = ["geojson", "csv", "fgb", "gpkg", "kml"];
const day = (random: () => number) =>
  new Date(Date.UTC(2013, 0, 1 + Math.floor(random() * 1400))).toISOString().slice(0, 10);

/** What readers do, each with the statuses that it may have; 503 is allowed for what may have to wait. */
const HABITS: readonly ((
  random: () => number,
) => readonly [path: string, ...statuses: number[]])[] = [
  (random) => [`${EVENTS}?limit=50&offset=${Math.floor(random() * 100)}`, 200],
  (random) => [`${EVENTS}?datetime=${day(random)}&f=csv`, 200],
  (random) => [`${EVENTS}?q=${Math.floor(random() * 1e6)}`, 200],
  (random) => [
    `/api/collections/events/tiles/WebMercatorQuad/9/${170 + Math.floor(random() * 3)}/261`,
    200,
    204,
  ],
  (random) => [`/api/download/events.${FORMATS[Math.floor(random() * FORMATS.length)]}`, 200, 503],
  () => ["/api/download/package.zip", 200, 503],
  (random) => [`/snapshot.svg?date=${day(random)}`, 200, 503],
  (random) => [`/snapshot.png?date=${day(random)}&width=600`, 200, 503],
  (random) => [`/api/analysis/timeline?q=${Math.floor(random() * 1e6)}`, 200],
  () => ["/", 200],
  (random) => [`${EVENTS}?bbox=${random()}`, 400],
  (random) => [`${EVENTS}?filter=${"(".repeat(random() * 900)}`, 400],
  (random) => [`/api/${random()}`, 404],
  () => [`/${"x".repeat(9000)}`, 414],
];

/** Asks for a file and goes away in the midst of it. */
function goAway(address: string): Promise<void> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /api/download/events.geojson HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`),
    );
    socket.once("data", () => socket.destroy());
    socket.once("error", () => {});
    socket.once("close", () => resolve());
  });
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function soak(kind: DatabaseKind): Promise<void> {
  const { attempt, tell } = figures(`soak, ${kind}`);
  const database = await loadedDatabase(kind);
  const service = runProgram("main", [], { env: database.env, isLongLived: true });
  const address = await addressOf(service);
  const folder = `/proc/${service.process.pid}`;
  const past = kind === "postgres" ? postgres(database.env.DATABASE_URL, { max: 1 }) : undefined;
  const measure = async (): Promise<Measured> => {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`${folder}/status`, "utf8")) ?? [];
    const [row] = past
      ? await past`SELECT count(*)::integer FROM pg_stat_activity WHERE datname = current_database()`
      : [];
    return {
      megabytes: Number(kilobytes) / 1024,
      descriptors: readdirSync(`${folder}/fd`).length,
      sessions: row?.count ?? 0,
    };
  };
  const until = performance.now() + LASTS_MS;
  const measured: Measured[] = [];
  const watch = new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => {
      void measure().then((one) => measured.push(one), reject);
      if (performance.now() < until) return;
      clearInterval(timer);
      resolve();
    }, MEASURED_EVERY_MS);
  });
  const read = async (reader: number) => {
    const random = randomFrom(`soak ${kind} ${reader}`);
    while (performance.now() < until) {
      const habit = HABITS[Math.floor(random() * HABITS.length)];
      if (!habit || random() < 0.05) await attempt("going away", () => goAway(address));
      else {
        const [path, ...statuses] = habit(random);
        await attempt(path.slice(0, 200), async () => {
          const answer = await fetch(address + path);
          await answer.arrayBuffer();
          expect(statuses).toContain(answer.status);
        });
      }
    }
  };
  await Promise.all([watch, ...Array.from({ length: READERS }, (_, reader) => read(reader))]);
  const fifth = Math.floor(measured.length / 5);
  for (const quantity of ["megabytes", "descriptors", "sessions"] as const)
    await attempt(`${quantity} stay flat`, () => {
      const values = measured.map((one) => one[quantity]);
      const second = median(values.slice(fifth, 2 * fifth));
      const last = median(values.slice(-fifth));
      process.stdout.write(
        `  ${kind}, ${quantity}: ${second.toFixed(0)}, then ${last.toFixed(0)}\n`,
      );
      expect(last - second).toBeLessThan(MAY_GROW[quantity](second));
    });
  await service.end("SIGTERM");
  await past?.end();
  await database.remove();
  tell();
}

describe("ten minutes of readers", () => {
  it("take no more of the machine than two", async () => {
    await Promise.all(databaseKinds().map(soak));
  });
});
