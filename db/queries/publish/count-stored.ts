// What the database knows of how many rows it has, and of what is in them, when a version has been written: it plans by
// that, and nothing else counts for the embedded one.
import { getTableName, sql } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { rowsOf } from "../../schema-version.ts";
import { LIVING_TABLES } from "./rows.ts";
import { stored } from "./staging.ts";

/** A table that is larger by more than this part than when it was counted is counted anew: as autovacuum would, later. */
const MAX_GROWN = 0.1;

/**
 * Lets the database count the tables of records that were never counted, or have grown since. Without it a question of two
 * versions compares each row of the one with each of the other: seconds for a hundred rows.
 */
export async function countStored(transaction: Db): Promise<void> {
  const tables = Object.values(LIVING_TABLES);
  const grown = await rowsOf<{ name: string }>(
    transaction,
    sql`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
      AND c.relname IN ${tables.map((table) => getTableName(table))}
      AND pg_relation_size(c.oid) > 0 AND (c.reltuples < 0
        OR pg_relation_size(c.oid) > c.relpages * current_setting('block_size')::bigint * ${1 + MAX_GROWN}::float8)`,
  );
  const names = new Set(grown.map(({ name }) => name));
  for (const table of tables)
    if (names.has(getTableName(table))) await transaction.execute(sql`ANALYZE ${stored(table)}`);
}
