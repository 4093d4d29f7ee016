// Parameters as clients really send them.

import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { idsOf, linkOf } from "#tests/support/product/api.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const CAMPS = "/api/collections/camps/items";

describe("a CRS may be written as", () => {
  const LAMBERT = [
    "http://www.opengis.net/def/crs/EPSG/0/2154",
    "https://www.opengis.net/def/crs/EPSG/0/2154",
    "http://www.opengis.net/def/crs/epsg/0/2154",
    "https://www.opengis.net/def/crs/EPSG/9.9.1/2154",
    "urn:ogc:def:crs:EPSG::2154",
    "urn:ogc:def:crs:EPSG:9.9.1:2154",
    "urn:x-ogc:def:crs:EPSG::2154",
    "EPSG:2154",
    "epsg:2154",
    "[EPSG:2154]",
  ];
  const LONGITUDE_FIRST = [
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "http://www.opengis.net/def/crs/OGC/0/CRS84",
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "OGC:CRS84",
    "[OGC:CRS84]",
    "CRS84",
  ];
  const BOX = "620000,7095000,622000,7097000";
  const FILTER =
    "S_INTERSECTS(geometry, POLYGON((620000 7095000, 622000 7095000, 622000 7097000, 620000 7097000, 620000 7095000)))";

  dbTest.for(LAMBERT)("%s", async (text) => {
    const [plain, ...asked] = await Promise.all(
      [LAMBERT[0] ?? "", text].map(async (crs) => {
        const query = new URLSearchParams({ crs, "bbox-crs": crs, bbox: BOX });
        query.set("filter-crs", crs);
        query.set("filter", FILTER);
        return getJson(`${CAMPS}?${query}`);
      }),
    );
    expect(plain?.body.features.length).toBeGreaterThan(0);
    expect(plain?.body.features[0].geometry.coordinates[0]).toBeGreaterThan(600_000);
    for (const { body, response } of asked) {
      expect(body.features).toEqual(plain?.body.features);
      expect(response.headers.get("Content-Crs")).toBe(`<${LAMBERT[0]}>`);
    }
  });

  dbTest.for(LONGITUDE_FIRST)("%s", async (crs) => {
    const { body, response } = await getJson(`${CAMPS}?${new URLSearchParams({ crs })}`);
    expect(body.features).toEqual((await getJson(CAMPS)).body.features);
    expect(response.headers.get("Content-Crs")).toBe(`<${LONGITUDE_FIRST[0]}>`);
    const file = await getJson(`/api/download/camps.geojson?${new URLSearchParams({ crs })}`);
    const ids = (features: { id: string }[]) => features.map(({ id }) => id).sort();
    expect(ids(file.body.features)).toEqual(ids(body.features));
  });

  dbTest("latitude comes first in EPSG:4326, however that is written", async () => {
    for (const crs of ["EPSG:4326", "urn:ogc:def:crs:EPSG::4326"]) {
      const { body } = await getJson(`${CAMPS}?${new URLSearchParams({ crs })}`);
      const [latitude] = body.features.find(
        ({ geometry }: { geometry: unknown }) => geometry !== null,
      ).geometry.coordinates;
      expect(latitude).toBeGreaterThan(50);
    }
  });

  dbTest.for([
    "urn:ogc:def:crs:EPSG::27700",
    "urn:ogc:def:crs:EPSG:2154",
    "https://example.org/def/crs/EPSG/0/2154",
    "http://www.opengis.net/def/crs/OGC/1.3/4326",
    "EPSG:CRS84",
    "2154",
  ])("but not as %s", async (crs) => {
    const { status, body } = await getJson(`${CAMPS}?${new URLSearchParams({ crs })}`);
    expect(status).toBe(400);
    expect(body.problems[0].name).toBe("crs");
  });
});

