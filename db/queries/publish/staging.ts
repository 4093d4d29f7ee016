// Where rows of the next version wait beside those of the one before, all of a table or those that may differ: temporary
// tables of the transaction, which have the names, columns and rules of the real ones. As long as they are there a name
// alone means the one that waits; `stored` names the other.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { LIVING_TABLES } from "./rows.ts";

/** The table in which rows stay, whatever waits. */
export const stored = (table: PgTable): SQL => sql`public.${sql.identifier(getTableName(table))}`;
/** The table in which rows wait. */
export const waiting = (table: PgTable): SQL => sql`pg_temp.${sql.identifier(getTableName(table))}`;

/** Makes the tables in which rows wait: from now on whatever names a table writes into it and reads from it. */
export async function beginWaiting(transaction: Db): Promise<void> {
  for (const table of Object.values(LIVING_TABLES))
    await transaction.execute(
      sql`CREATE TEMPORARY TABLE ${sql.identifier(getTableName(table))}
        (LIKE ${stored(table)} INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED) ON COMMIT DROP`,
    );
}

/** Lets the database count what waits, so that it compares as many rows as there are. */
export async function countWaiting(transaction: Db): Promise<void> {
  for (const table of Object.values(LIVING_TABLES))
    await transaction.execute(sql`ANALYZE ${waiting(table)}`);
}

/** Takes the tables away: names mean what they did. */
export async function endWaiting(transaction: Db): Promise<void> {
  for (const table of Object.values(LIVING_TABLES))
    await transaction.execute(sql`DROP TABLE ${waiting(table)}`);
}
