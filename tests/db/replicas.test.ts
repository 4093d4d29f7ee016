// A primary and two streaming replicas of it, made on this machine: who is asked, and what readers see when one of them
// lags or dies. Needs the programs of the server, not only an address of one.
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import type { Db, OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import {
  type Cluster,
  findBinaries,
  startCluster,
  startReplica,
} from "#tests/support/databases/cluster.ts";
import { CALAIS_ID, MIGRATIONS } from "#tests/support/databases/database.ts";
import { CALAIS, changedPackage } from "#tests/support/packages/packages.ts";

const binaries = findBinaries();
const opened: OpenDatabase[] = [];
const clusters: Cluster[] = [];

afterAll(async () => {
  for (const database of opened) await database.close();
  for (const cluster of clusters.reverse()) cluster.stop();
});

async function open(url: string, replicaUrls: readonly string[] = []): Promise<OpenDatabase> {
  const database = await openDatabase({
    url,
    replicaUrls,
    dataDirectory: "",
    migrationsFolder: MIGRATIONS,
    onProgress: () => {},
  });
  opened.push(database);
  return database;
}

/** Asks again and again until it is so; the clusters take their time. */
async function eventually(what: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await what())) {
    if (performance.now() > until) throw new Error(`it never came to ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isReplica(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ is: sql<boolean>`pg_is_in_recovery()` })
    .from(sql`(SELECT 1) one`);
  return row?.is === true;
}

describe.skipIf(binaries === undefined)("a primary with two replicas", () => {
  it("is read from those that have what it has, whatever happens to one of them", async () => {
    const primary = await startCluster(binaries ?? "", "-c wal_level=replica -c max_wal_senders=6");
    clusters.push(primary);
    await importPackage((await open(primary.url)).db, CALAIS);
    const [first, second] = [
      await startReplica(binaries ?? "", primary),
      await startReplica(binaries ?? "", primary),
    ];
    clusters.push(first, second);
    const { db, reads, replicas } = await open(primary.url, [first.url, second.url]);
    const app = createApp({
      served: { db: reads, datasetId: CALAIS_ID, replicas },
      drawPicture: renderPicture,
      log: createLog("error", () => {}),
      webRoot: undefined,
    });
    const inUse = async () => (await (await app.request("/readyz")).json()).replicas;
    const actors = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, async () => {
          const response = await app.request("/api/dataset");
          const { actors: found } = await response.json();
          return found.find(({ id }: { id: string }) => id === "exiles").label.en;
        }),
      );
      return new Set(answers);
    };

    // Replicas answer, the primary writes.
    await eventually(async () => (await inUse()).inUse === 2);
    expect(await inUse()).toEqual({ inUse: 2, of: 2 });
    for (let turn = 0; turn < 6; turn++) expect(await isReplica(reads)).toBe(true);
    expect(await isReplica(db)).toBe(false);

    // One that lags is left out, and nobody is answered from it.
    const lagging = await open(primary.url);
    const { default: postgres } = await import("postgres");
    const toFirst = postgres(first.url, { max: 1 });
    await toFirst`SELECT pg_wal_replay_pause()`;
    const changed = changedPackage("actors.csv", (text) =>
      text.replace("Exiles", "People in exile"),
    );
    await importPackage(lagging.db, changed);
    await eventually(async () => (await actors(1)).has("People in exile"));
    await eventually(async () => (await inUse()).inUse === 1);
    expect(await actors(12)).toEqual(new Set(["People in exile"]));
    await toFirst`SELECT pg_wal_replay_resume()`;
    await toFirst.end();
    await eventually(async () => (await inUse()).inUse === 2);
    expect(await actors(12)).toEqual(new Set(["People in exile"]));

    // One that dies takes no answer with it.
    const ask = () => app.request("/api/collections/events/items?limit=3&f=csv");
    const before = await Promise.all(Array.from({ length: 6 }, ask));
    second.halt();
    const after = await Promise.all(Array.from({ length: 20 }, ask));
    expect([...before, ...after].map(({ status }) => status)).toEqual(Array(26).fill(200));
    await eventually(async () => (await inUse()).inUse === 1);
    second.start();
    await eventually(async () => (await inUse()).inUse === 2);

    // Without the primary, what is there can be read on.
    primary.halt();
    const alone = await Promise.all(Array.from({ length: 6 }, ask));
    expect(alone.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(await isReplica(reads)).toBe(true);
    primary.start();
  });
});
