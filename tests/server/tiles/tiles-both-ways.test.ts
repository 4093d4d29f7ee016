// Where PostGIS can write tiles of points, it and we write the same. Runs on the real database only: PGlite's cannot.

import { describe, expect } from "vitest";
import { canWriteTiles, findTileRows, findWrittenTile } from "#db/queries/tiles/tiles.ts";
import { encodeTile } from "#server/tiles/encode-tile.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { decodeTile, TILES } from "#tests/support/pictures/tiles.ts";

describe("tiles", () => {
  dbTest.for(["camps", "places", "events"] as const)(
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
        const [byPostgis, rows] = [
          await findWrittenTile(db, question),
          await findTileRows(db, question),
        ];
        if (!byPostgis || !rows) throw new Error("too many features for a tile");
        const written = decodeTile(byPostgis.bytes, id);
        expect(decodeTile(encodeTile(id, rows, tile), id)).toEqual(written);
        compared += written.length;
      }
      expect(compared).toBeGreaterThan(100);
    },
  );
});
