// The service on a PostgreSQL that goes away: stopped, cut off, silent, its connections killed.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { type BreakableWay, breakableWay } from "#tests/support/databases/breakable-way.ts";
import { CALAIS_ID, MIGRATIONS } from "#tests/support/databases/shipped.ts";
import { databaseKinds, type FreshDatabase, loadedDatabase } from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";

const hasServer = databaseKinds().includes("postgres");
let made: FreshDatabase;
let url = "";
/** Past the way, for what is done to the database. */
let past: OpenDatabase;
/** Statements of every kind of answer; with another number, none that was answered before. */
const mixed = (number: number) => [
  `/api/collections/events/items?limit=20&offset=${number}`,
  `/api/collections/places/items?f=csv&offset=${number}`,
  `/api/collections/events/items?filter=A_CONTAINS(source_ids,('a','b${number}'))&limit=1`,
  `/api/collections/events/tiles/WebMercatorQuad/9/171/${number % 512}`,
  `/api/collections/events/columns?q=${number}`,
  `/api/analysis/timeline?q=${number}`,
  "/api/dataset",
  "/readyz",
];
/** What nobody has to wait longer for: a database that is away. */
const LONGEST_WAIT_MS = 5000;

let asked = 0;
const opened: OpenDatabase[] = [];
const ways: BreakableWay[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeAll(async () => {
  if (!hasServer) return;
  made = await loadedDatabase("postgres");
  url = made.env.DATABASE_URL;
  past = await made.open();
  opened.push(past);
  process.on("unhandledRejection", note);
});

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await Promise.all(ways.map((way) => way.cut()));
  process.off("unhandledRejection", note);
  if (hasServer) await made.remove();
});

async function serviceBy(address: string) {
  const database = await openDatabase({
    url: address,
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  opened.push(database);
  const app = createApp({
    served: {
      db: database.reads,
      datasetId: CALAIS_ID,
      schemaProblem: database.schemaProblem,
    },
    drawPicture: renderPicture,
    log: createLog("error", () => {}),
    webRoot: undefined,
  });
  const ask = async (path: string) => {
    const start = performance.now();
    const response = await app.request(path);
    await response.arrayBuffer();
    const ms = performance.now() - start;
    return { status: response.status, ms, retryAfter: response.headers.get("Retry-After") };
  };
  return { ask, database };
}

/** The service on a way of its own, which sees what is sent. */
async function serviceOnWay(watch: Parameters<typeof breakableWay>[1] = {}) {
  const way = await breakableWay(url, watch);
  ways.push(way);
  return { way, ...(await serviceBy(way.url)) };
}

type Asked = Awaited<ReturnType<typeof serviceOnWay>>["ask"];

async function comesBack(ask: Asked): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const answers = await Promise.all(mixed(asked++).map(ask));
    if (answers.every(({ status }) => status < 300)) return;
    if (performance.now() > until)
      throw new Error(`it did not come back: ${JSON.stringify(answers)}`);
  }
}

describe.skipIf(!hasServer)("a database that goes away", () => {
  it("takes nothing with it, wherever in what is sent a new connection is cut", async () => {
    let left = Number.POSITIVE_INFINITY;
    const { attempt, tell } = figures("connections cut");
    const { ask } = await serviceOnWay({ onSent: () => left-- === 0 });
    for (let message = 0; message < times(10, 100); message++)
      await attempt(`at message ${message}`, async () => {
        left = message;
        const answers = await Promise.all(mixed(asked++).map(ask));
        for (const { status } of answers) expect([200, 204, 503]).toContain(status);
        left = Number.POSITIVE_INFINITY;
        await comesBack(ask);
      });
    tell();
    expect(unhandled).toEqual([]);
  });

  it("takes nothing with it when all its connections are killed, again and again", async () => {
    const { ask } = await serviceBy(`${url}?application_name=killed`);
    const kill = () =>
      past.db.execute(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'killed'`);
    const { attempt, tell } = figures("connections killed");
    for (let round = 0; round < times(8, 500); round++)
      await attempt(`round ${round}`, async () => {
        const answers = [...mixed(asked++), ...mixed(asked++)].map(ask);
        await kill();
        await ask("/healthz");
        await kill();
        for (const { status } of await Promise.all(answers))
          expect([200, 204, 503]).toContain(status);
      });
    await attempt("afterwards", () => comesBack(ask));
    tell();
    expect(unhandled).toEqual([]);
  });

  it.each(["silent", "shut", "foreign"] as const)(
    "is told within five seconds where the way to it is %s, and comes back by itself",
    async (mode) => {
      const { ask, way } = await serviceOnWay();
      await comesBack(ask);
      way.be(mode);
      // More than there are connections, and none that was answered before.
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, offset) =>
          ask(offset === 0 ? "/readyz" : `/api/collections/events/items?offset=${offset}`),
        ),
      );
      const { attempt, tell } = figures(`requests while the way is ${mode}`);
      for (const [index, { status, ms, retryAfter }] of answers.entries())
        await attempt(`request ${index}`, () => {
          expect(ms).toBeLessThan(LONGEST_WAIT_MS);
          expect(status).toBe(503);
          expect(Number(retryAfter)).toBeGreaterThan(0);
        });
      expect((await ask("/healthz")).status).toBe(200);
      way.be("open");
      await attempt("afterwards", () => comesBack(ask));
      tell();
      expect(unhandled).toEqual([]);
    },
  );

  it("is not remembered as one that cannot write tiles", async () => {
    const { ask, way } = await serviceOnWay();
    const { attempt, tell } = figures("tiles asked of a lost database");
    const tile = "/api/collections/events/tiles/WebMercatorQuad/0/0/0";
    await attempt("a tile", async () => {
      // The versions are known, so that the tile is what fails.
      expect((await ask("/api/collections")).status).toBe(200);
      way.be("shut");
      expect((await ask(tile)).status).toBe(503);
      way.be("open");
      await comesBack(ask);
      expect((await ask(tile)).status).toBe(200);
    });
    tell();
  });
});
