// Data that are replaced while somebody asks: for a second the service does not know it yet, and what it reads is of the
// new version already.
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { events, versions } from "#db/schema/index.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const EVENT = "blockade-5sep16";
const ANSWERS = [
  "/api/collections/events/items?limit=1000",
  "/api/collections/events/items?limit=1000&f=gpkg",
  `/api/collections/events/items/${EVENT}`,
  "/api/collections/events/columns",
  "/api/collections/events/tiles/WebMercatorQuad/0/0/0",
  "/api/analysis/timeline",
];
const FILES = ["csv", "geojson", "fgb", "gpkg"].map(
  (format) => `/api/download/events.${format}?category=blockade`,
);

type App = Awaited<ReturnType<typeof testApp>>["app"];

async function ask(app: App, address: string) {
  const answer = await app.request(address);
  const bytes = await answer.arrayBuffer().then(
    (read) => Buffer.from(read),
    () => "broken off" as const,
  );
  return { status: answer.status, bytes, tag: answer.headers.get("ETag"), answer };
}

/** Publishes another state of the data: an event of another category, under another hash. */
async function publish(db: Db, state: { readonly hash: string; readonly category: string }) {
  await db.update(events).set({ category: state.category }).where(eq(events.id, EVENT));
  await db
    .update(versions)
    .set({ contentHash: state.hash, publishedAt: new Date() })
    .where(eq(versions.datasetId, CALAIS_ID));
}

async function stateIn(db: Db) {
  const [dataset] = await db.select().from(versions).where(eq(versions.datasetId, CALAIS_ID));
  const [event] = await db.select().from(events).where(eq(events.id, EVENT));
  if (!dataset || !event) throw new Error("they are not there");
  return { hash: dataset.contentHash, category: event.category };
}

describe("data that are replaced while an answer is made", () => {
  for (const address of [...ANSWERS, ...FILES])
    dbTest(`are never known by the tag of those before: ${address}`, () =>
      rolledBack(async (db) => {
        const before = await stateIn(db);
        const other = { hash: "another", category: "eviction" };
        expect(other.category).not.toBe(before.category);
        const old = await ask((await testApp({ db })).app, address);
        expect(old.tag).toBeTruthy();
        const { app } = await testApp({ db });
        // From now on it knows the version, for a second.
        await ask(app, "/api");
        await publish(db, other);
        const between = await ask(app, address);
        const isRefused = between.status === 503 || between.bytes === "broken off";
        if (!isRefused) expect(between.tag).not.toBe(old.tag);
        if (between.tag === null)
          expect(between.answer.headers.get("Cache-Control")).toBe("no-store");
        const after = await ask(app, address);
        expect(after.tag).toBeTruthy();
        expect(after.tag).not.toBe(old.tag);
        await publish(db, before);
        const again = async () => ask(app, address);
        await expect.poll(async () => (await again()).tag, { timeout: 10_000 }).toBe(old.tag);
        expect((await again()).bytes).toEqual(old.bytes);
      }),
    );

  dbTest("are told as such where nothing was sent yet", () =>
    rolledBack(async (db) => {
      const { app } = await testApp({ db });
      await ask(app, "/api");
      await publish(db, { hash: "another", category: "eviction" });
      const { answer, bytes, status } = await ask(app, "/api/download/events.gpkg");
      // A second may have gone by.
      if (status === 200) return;
      expect(status).toBe(503);
      expect(answer.headers.get("Retry-After")).toBe("1");
      expect(String(bytes)).toContain("the data were replaced while the answer was made");
    }),
  );
});
