// OGC API – Tiles Part 1 (OGC 20-057), named by requirement, and what the tiles hold.

import type { Geometry } from "geojson";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import type { CollectionId } from "#tests/support/packages/calais-collections.ts";
import { decodeTile, TILES, unitsIn } from "#tests/support/pictures/tiles.ts";
import { ask, idsOf, type Link } from "#tests/support/product/api.ts";
import { testApp } from "#tests/support/product/app.ts";

async function tileOf(id: CollectionId, tile: { z: number; x: number; y: number }, query = "") {
  const { app } = await testApp();
  const { z, x, y } = tile;
  return app.request(`/api/collections/${id}/tiles/WebMercatorQuad/${z}/${y}/${x}${query}`);
}

/** Wholly in the tile, and a line of some units, or an area of some square units. */
function isSeenIn(tile: (typeof TILES)[number], geometry: Geometry | null): boolean {
  if (geometry?.type !== "LineString" && geometry?.type !== "Polygon") return false;
  const isArea = geometry.type === "Polygon";
  const outline = isArea ? geometry.coordinates[0] : geometry.coordinates;
  const units = (outline ?? []).map(([lon = 0, lat = 0]) => unitsIn(tile, lon, lat));
  if (!units.flat().every((unit) => unit > 0 && unit < 4096)) return false;
  const [x, y] = [0, 1].map((axis) => units.map((unit) => unit[axis] ?? 0));
  const size = (along: number[] = []) => Math.max(...along) - Math.min(...along);
  const doubled = units.reduce((sum, [a, b], index) => {
    const [c = a, d = b] = units[index + 1] ?? [];
    return sum + a * d - c * b;
  }, 0);
  return isArea ? Math.abs(doubled) > 2 * size(x) + 2 * size(y) : size(x) > 2;
}

describe("tiles", () => {
  dbTest(
    "/req/core/tc-success: a tile is a vector tile with the features that lie in it",
    async () => {
      const response = await tileOf("camps", { z: 0, x: 0, y: 0 }, "?datetime=2014-05-27");
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toBe("application/vnd.mapbox-vector-tile");
      const decoded = decodeTile(new Uint8Array(await response.arrayBuffer()), "camps");
      const { body } = await ask("/api/collections/camps/items?datetime=2014-05-27");
      expect(decoded.map(({ id }) => id)).toEqual(idsOf(body).sort());
    },
  );

  dbTest.for(["movements", "routes", "basemap"] as const)(
    "of %s hold every line and area of some units, and no position twice in a row",
    async (id) => {
      const { body } = await ask(`/api/collections/${id}/items?limit=1000`);
      let held = 0;
      for (const tile of TILES) {
        const answer = await tileOf(id, tile);
        const decoded = decodeTile(new Uint8Array(await answer.arrayBuffer()), id);
        const ids = decoded.map((feature) => feature.id);
        for (const { id: own, geometry } of body.features) {
          if (!isSeenIn(tile, geometry)) continue;
          expect(ids, `${own} in ${tile.z}/${tile.y}/${tile.x}`).toContain(own);
          held += 1;
        }
        for (const { id: own, points } of decoded)
          points.slice(1).forEach((point, index) => {
            expect(point, own).not.toEqual(points[index]);
          });
      }
      expect(held).toBeGreaterThan(20);
    },
  );

  dbTest("carry spans as OpenHistoricalMap's tools read them, and as days", async () => {
    const bytes = await (await tileOf("events", { z: 0, x: 0, y: 0 })).arrayBuffer();
    const blockade = decodeTile(new Uint8Array(bytes), "events").find(
      ({ id }) => id === "blockade-5sep16",
    );
    expect(blockade?.properties).toMatchObject({
      category: "blockade",
      start_date: "2016-09-05",
      end_date: "2016-09-05",
      // Day 249 of 366, at noon.
      start_decdate: 2016.678962,
      start_day: 17049,
      end_day: 17049,
    });
  });

  dbTest("the same question has the same bytes, and a 304 for who has them", async () => {
    const tile = TILES[3] ?? { z: 0, x: 0, y: 0 };
    const [first, second] = [await tileOf("camps", tile), await tileOf("camps", tile)];
    expect(Buffer.from(await first.arrayBuffer())).toEqual(Buffer.from(await second.arrayBuffer()));
    const { app } = await testApp();
    const again = await app.request(
      `/api/collections/camps/tiles/WebMercatorQuad/${tile.z}/${tile.y}/${tile.x}`,
      { headers: { "If-None-Match": first.headers.get("ETag") ?? "" } },
    );
    expect(again.status).toBe(304);
  });

  dbTest("/req/core/tc-empty-tile: nothing there is 204, no such tile is 404", async () => {
    expect((await tileOf("camps", { z: 10, x: 3, y: 3 })).status).toBe(204);
    const { app } = await testApp();
    for (const path of ["0/0/1", "1/2/0", "23/0/0", "-1/0/0", "0/0/x", "1e1/0/0"])
      expect(
        (await app.request(`/api/collections/camps/tiles/WebMercatorQuad/${path}`)).status,
        path,
      ).toBe(404);
    expect((await app.request("/api/collections/sources/tiles/WebMercatorQuad/0/0/0")).status).toBe(
      404,
    );
    expect((await app.request("/api/collections/camps/tiles/Other/0/0/0")).status).toBe(404);
  });

  dbTest("honour the filters of items, and refuse what items refuse", async () => {
    const bytes = await (
      await tileOf("camps", { z: 0, x: 0, y: 0 }, "?filter=kind%3D%27squat%27")
    ).arrayBuffer();
    const { body } = await ask("/api/collections/camps/items?kind=squat");
    expect(decodeTile(new Uint8Array(bytes), "camps").map(({ id }) => id)).toEqual(
      idsOf(body).sort(),
    );
    expect((await tileOf("camps", { z: 0, x: 0, y: 0 }, "?datetime=never")).status).toBe(400);
    expect((await tileOf("camps", { z: 0, x: 0, y: 0 }, "?bbox=1,2,3,4")).status).toBe(400);
  });

  dbTest(
    "/req/tilesets-list, tileset, tilematrixset: metadata leads from collection to tile",
    async () => {
      const { body: list } = await ask("/api/collections/camps/tiles");
      const self = list.tilesets[0].links.find(({ rel }: Link) => rel === "self");
      const { body: tileset } = await ask(self.href);
      expect(tileset).toMatchObject({
        dataType: "vector",
        tileMatrixSetURI: "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
      });
      const scheme = tileset.links.find(({ rel }: Link) => rel.endsWith("/tiling-scheme"));
      const { body: set } = await ask(scheme.href);
      expect(set.tileMatrices[0]).toMatchObject({ id: "0", matrixWidth: 1, tileWidth: 256 });
      expect(set.tileMatrices[0].scaleDenominator).toBeCloseTo(559_082_264.0287, 2);
      const template = tileset.links.find(({ rel }: Link) => rel === "item").href;
      const address = template
        .replace("{tileMatrix}", "0")
        .replace("{tileRow}", "0")
        .replace("{tileCol}", "0");
      const { app } = await testApp();
      expect((await app.request(address)).status).toBe(200);
      const { body: tileJson } = await ask(`${self.href}?f=tilejson`);
      expect(tileJson).toMatchObject({ tilejson: "3.0.0", vector_layers: [{ id: "camps" }] });
      const first = tileJson.tiles[0].replace("{z}", "0").replace("{y}", "0").replace("{x}", "0");
      expect((await app.request(first)).status).toBe(200);
    },
  );
});
