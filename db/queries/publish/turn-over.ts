// From one version to the next: rows that are gone or changed are closed, new ones are added, and the others not touched.
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { RowRefused, refusalOf } from "../../refusal.ts";
import { keyColumns } from "../../schema/record-key.ts";
import { rowsOf } from "../../schema-version.ts";
import { LIVING_TABLES } from "./rows.ts";
import { columnList, stored, waiting, writtenColumns } from "./staging.ts";

type Turn = {
  readonly datasetId: string /** Of the version that comes. */;
  readonly number: number;
};

const columnsOf = (alias: string, names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`),
    sql`, `,
  );

/** True of two rows that are of one record. */
const isSame = (table: PgTable): SQL =>
  sql.join(
    keyColumns(table).map((name) => sql`n.${sql.identifier(name)} = o.${sql.identifier(name)}`),
    sql` AND `,
  );

/** Closes what is gone or changed in any column that is written, and adds what is new. */
export async function turnOver(transaction: Db, turn: Turn): Promise<void> {
  for (const table of Object.values(LIVING_TABLES)) {
    await close(transaction, table, turn);
    await add(transaction, table, turn);
  }
}

async function close(transaction: Db, table: PgTable, { datasetId, number }: Turn): Promise<void> {
  const columns = writtenColumns(table);
  await transaction.execute(sql`UPDATE ${stored(table)} o SET until = ${number}
    WHERE o.dataset_id = ${datasetId} AND o.until IS NULL AND NOT EXISTS (
      SELECT FROM ${waiting(table)} n WHERE ${isSame(table)}
        AND (${columnsOf("n", columns)}) IS NOT DISTINCT FROM (${columnsOf("o", columns)}))`);
}

async function add(transaction: Db, table: PgTable, turn: Turn): Promise<void> {
  const { datasetId, number } = turn;
  const columns = writtenColumns(table);
  const names = columnList(columns);
  const insert = (which: SQL) => sql`INSERT INTO ${stored(table)} (${names}, since)
    SELECT ${columnsOf("n", columns)}, ${number} FROM ${waiting(table)} n
    WHERE NOT EXISTS (SELECT FROM ${stored(table)} o
      WHERE o.dataset_id = ${datasetId} AND o.until IS NULL AND ${isSame(table)})${which}`;
  try {
    await transaction.transaction((own) => own.execute(insert(sql``)));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw new RowRefused(refusal, { row: await firstRefused(transaction, table, insert) }, error);
  }
}

/** The first row, in the order in which they came, that is refused when it is added by itself. */
async function firstRefused(
  transaction: Db,
  table: PgTable,
  insert: (which: SQL) => SQL,
): Promise<Record<string, unknown> | undefined> {
  const rows = await rowsOf<{ place: string; row: string | Record<string, unknown> }>(
    transaction,
    sql`SELECT n.ctid::text AS place, to_jsonb(n) AS row FROM ${waiting(table)} n ORDER BY n.ctid LIMIT ${MAX_TRIED}`,
  );
  for (const { place, row } of rows)
    try {
      await transaction.transaction(async (own) => {
        await own.execute(insert(sql` AND n.ctid = ${place}::tid`));
      });
    } catch (error) {
      if (!refusalOf(error)) throw error;
      return typeof row === "string" ? JSON.parse(row) : row;
    }
  return undefined;
}

/** Of more rows the refusal is told without one. */
const MAX_TRIED = 2000;
