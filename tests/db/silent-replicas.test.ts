// Replicas that take connections and never answer, as those of a machine that hangs: on the way to each is a proxy that
// falls silent. They are the same server, so that they have what the primary has.
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { type BreakableWay, breakableWay } from "#tests/support/databases/breakable-way.ts";
import {
  CALAIS_ID,
  MIGRATIONS,
  testDatabase,
  testDatabaseUrl,
} from "#tests/support/databases/database.ts";

const hasServer = inject("postgresUrl") !== null;
/** The longest that anybody waits for a database that is away, and as much again for the one that answers. */
const LONGEST_WAIT_MS = 5000;
const AT_ONCE = 30;

let primary: BreakableWay;
let replicas: readonly [BreakableWay, BreakableWay];
let database: OpenDatabase;
let asked = 0;

beforeAll(async () => {
  if (!hasServer) return;
  await testDatabase();
  const url = await testDatabaseUrl();
  primary = await breakableWay(url);
  replicas = [await breakableWay(url), await breakableWay(url)];
  database = await opened();
});

afterAll(async () => {
  if (!hasServer) return;
  await database.close();
  await Promise.all([primary, ...replicas].map((way) => way.cut()));
});

const opened = () =>
  openDatabase({
    url: primary.url,
    replicaUrls: replicas.map((way) => way.url),
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });

function service() {
  const { reads, replicas: behind } = database;
  const app = createApp({
    served: { db: reads, datasetId: CALAIS_ID, replicas: behind },
    drawPicture: renderPicture,
    log: createLog("error", () => {}),
    webRoot: undefined,
  });
  const ask = async () => {
    const start = performance.now();
    asked += 1;
    const { status } = await app.request(`/api/collections/events/items?limit=1&offset=${asked}`);
    return { status, ms: performance.now() - start };
  };
  return () => Promise.all(Array.from({ length: AT_ONCE }, ask));
}

async function untilInUse(count: number): Promise<void> {
  await expect
    .poll(() => database.replicas?.inUse(), { timeout: 20_000, interval: 50 })
    .toBe(count);
}

function expectAll(answers: readonly { status: number; ms: number }[], status: number): void {
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LONGEST_WAIT_MS);
}

describe.skipIf(!hasServer)("a replica that falls silent", () => {
  it("keeps nobody waiting, is left out, and is asked again when it answers", async () => {
    const ask = service();
    await untilInUse(2);
    expectAll(await ask(), 200);
    replicas[0].be("silent");
    expectAll(await ask(), 200);
    await untilInUse(1);
    expectAll(await ask(), 200);
    replicas[0].be("open");
    await untilInUse(2);
    expectAll(await ask(), 200);
  });

  it("as all others do leaves the primary to answer, and the primary too: 503 in time", async () => {
    const ask = service();
    await untilInUse(2);
    for (const way of replicas) way.be("silent");
    expectAll(await ask(), 200);
    await untilInUse(0);
    primary.be("silent");
    expectAll(await ask(), 503);
    for (const way of [primary, ...replicas]) way.be("open");
    await untilInUse(2);
    expectAll(await ask(), 200);
  });

  it("keeps the service from nothing when it starts", async () => {
    replicas[1].be("silent");
    const start = performance.now();
    const another = await opened();
    expect(performance.now() - start).toBeLessThan(2 * LONGEST_WAIT_MS);
    expect(another.replicas?.inUse()).toBe(1);
    replicas[1].be("open");
    await expect.poll(() => another.replicas?.inUse(), { timeout: 20_000 }).toBe(2);
    await another.close();
  });
});
