import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { places } from "#db/schema/index.ts";
import { foldAccents } from "#model/fold-accents.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/database.ts";

describe("accents", () => {
  dbTest.for(["Évacuation à Œuvre", "ÇA ET LÀ", "L’État, naïf", "Ÿ ü Ñ æ Æ"])(
    "of %j are folded alike by the database and the page",
    async (text) => {
      const [row] = await (await testDatabase())
        .select({ folded: sql<string>`fold_accents(${text}::text)` })
        .from(places)
        .limit(1);
      expect(row?.folded).toBe(foldAccents(text));
    },
  );

  dbTest("do not hide a word from the full-text columns", async () => {
    const db = await testDatabase();
    const found = await db
      .select({ id: places.id })
      .from(places)
      .where(
        sql`${eq(places.datasetId, CALAIS_ID)} AND ${places.searchFr} @@ plainto_tsquery('french', fold_accents('Érythréen'))`,
      );
    expect(found.map(({ id }) => id)).toContain("squat-rue-neuve");
  });
});
