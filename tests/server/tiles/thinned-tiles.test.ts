import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect } from "vitest";
import { MAX_POINTS_IN_TILE } from "#db/queries/tiles/tiles.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { tileAt } from "#tests/support/pictures/tiles.ts";
import { testApp } from "#tests/support/product/app.ts";
import { addEvents } from "#tests/support/records/many-events.ts";

const MANY = 4000;
const BOX = { west: 1.6, south: 50.8, east: 2.1, north: 51.3 };

type App = Awaited<ReturnType<typeof testApp>>["app"];

async function featuresOf(app: App, z: number, y: number, x: number, search = "") {
  const path = `/api/collections/events/tiles/WebMercatorQuad/${z}/${y}/${x}${search}`;
  const response = await app.request(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const layer = bytes.length === 0 ? undefined : new VectorTile(new PbfReader(bytes)).layers.events;
  const features = Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index));
  return { bytes, features };
}

const countOf = (features: Awaited<ReturnType<typeof featuresOf>>["features"]) =>
  features.reduce((sum, feature) => sum + Number(feature?.properties.point_count ?? 1), 0);

describe("a tile with too many points", () => {
  dbTest("tells how many there are in each part of it, exactly, in few bytes", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      const { app } = await testApp({ db });
      const all = await app.request("/api/collections/events/items?limit=1");
      const withPlace = await app.request("/api/collections/events/columns");
      expect(all.status).toBe(200);
      const head = new TextDecoder().decode((await withPlace.arrayBuffer()).slice(8, 400));
      const placed = Number(/"placed":(\d+)/.exec(head)?.[1]);
      expect(placed).toBeGreaterThan(MANY);
      const { bytes, features } = await featuresOf(app, 0, 0, 0);
      expect(countOf(features)).toBe(placed);
      expect(bytes.length).toBeLessThan(500_000);
      expect(features.length).toBeLessThan(MAX_POINTS_IN_TILE);
      // Closer by, in four tiles that meet within the many, the sum stays and single events come back.
      const inBox = await app.request(
        `/api/collections/events/items?limit=1&bbox=${BOX.west},${BOX.south},${BOX.east},${BOX.north}`,
      );
      const matched = Number(inBox.headers.get("OGC-NumberMatched"));
      const z = 11;
      const [first, last] = [tileAt(BOX.west, BOX.north, z), tileAt(BOX.east, BOX.south, z)];
      let single = 0;
      let counted = 0;
      const ids = new Set<unknown>();
      for (let x = first.x; x <= last.x; x++)
        for (let y = first.y; y <= last.y; y++) {
          const tile = await featuresOf(app, z, y, x);
          for (const feature of tile.features) {
            const { id, point_count } = feature?.properties ?? {};
            if (id === undefined) counted += Number(point_count);
            else ids.add(id);
          }
        }
      single = ids.size;
      expect(single).toBeGreaterThan(0);
      // Marks near an edge are in two tiles, and the tiles reach a little beyond the box.
      expect(single + counted).toBeGreaterThanOrEqual(matched);
    }),
  );

  dbTest("counts what the filter leaves", () =>
    rolledBack(async (db) => {
      await addEvents(db, MANY);
      const { app } = await testApp({ db });
      const search = "?datetime=2014-01-01/2015-12-31&category=protest";
      const found = await app.request(`/api/collections/events/items${search}&limit=1`);
      const { features } = await featuresOf(app, 0, 0, 0, search);
      expect(features[0]?.properties).toHaveProperty("point_count");
      expect(countOf(features)).toBe(Number(found.headers.get("OGC-NumberMatched")));
    }),
  );
});
