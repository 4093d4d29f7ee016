// From one version to the next: rows that are gone or changed are closed, new ones are added, and the others not touched.
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { RowRefused, refusalOf } from "../../refusal.ts";
import { keyColumns } from "../../schema/record-key.ts";
import { columnList, writtenColumns } from "../../schema/written-columns.ts";
import { rowsOf } from "../../schema-version.ts";
import { LIVING_TABLES } from "./rows.ts";
import { countWaiting, endWaiting, stored, waiting } from "./staging.ts";

type Turn = {
  readonly datasetId: string;
  /** Of the version that comes. */
  readonly number: number;
  /**
   * Which stored rows (`o`) of the table are gone where none of their record waits; `met`: how many have one that waits.
   */
  readonly isGone: (table: PgTable, met: number) => SQL;
};

const DIGEST = "digest";

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

/** True of a row that waits (`n`) and a stored one (`o`) that differ in any column that is written. */
function differs(table: PgTable): SQL {
  const columns = writtenColumns(table).filter((name) => name !== DIGEST);
  return sql`(${columnsOf("n", columns)}) IS DISTINCT FROM (${columnsOf("o", columns)})`;
}

/** Lets what waits take the place of what is stored: then nothing waits any more. */
export async function turnOver(transaction: Db, turn: Turn): Promise<void> {
  await countWaiting(transaction);
  for (const table of Object.values(LIVING_TABLES)) {
    const met = await closeChanged(transaction, table, turn);
    await closeGone(transaction, table, turn, met);
    await add(transaction, table, turn);
  }
  await endWaiting(transaction);
}

/** Closes what changed, and notes the digests of what did not; answers how many rows that are. */
async function closeChanged(
  transaction: Db,
  table: PgTable,
  { datasetId, number }: Turn,
): Promise<number> {
  const update = async (change: SQL, which: SQL) => {
    const [found] = await rowsOf<{ count: number }>(
      transaction,
      sql`WITH met AS (UPDATE ${stored(table)} o SET ${change} FROM ${waiting(table)} n
          WHERE o.dataset_id = ${datasetId} AND o.until IS NULL AND ${isSame(table)} AND ${which} RETURNING 1)
        SELECT count(*)::integer AS count FROM met`,
    );
    return found?.count ?? 0;
  };
  const same = writtenColumns(table).includes(DIGEST)
    ? await update(sql`digest = n.digest`, sql`NOT ${differs(table)}`)
    : 0;
  return same + (await update(sql`until = ${number}`, differs(table)));
}

async function closeGone(
  transaction: Db,
  table: PgTable,
  { datasetId, isGone, number }: Turn,
  met: number,
): Promise<void> {
  await transaction.execute(sql`UPDATE ${stored(table)} o SET until = ${number}
    WHERE o.dataset_id = ${datasetId} AND o.until IS NULL AND ${isGone(table, met)}
      AND NOT EXISTS (SELECT FROM ${waiting(table)} n WHERE ${isSame(table)})`);
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
