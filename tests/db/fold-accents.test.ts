import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { places } from "#db/schema/index.ts";
import { foldAccents } from "#model/words/fold-accents.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";

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
});
