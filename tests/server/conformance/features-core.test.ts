// OGC API – Features Part 1 (OGC 17-069r4), one test for each abstract test, named by its requirement.

import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { ask, idsOf, type Link, linkOf } from "#tests/support/product/api.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

describe("core", () => {
  dbTest(
    "/req/core/root-success: the landing page links to definition, conformance and data",
    async () => {
      const { status, body } = await getJson("/api");
      expect(status).toBe(200);
      expect(linkOf(body, "service-desc")?.type).toBe(
        "application/vnd.oai.openapi+json;version=3.0",
      );
      expect(linkOf(body, "service-doc")?.type).toBe("text/html");
      expect(linkOf(body, "conformance")?.type).toBe("application/json");
      expect(linkOf(body, "data")?.type).toBe("application/json");
      expect(linkOf(body, "self")).toBeDefined();
      expect(linkOf(body, "alternate")).toBeDefined();
    },
  );

  dbTest("/req/core/api-definition-success: the definition is there and of its type", async () => {
    const { response, body } = await getJson("/api/openapi");
    expect(response.headers.get("Content-Type")).toBe(
      "application/vnd.oai.openapi+json;version=3.0",
    );
    expect(body.openapi).toMatch(/^3\.0\./);
  });

  dbTest("/req/core/conformance-success: the classes are listed, core among them", async () => {
    const { body } = await getJson("/api/conformance");
    expect(body.conformsTo).toContain(
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    );
    expect(new Set(body.conformsTo).size).toBe(body.conformsTo.length);
  });

  dbTest(
    "/req/core/fc-md-items, fc-md-items-links, fc-md-extent: each collection says what it is",
    async () => {
      const { body } = await getJson("/api/collections");
      expect(body.collections).toHaveLength(COLLECTION_IDS.length);
      for (const collection of body.collections) {
        expect(collection).toMatchObject({ id: expect.any(String), title: expect.any(String) });
        const items = collection.links.filter(({ rel }: Link) => rel === "items");
        for (const link of items) expect(link.type, link.href).toBeTruthy();
        const box = collection.extent.spatial?.bbox[0];
        if (box) expect(box).toHaveLength(4);
      }
    },
  );

  dbTest("/req/core/sfc-md-success: one collection is what the list says of it", async () => {
    const { body } = await getJson("/api/collections");
    for (const listed of body.collections) {
      const { body: own } = await getJson(`/api/collections/${listed.id}`);
      const { links, ...members } = own;
      const { links: listedLinks, ...listedMembers } = listed;
      expect(members).toEqual(listedMembers);
      expect(links).toEqual(expect.arrayContaining(listedLinks));
    }
  });

  dbTest(
    "/req/core/fc-limit-response-1: no more than the limit, and a next link while there is more",
    async () => {
      const { body } = await getJson("/api/collections/events/items?limit=50");
      expect(body.features).toHaveLength(50);
      expect(linkOf(body, "next")).toBeDefined();
      const { body: all } = await getJson("/api/collections/events/items");
      expect(linkOf(all, "next")).toBeUndefined();
    },
  );

  dbTest("/req/core/fc-links, fc-rel-type, fc-numberMatched, fc-numberReturned", async () => {
    const { body } = await getJson("/api/collections/camps/items?limit=3");
    expect(body).toMatchObject({ numberMatched: expect.any(Number), numberReturned: 3 });
    expect(body.features).toHaveLength(3);
    for (const rel of ["self", "alternate", "next", "collection"])
      expect(linkOf(body, rel)?.type, rel).toBeTruthy();
    const alternates = body.links.filter(({ rel }: Link) => rel === "alternate");
    expect(alternates.map(({ type }: Link) => type)).toContain("text/html");
  });

  dbTest("paging forwards meets each feature once, and backwards too", async () => {
    const { body: whole } = await getJson("/api/collections/events/items");
    for (const sort of ["", "&sortby=-start_earliest,category", "&sortby=people_high"]) {
      const walk = async (start: string, rel: "next" | "prev") => {
        const seen: string[] = [];
        let address: string | undefined = start;
        let first: string | undefined;
        while (address) {
          const { body } = await ask(address);
          first = address;
          seen.push(...(rel === "prev" ? idsOf(body).reverse() : idsOf(body)));
          address = linkOf(body, rel)?.href;
        }
        return { seen, last: first };
      };
      const forwards = await walk(`/api/collections/events/items?limit=17${sort}`, "next");
      expect([...forwards.seen].sort()).toEqual(idsOf(whole));
      const backwards = await walk(forwards.last ?? "", "prev");
      expect(backwards.seen.reverse()).toEqual(forwards.seen);
    }
  });

  dbTest("/req/core/query-param-unknown and -invalid: 400", async () => {
    for (const query of ["nothing=1", "limit=unlimited", "bbox=1,2", "datetime=never"])
      expect((await getJson(`/api/collections/camps/items?${query}`)).status, query).toBe(400);
  });

  dbTest(
    "/req/core/fc-bbox-definition, fc-bbox-response: 4 and 6 numbers, and the antimeridian",
    async () => {
      const four = await ask("/api/collections/camps/items?bbox=1.9,50.96,1.92,50.98");
      const six = await ask("/api/collections/camps/items?bbox=1.9,50.96,-10,1.92,50.98,100");
      expect(idsOf(six.body)).toEqual(idsOf(four.body));
      expect(idsOf(four.body)).toContain("la-lande");
      expect((await ask("/api/collections/camps/items?bbox=177,65,-177,70")).body.features).toEqual(
        [],
      );
    },
  );

  dbTest("/req/core/f-success, f-links: one feature leads back to its collection", async () => {
    const { body } = await getJson("/api/collections/camps/items/la-lande");
    expect(body).toMatchObject({ type: "Feature", id: "la-lande" });
    for (const rel of ["self", "alternate", "collection"]) expect(linkOf(body, rel)).toBeDefined();
  });
});

