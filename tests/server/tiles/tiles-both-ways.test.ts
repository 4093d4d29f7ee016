// Where PostGIS can write tiles, it and we write the same. Runs on the real database only: PGlite's cannot.

import { describe, expect } from "vitest";
import { canWriteTiles, findTileRows, findWrittenTile } from "#db/queries/tiles/tiles.ts";
import { encodeTile } from "#server/tiles/encode-tile.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { decodeTile, TILES } from "#tests/support/pictures/tiles.ts";

describe("tiles", () => {
  dbTest.for(["camps", "places", "events", "movements", "routes", "basemap"] as const)(
    "of %s are the same whether PostGIS writes them or we do",
    async (id) => {
      const db = await testDatabase();
      expect(await canWriteTiles(db)).toBe(true);
      let compared = 0;
      for (const tile of TILES) {
        const question = {
          datasetId: CALAIS_ID,
          collection: COLLECTIONS[id],
          certainty: "possible" as const,
          ...tile,
        };
        const [bytes, rows] = [
          await findWrittenTile(db, question),
          await findTileRows(db, question),
        ];
        if (!bytes || !rows) throw new Error("too many features for a tile");
        const written = decodeTile(bytes, id);
        const encoded = decodeTile(encodeTile(id, rows, tile), id);
        const named = `in ${tile.z}/${tile.y}/${tile.x}`;
        expect(
          encoded.map((feature) => feature.id),
          named,
        ).toEqual(written.map((feature) => feature.id));
        const byId = new Map(encoded.map((feature) => [feature.id, feature]));
        for (const { id: own, properties, points } of written) {
          const other = byId.get(own);
          expect(other?.properties, own).toEqual(properties);
          compared += 1;
          for (const [x = 0, y = 0] of points.slice(0, 200)) {
            const nearest = Math.min(
              ...(other?.points ?? []).map(([a = 0, b = 0]) => Math.hypot(a - x, b - y)),
            );
            if (COLLECTIONS[id].geometry === "Point") expect(nearest, own).toBeLessThanOrEqual(1.5);
          }
        }
      }
      expect(compared).toBeGreaterThan(10);
    },
  );
});
