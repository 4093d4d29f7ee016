// Inserting rows so that the one that the database refuses is known.
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Day } from "#model/time/day.ts";
import type { Db } from "./database.ts";
import { type Refusal, RowRefused, refusalOf } from "./refusal.ts";
import { textOfDay } from "./schema/day.ts";

type Rows = readonly Record<string, unknown>[];

/** The database's code for a reference to a row that is not there, which is looked for when all rows are. */
const REFERENCE_MISSING = "23503";

/** Inserts the rows in the transaction. Throws RowRefused with the row that the database does not take. */
export async function takeRows(transaction: Db, table: PgTable, rows: Rows): Promise<void> {
  try {
    await transaction.transaction((own) => insert(own, table, rows));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const row =
      refusal.code === REFERENCE_MISSING
        ? rowWithKey(table, rows, refusal)
        : await firstRefused(transaction, table, rows, refusal);
    const known = { ...refusal, table: refusal.table ?? getTableName(table) };
    throw new RowRefused(known, { row: row && byColumn(table, row) }, error);
  }
}

const insert = (db: Db, table: PgTable, rows: Rows) =>
  // The rows of a table are of that table's type; the union of all of them is more than values() can check.
  db.insert(table).values(rows as Record<string, unknown>[]);

/** The last row of the fewest that are refused in the same way, by halving; nothing of the attempts stays. */
async function firstRefused(transaction: Db, table: PgTable, rows: Rows, refusal: Refusal) {
  let [taken, refused] = [0, rows.length];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    const again = await refusalOfAttempt(transaction, table, rows.slice(0, middle));
    if (again?.code === refusal.code && again.rule === refusal.rule) refused = middle;
    else taken = middle;
  }
  return rows[refused - 1];
}

class Undone extends Error {}

async function refusalOfAttempt(transaction: Db, table: PgTable, rows: Rows) {
  try {
    await transaction.transaction(async (own) => {
      await insert(own, table, rows);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return undefined;
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal;
  }
  return undefined;
}

function rowWithKey(table: PgTable, rows: Rows, { key = {} }: Refusal) {
  const wanted = Object.entries(key);
  return wanted.length === 0
    ? undefined
    : rows.find((row) => {
        const values = byColumn(table, row);
        return wanted.every(([name, value]) => String(values[name]) === value);
      });
}

/** The row by the names that its columns have in the database, days as it writes them. */
function byColumn(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(
    columns.map(([key, column]) => {
      const value = row[key];
      const isDay = column.getSQLType() === "date" && typeof value === "number";
      return [column.name, isDay ? textOfDay(value as Day) : value];
    }),
  );
}