describe("offset", () => {
  dbTest("of zero, as clients send it with every request, is the first page", async () => {
    for (const id of COLLECTION_IDS) {
      const asked = await getJson(`/api/collections/${id}/items?limit=5&offset=0`);
      const plain = await getJson(`/api/collections/${id}/items?limit=5`);
      expect(asked.status).toBe(200);
      expect(asked.body.features).toEqual(plain.body.features);
      expect(linkOf(asked.body, "prev")).toBeUndefined();
    }
  });

  dbTest("pages through what there is, each feature once, and tells how many", async () => {
    const all = (await getJson(`${CAMPS}?sortby=-name_en`)).body;
    const seen: string[] = [];
    for (let offset = 0; offset < all.numberMatched + 10; offset += 10) {
      const { body } = await getJson(`${CAMPS}?sortby=-name_en&limit=10&offset=${offset}`);
      expect(body.numberMatched).toBe(all.numberMatched);
      expect(body.numberReturned).toBe(body.features.length);
      seen.push(...idsOf(body));
    }
    expect(seen).toEqual(idsOf(all));
  });

  dbTest("leads on and back by the links, which know no offset", async () => {
    const all = idsOf((await getJson(CAMPS)).body);
    const { body } = await getJson(`${CAMPS}?limit=4&offset=6`);
    expect(idsOf(body)).toEqual(all.slice(6, 10));
    const go = async (rel: string) => {
      const href = linkOf(body, rel)?.href ?? "";
      expect(href).not.toContain("offset");
      const { pathname, search } = new URL(href);
      return idsOf((await getJson(pathname + search)).body);
    };
    expect(await go("next")).toEqual(all.slice(10, 14));
    expect(await go("prev")).toEqual(all.slice(2, 6));
  });

  dbTest("past the last feature finds none, and still tells how many there are", async () => {
    const { numberMatched } = (await getJson(`${CAMPS}?limit=1`)).body;
    // Another question, whose number nobody has counted yet.
    const { body } = await getJson(`${CAMPS}?offset=5000&sortby=id&bbox=-180,-90,180,90`);
    expect(body.features).toEqual([]);
    expect(body.numberMatched).toBe(numberMatched);
  });

  dbTest("does not go with a cursor, nor further than following links would", async () => {
    const { body } = await getJson(`${CAMPS}?limit=3`);
    const { pathname, search } = new URL(linkOf(body, "next")?.href ?? "");
    expect((await getJson(`${pathname}${search}&offset=0`)).status).toBe(200);
    const both = await getJson(`${pathname}${search}&offset=3`);
    expect(both.status).toBe(400);
    expect(both.body.detail).toContain("cursor");
    const far = await getJson(`${CAMPS}?offset=100001`);
    expect(far.status).toBe(400);
    expect(far.body.detail).toContain("next links");
  });
});

describe("an address", () => {
  dbTest("may be percent-encoded where it need not, and is read once", async () => {
    const plain = (await getJson(`${CAMPS}?kind=squat`)).body.features;
    for (const address of [
      "/api/collections/%63amps/items?kind=squat",
      "/api/collections/camps/items?%6Bind=s%71uat",
      "/api/collections/camps/items?filter=kind+=+'squat'",
      "/api/collections/camps/items?filter=kind%20%3D%20%27squat%27",
    ])
      expect((await getJson(address)).body.features, address).toEqual(plain);
  });

  dbTest("with a plus sign, which means a space, sorts upwards all the same", async () => {
    const upwards = idsOf((await getJson(`${CAMPS}?sortby=name_en`)).body);
    for (const sign of ["+", "%2B", "%20"])
      expect(idsOf((await getJson(`${CAMPS}?sortby=${sign}name_en`)).body)).toEqual(upwards);
  });

  dbTest("that is broken answers 4xx, never 500", async () => {
    for (const address of [
      "/api/collections/%E0%A4%A/items",
      "/api/collections/camps/items?q=%E0%A4%A",
      "/api/collections/camps/items?%",
      "/api/collections/camps/items/%zz",
      "/api/collections/camps/items/%00",
      "/api/download/%ff.csv",
      "/%c0%ae%c0%ae/etc/passwd",
      "/snapshot.svg?date=%E0%A4%A",
    ]) {
      const { app } = await testApp();
      const response = await app.request(address);
      await response.arrayBuffer();
      expect(response.status, address).toBeLessThan(500);
    }
  });

  dbTest("may end in a slash, and then answers the same", async () => {
    const { app } = await testApp();
    for (const path of [
      "/api",
      "/api/collections",
      "/api/collections/camps",
      "/api/collections/camps/items",
      "/api/collections/camps/schema",
      "/api/collections/camps/tiles/WebMercatorQuad",
      "/api/conformance",
      "/api/openapi",
      "/api/download",
      "/api/download/camps.csv",
      "/api/analysis/timeline",
      "/oembed",
    ]) {
      const [plain, slashed] = [await app.request(path), await app.request(`${path}/`)];
      expect(slashed.status, path).toBe(plain.status);
      expect(slashed.headers.get("Content-Type")).toBe(plain.headers.get("Content-Type"));
    }
    const { body } = await getJson("/api/collections/camps/tiles/WebMercatorQuad/?f=tilejson");
    expect(body.tiles[0]).toMatch(/[^/]\/\{z\}\/\{y\}\/\{x\}$/);
  });
});
