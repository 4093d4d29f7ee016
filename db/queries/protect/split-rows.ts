// A row that is there still may have to say less in an earlier version than in the newest: a place that is part of no other
// any more, say, of one that is hidden since. It becomes two rows, of which the former can be protected.
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { columnList, writtenColumns } from "../../schema/written-columns.ts";
import { endOf } from "./lifetimes.ts";

export type Newest = { readonly datasetId: string; readonly number: number };

/** True of rows that some version before the newest has all of. */
export function wereTogether(newest: number, ...rows: readonly string[]): SQL {
  const all = (of: (row: string) => SQL) => sql.join(rows.map(of), sql`, `);
  return sql`greatest(${all((row) => sql.raw(`${row}.since`))}) < least(${newest}, ${all(endOf)})`;
}

/** Which rows (`q`) are split: what they are joined with, and what has to be true of both. */
export type Splitting = Readonly<Record<"joined" | "which", SQL>>;

/** Splits those rows of the newest version that were there before it. */
export async function splitRows(
  transaction: Db,
  { datasetId, number }: Newest,
  table: PgTable,
  { joined, which }: Splitting,
): Promise<void> {
  const columns = columnList(writtenColumns(table));
  await transaction.execute(sql`WITH found AS (
      SELECT q.ctid AS at, min(q.since) AS began FROM ${table} q ${joined}
      WHERE q.dataset_id = ${datasetId} AND q.until IS NULL AND q.since < ${number} AND ${which} GROUP BY q.ctid),
    split AS (UPDATE ${table} o SET since = ${number} FROM found WHERE o.ctid = found.at RETURNING o.*, found.began)
    INSERT INTO ${table} (${columns}, since, until) SELECT ${columns}, began, ${number} FROM split`);
}
