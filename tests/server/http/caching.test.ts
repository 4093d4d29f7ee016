import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

/** The service on a database that counts how often it is asked. */
async function countingApp() {
  const db = await testDatabase();
  let questions = 0;
  const counting = new Proxy(db, {
    get(target, name, receiver) {
      if (name === "select" || name === "execute" || name === "selectDistinct") questions += 1;
      return Reflect.get(target, name, receiver);
    },
  }) as Db;
  const app = createApp({
    served: { db: counting, datasetId: CALAIS_ID },
    log: createLog("error", () => {}),
    drawPicture: renderPicture,
    webRoot: undefined,
  });
  return { app, asked: () => questions };
}

const ADDRESSES = [
  "/api",
  "/api/collections/camps",
  "/api/collections/camps/items?datetime=2014-05-27",
  "/api/collections/camps/items?f=csv",
  "/api/collections/camps/tiles/WebMercatorQuad/0/0/0",
  "/api/download/camps.kml",
  "/api/analysis/separation?datetime=2014-05-27",
];

describe("a tag that the client has", () => {
  dbTest.for(ADDRESSES)("answers 304 to %s without a question to the database", async (address) => {
    const { app, asked } = await countingApp();
    const first = await app.request(address);
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\w-]+"$/);
    await first.arrayBuffer();
    const before = asked();
    expect(before).toBeGreaterThan(0);
    const again = await app.request(address, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("ETag")).toBe(tag);
    expect(asked()).toBe(before);
  });

  dbTest(
    "differs by format, language, question and encoding, and not by their order of writing",
    async () => {
      const { app } = await testApp();
      const tagOf = async (address: string, headers: Record<string, string> = {}) =>
        (await app.request(address, { headers })).headers.get("ETag");
      const camps = "/api/collections/camps/items?datetime=2014-05-27";
      const tags = await Promise.all([
        tagOf(camps),
        tagOf(`${camps}&f=csv`),
        tagOf(camps, { "Accept-Language": "fr" }),
        tagOf(`${camps}&certainty=certain`),
        tagOf(camps, { "Accept-Encoding": "br" }),
        tagOf(camps, { "Accept-Encoding": "gzip" }),
      ]);
      expect(new Set(tags).size).toBe(tags.length);
      expect(await tagOf("/api/collections/camps/items?kind=squat&datetime=2014-05-27")).toBe(
        await tagOf("/api/collections/camps/items?datetime=2014-05-27&kind=squat"),
      );
    },
  );

  dbTest("is known again when it comes back from a compressed answer", async () => {
    const { app } = await testApp();
    const headers = { "Accept-Encoding": "br" };
    const first = await app.request("/api/collections/events/items", { headers });
    expect(first.headers.get("Content-Encoding")).toBe("br");
    const again = await app.request("/api/collections/events/items", {
      headers: { ...headers, "If-None-Match": first.headers.get("ETag") ?? "" },
    });
    expect(again.status).toBe(304);
  });
});