describe("oas30", () => {
  dbTest("/req/oas30/oas-definition-2: the definition is valid OpenAPI 3.0", async () => {
    const { body } = await getJson("/api/openapi");
    const result = await new Validator().validate(body);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  dbTest("/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition", async () => {
    const { body } = await getJson("/api/openapi");
    const { limit, bbox, datetime } = body.components.parameters;
    expect(limit).toMatchObject({
      in: "query",
      style: "form",
      explode: false,
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 10_000, default: 1000 },
    });
    expect(bbox).toMatchObject({
      style: "form",
      explode: false,
      schema: { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } },
    });
    expect(datetime).toMatchObject({ style: "form", explode: false, schema: { type: "string" } });
    for (const id of COLLECTION_IDS) expect(body.paths[`/collections/${id}/items`]).toBeDefined();
  });

  dbTest("every path without a template answers 200", async () => {
    const { body } = await getJson("/api/openapi");
    const { app } = await testApp();
    for (const [path, { get }] of Object.entries<{ get: { parameters: object[] } }>(body.paths)) {
      if (path.includes("{") || path.startsWith("/download/")) continue;
      const needsDays = JSON.stringify(get.parameters).includes('"required":true');
      const query = needsDays ? "?from=2014-05-27&to=2016-09-05" : "";
      expect((await app.request(`/api${path}${query}`)).status, path).toBe(200);
    }
  });
});

describe("geojson and html", () => {
  dbTest("/req/geojson/content: features carry id, geometry and properties", async () => {
    const { response, body } = await getJson("/api/collections/camps/items?limit=5");
    expect(response.headers.get("Content-Type")).toBe("application/geo+json");
    for (const feature of body.features)
      expect(feature).toMatchObject({
        type: "Feature",
        id: expect.any(String),
        geometry: { type: "Point" },
        properties: expect.any(Object),
      });
  });

  dbTest(
    "/req/html/definition, content: a browser gets a page with links, in its language",
    async () => {
      const { app } = await testApp();
      const browser = {
        Accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "fr",
      };
      for (const path of [
        "/api",
        "/api/conformance",
        "/api/openapi",
        "/api/collections",
        "/api/collections/camps",
        "/api/collections/camps/queryables",
        "/api/collections/camps/items?limit=2",
        "/api/collections/events/items/blockade-5sep16",
        "/api/collections/sources/items?limit=2",
        "/api/download",
      ]) {
        const response = await app.request(path, { headers: browser });
        const page = await response.text();
        expect(response.headers.get("Content-Type"), path).toMatch(/^text\/html/);
        expect(response.headers.get("Content-Language")).toBe("fr");
        expect(page).toContain('<html lang="fr">');
        expect(page).toContain("f=json");
        expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
      }
    },
  );
});
