// Two states are published in turn while readers ask for everything: no answer is another than that of its tag.
// FAULTS=long asks 5000 times.
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import type { Db, OpenDatabase, Replicas } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import {
  type Cluster,
  findBinaries,
  startCluster,
  startReplica,
} from "#tests/support/databases/cluster.ts";
import {
  dbTest,
  isEmbedded,
  MIGRATIONS,
  testDatabase,
  testReads,
} from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";
import { IN_TURN_ID, publishInTurn, type Told } from "#tests/support/product/in-turn.ts";

const isLong = process.env.FAULTS === "long";
const EXTENT = isLong ? { turns: 24, answers: 5000 } : { turns: 2, answers: 160 };
const LASTS_MS = isLong ? 3_600_000 : 300_000;

afterAll(async () => {
  await (await testDatabase()).execute(sql`DELETE FROM datasets WHERE id = ${IN_TURN_ID}`);
});

function holds(told: Told): void {
  if (isLong) process.stdout.write(`${JSON.stringify(told)}\n`);
  expect(told.mixed).toEqual([]);
  expect(told.answers).toBeGreaterThanOrEqual(EXTENT.answers);
  // Most can be known again, and were not all of one state.
  expect(told.untagged + told.refused).toBeLessThan(told.answers / 2);
  expect(told.tags).toBeGreaterThan(EXTENT.turns * 20);
}

describe("answers while states are published in turn", () => {
  dbTest(
    "are those of their tags",
    async () => {
      const webRoot = builtPage();
      const reads = await testReads();
      const app = async () => (await testApp({ db: reads, datasetId: IN_TURN_ID, webRoot })).app;
      holds(await publishInTurn({ ...EXTENT, db: await testDatabase(), app, fresh: app }));
    },
    LASTS_MS,
  );

  const binaries = isEmbedded ? undefined : findBinaries();
  it.skipIf(binaries === undefined)(
    "are those of their tags where replicas answer",
    async () => {
      const clusters: Cluster[] = [];
      const opened: OpenDatabase[] = [];
      const open = async (url: string, replicaUrls: readonly string[] = []) => {
        const settings = { url, replicaUrls, dataDirectory: "", migrationsFolder: MIGRATIONS };
        const database = await openDatabase({ ...settings, onProgress: () => {} });
        opened.push(database);
        return database;
      };
      try {
        const primary = await startCluster(binaries ?? "", "-c wal_level=replica");
        clusters.push(primary);
        const { db, reads: ofPrimary } = await open(primary.url);
        clusters.push(await startReplica(binaries ?? "", primary));
        const webRoot = builtPage();
        const serve = ({ reads, replicas }: { reads: Db; replicas?: Replicas | undefined }) =>
          createApp({
            served: { db: reads, datasetId: IN_TURN_ID, replicas },
            drawPicture: renderPicture,
            log: createLog("error", () => {}),
            webRoot,
          });
        const told = await publishInTurn({
          ...{ ...EXTENT, db },
          app: async () => serve(await open(primary.url, [clusters[1]?.url ?? ""])),
          fresh: async () => serve({ reads: ofPrimary }),
        });
        holds(told);
      } finally {
        for (const database of opened) await database.close();
        for (const cluster of clusters.reverse()) cluster.stop();
      }
    },
    LASTS_MS,
  );
});
