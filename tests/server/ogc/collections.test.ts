import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { ROWS } from "#tests/support/packages/calais-facts.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const idsAt = async (path: string): Promise<string[]> =>
  (await getJson(path)).body.features.map((feature: { id: string }) => feature.id);

describe("collections", () => {
  dbTest("are all listed, each with links that answer", async () => {
    const { body } = await getJson("/api/collections");
    expect(body.collections.map((collection: { id: string }) => collection.id)).toEqual([
      ...COLLECTION_IDS,
    ]);
    const { app } = await testApp();
    for (const collection of body.collections)
      for (const { href, rel, type } of collection.links) {
        if (rel === "license") continue;
        const response = await app.request(href);
        expect(response.status, href).toBe(200);
        expect(response.headers.get("Content-Type")?.split(";")[0], href).toBe(type.split(";")[0]);
        // A file that is not read to its end keeps the place of others that are made.
        await response.arrayBuffer();
      }
  });

  dbTest("of sources and base map say no time, of sources no place", async () => {
    const { body } = await getJson("/api/collections/sources");
    expect(body.extent).toEqual({});
    expect((await getJson("/api/collections/phases")).body.extent).not.toHaveProperty("spatial");
  });
});

describe("camps at a date", () => {
  dbTest("27 May 2014: rue Lamy, place Barbusse and the Batellerie camp", async () => {
    const ids = await idsAt("/api/collections/camps/items?datetime=2014-05-27");
    expect(ids).toEqual(
      expect.arrayContaining(["camp-lamy", "camp-barbusse-2013", "camp-batellerie"]),
    );
  });

  dbTest("5 September 2016: La Lande north, and neither of those", async () => {
    const ids = await idsAt("/api/collections/camps/items?datetime=2016-09-05");
    expect(ids).toContain("la-lande-north");
    expect(ids).not.toContain("camp-lamy");
    expect(ids).not.toContain("camp-barbusse-2013");
    expect(ids).not.toContain("camp-batellerie");
  });

  dbTest("5 September 2016: the blockade, with a point on the A16", async () => {
    const { body } = await getJson("/api/collections/events/items?datetime=2016-09-05");
    const blockade = body.features.find(
      (feature: { id: string }) => feature.id === "blockade-5sep16",
    );
    expect(blockade).toMatchObject({
      geometry: { type: "Point", coordinates: [1.8084, 50.939] },
      properties: { category: "blockade", place_id: "a16-j42" },
    });
  });
});

describe("items", () => {
  dbTest("are a GeoJSON FeatureCollection that counts itself", async () => {
    const { response, body } = await getJson("/api/collections/events/items?limit=7");
    expect(response.headers.get("Content-Type")).toBe("application/geo+json");
    expect(body).toMatchObject({
      type: "FeatureCollection",
      numberReturned: 7,
      numberMatched: ROWS.events,
    });
    expect(body.features).toHaveLength(7);
  });

  dbTest("that match nothing are an empty list", async () => {
    const { body } = await getJson(
      "/api/collections/camps/items?datetime=1900-01-01&certainty=certain",
    );
    expect(body).toMatchObject({ numberMatched: 0, numberReturned: 0, features: [] });
  });

  dbTest("of intervals with open ends", async () => {
    const before = await idsAt("/api/collections/events/items?datetime=../2013-06-30");
    expect(before).toEqual(
      expect.arrayContaining(["egyptian-squat-demolished", "victor-hugo-opened"]),
    );
    expect(before).not.toContain("blockade-5sep16");
    const after = await idsAt("/api/collections/events/items?datetime=2016-12-09/..");
    expect(after).toContain("wall-finished");
  });

  dbTest("in a box that crosses the date line are asked without harm", async () => {
    expect((await getJson("/api/collections/camps/items?bbox=177,65,-177,70")).status).toBe(200);
  });

  dbTest("asked with more than the greatest limit get the greatest limit", async () => {
    expect((await getJson("/api/collections/sources/items?limit=99999")).body.numberReturned).toBe(
      ROWS.sources,
    );
  });

  dbTest("one by one carry links back, and are 404 when they are not there", async () => {
    const { body } = await getJson("/api/collections/events/items/blockade-5sep16");
    expect(body).toMatchObject({ type: "Feature", id: "blockade-5sep16" });
    expect(body.links.map((link: { rel: string }) => link.rel)).toEqual([
      "self",
      "alternate",
      "alternate",
      "collection",
    ]);
    expect((await getJson("/api/collections/events/items/nothing")).status).toBe(404);
  });
});

describe("an answer that the client has already", () => {
  dbTest("is not sent again", async () => {
    const path = "/api/collections/camps/items?datetime=2014-05-27";
    const tag = (await getJson(path)).response.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    expect((await getJson(path, { "If-None-Match": tag })).status).toBe(304);
    expect((await getJson(path, { "If-None-Match": `"other", W/${tag}` })).status).toBe(304);
    expect((await getJson(`${path}&limit=3`, { "If-None-Match": tag })).status).toBe(200);
  });
});
