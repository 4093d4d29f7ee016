// The database plans by what it knows of its rows, which nothing but a publish counts where it is embedded.
import { getTableName, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { LIVING_TABLES } from "#db/queries/publish/rows.ts";
import { rowsOf } from "#db/schema-version.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";

describe("the tables of records", () => {
  dbTest("are counted once something is published", async () => {
    const tables = Object.values(LIVING_TABLES).map((table) => getTableName(table));
    const found = await rowsOf<{ name: string; counted: number }>(
      await testDatabase(),
      sql`SELECT relname AS name, reltuples::float8 AS counted FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname IN ${tables} AND pg_relation_size(oid) > 0`,
    );
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["events", "places", "movements", "counts"]),
    );
    expect(found.filter(({ counted }) => counted < 1)).toEqual([]);
  });
});
