// What goes wrong with one dataset, or is done to it, and that no other is touched.
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { datasets, versions } from "#db/schema/index.ts";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { importHarbour, withBoth } from "#tests/support/packages/harbour-beside.ts";
import { HARBOUR_ID } from "#tests/support/packages/harbour-package.ts";
import type { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

type App = Awaited<ReturnType<typeof testApp>>["app"];

const ASKED = [
  "/?date=2014-05-27",
  "/api",
  "/api/dataset",
  "/api/collections",
  "/api/collections/camps/items?limit=5",
  "/api/collections/events/columns",
  "/api/analysis/separation?datetime=2014-05-27",
  "/api/download/places.csv",
  "/snapshot.svg?date=2014-05-27&width=900&height=700&lang=en",
];

/** What Calais answers, by address: status, tag and body. */
async function answersOf(app: App, at: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const path of ASKED) {
    const response = await app.request(at + path);
    const tag = response.headers.get("ETag");
    answers[path] = [response.status, tag, await response.text()];
  }
  return answers;
}

/** Makes the stored words of the harbour such as no program can read. */
const breakHarbour = (db: Db) =>
  db
    .update(versions)
    .set({ declared: {} as never })
    .where(eq(versions.datasetId, HARBOUR_ID));

const removeHarbour = (db: Db) => db.delete(datasets).where(eq(datasets.id, HARBOUR_ID));

describe("a dataset whose version is broken", () => {
  dbTest("is told as such, and all others answer what they did", () =>
    withBoth({ webRoot: builtPage() }, async ({ app, db, lines }) => {
      const before = await answersOf(app, "");
      await breakHarbour(db);
      const statuses = await Promise.all(
        ["/", "/api", "/snapshot.svg?width=900&height=700"].map(
          async (path) => (await app.request(`/d/${HARBOUR_ID}${path}`)).status,
        ),
      );
      expect(statuses).toEqual([500, 500, 500]);
      expect(JSON.stringify(await answersOf(app, "")) === JSON.stringify(before)).toBe(true);
      const ready = await app.request("/readyz");
      expect(ready.status).toBe(200);
      const { datasets: listed } = await (await app.request("/datasets")).json();
      expect(listed).toMatchObject([
        { id: CALAIS_ID, status: "available" },
        { id: HARBOUR_ID, status: "unavailable" },
      ]);
      const page = await (await app.request("/datasets?f=html")).text();
      expect(page).toContain("cannot be read now. The others are not touched");
      expect(lines.some((line) => /cannot be read/.test(line) && line.includes(HARBOUR_ID))).toBe(
        true,
      );
      const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === "error");
      expect(errors.length).toBeGreaterThan(0);
    }),
  );

  dbTest("is whole again when it is imported again, without a new start", () =>
    withBoth({}, async ({ app, db }) => {
      await breakHarbour(db);
      expect((await app.request(`/d/${HARBOUR_ID}/api`)).status).toBe(500);
      await removeHarbour(db);
      await importHarbour(db);
      // Within one transaction it would be published at the same instant as before.
      await db
        .update(versions)
        .set({ publishedAt: new Date(0) })
        .where(eq(versions.datasetId, HARBOUR_ID));
      await expect
        .poll(async () => (await app.request(`/d/${HARBOUR_ID}/api`)).status, { timeout: 20_000 })
        .toBe(200);
    }),
  );
});

describe("a dataset that is imported, and one that is removed", () => {
  dbTest("come and go while others are served as they were", () =>
    withBoth({ webRoot: builtPage() }, async ({ app, db }) => {
      const before = await answersOf(app, "");
      const statusOf = async () => (await app.request(`/d/${HARBOUR_ID}/api`)).status;
      expect(await statusOf()).toBe(200);
      await removeHarbour(db);
      await expect.poll(statusOf, { timeout: 20_000 }).toBe(404);
      const gone = await (await app.request(`/d/${HARBOUR_ID}/api`)).json();
      expect(gone.detail).toContain(`there are ${CALAIS_ID} (/)`);
      expect((await (await app.request("/datasets")).json()).datasets).toHaveLength(1);
      await importHarbour(db);
      await expect.poll(statusOf, { timeout: 20_000 }).toBe(200);
      // The page alone says that there are others now.
      const without = (answers: object) =>
        JSON.stringify(answers).replace(' data-datasets=\\"/datasets\\"', "");
      expect(without(await answersOf(app, "")) === without(before)).toBe(true);
    }),
  );

  dbTest("the default one too: the others stay, and readers are told", () =>
    withBoth({ webRoot: builtPage() }, async ({ app, db }) => {
      await db.delete(datasets).where(eq(datasets.id, CALAIS_ID));
      await expect
        .poll(async () => (await app.request("/api")).status, { timeout: 20_000 })
        .toBe(404);
      const { detail } = await (await app.request("/api")).json();
      expect(detail).toContain(`${HARBOUR_ID} (/d/${HARBOUR_ID}/)`);
      expect((await app.request(`/d/${HARBOUR_ID}/api`)).status).toBe(200);
      expect((await app.request(`/d/${HARBOUR_ID}/?lang=fr`)).status).toBe(200);
      expect((await app.request("/readyz")).status).toBe(503);
    }),
  );
});

describe("the log and the metrics", () => {
  const token = "a-token-for-the-tests";

  dbTest("say which dataset was asked, and repeat no name that is none", () =>
    withBoth({ metricsToken: token }, async ({ app, lines }) => {
      for (const at of ["", `/d/${HARBOUR_ID}`, "/d/zebra"]) await app.request(`${at}/api`);
      const requests = lines.map((line) => JSON.parse(line));
      expect(requests.map(({ dataset }) => dataset)).toEqual([CALAIS_ID, HARBOUR_ID, undefined]);
      expect(lines.join()).not.toContain("zebra");
      const headers = { Authorization: `Bearer ${token}` };
      const text = await (await app.request("/metrics", { headers })).text();
      expect(text).toContain(`{dataset="${HARBOUR_ID}",method="GET",route="/api",status="200"} 1`);
      expect(text).toContain(`rocade_ready{dataset="${HARBOUR_ID}",version="0.1"} 1`);
      expect(text).not.toContain("zebra");
    }),
  );
});
