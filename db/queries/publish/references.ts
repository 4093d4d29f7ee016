// Rows that name a place have one: in every version, which the keys of tables with rows of many versions cannot say.
import { getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { RowRefused } from "../../refusal.ts";
import {
  attestations,
  counts,
  deaths,
  events,
  movements,
  placePhases,
  places,
} from "../../schema/index.ts";
import { beganAfter } from "../../schema/lives.ts";
import { rowsOf } from "../../schema-version.ts";

const REFERENCES: readonly (readonly [PgTable, PgColumn])[] = [
  [placePhases, placePhases.placeId],
  [events, events.placeId],
  [movements, movements.fromId],
  [movements, movements.toId],
  [counts, counts.placeId],
  [deaths, deaths.placeId],
  [attestations, attestations.placeId],
];

/** PostgreSQL's own code of a reference to nothing. */
const REFERENCE_MISSING = "23503";

/**
 * Throws RowRefused with a row of the newest version that names a place that is not there: one that came with it, or one
 * whose place went with it.
 */
export async function checkReferences(
  transaction: Db,
  { datasetId, number }: { readonly datasetId: string; readonly number: number },
): Promise<void> {
  for (const [table, { name }] of REFERENCES) {
    const column = sql`r.${sql.identifier(name)}`;
    const isMissing = sql`r.dataset_id = ${datasetId} AND r.until IS NULL AND ${column} IS NOT NULL AND NOT EXISTS (
      SELECT FROM ${places} p WHERE p.dataset_id = r.dataset_id AND p.id = ${column} AND p.until IS NULL)`;
    const [missing] = await rowsOf<{ row: string | Record<string, unknown> }>(
      transaction,
      sql`(SELECT to_jsonb(r) AS row FROM ${table} r WHERE ${isMissing} AND ${beganAfter("r", number - 1)} LIMIT 1)
        UNION ALL (SELECT to_jsonb(r) AS row FROM ${places} g JOIN ${table} r ON r.dataset_id = g.dataset_id AND ${column} = g.id
          WHERE g.dataset_id = ${datasetId} AND g.until = ${number} AND ${isMissing} LIMIT 1)
        LIMIT 1`,
    );
    if (!missing) continue;
    const row = typeof missing.row === "string" ? JSON.parse(missing.row) : missing.row;
    const message = `there is no place ${String(row[name])}`;
    throw new RowRefused(
      {
        code: REFERENCE_MISSING,
        message,
        table: getTableName(table),
        key: { [name]: String(row[name]) },
        rule: undefined,
        column: undefined,
        line: undefined,
        cell: undefined,
      },
      { row },
      Object.assign(new Error(message), { code: REFERENCE_MISSING }),
    );
  }
}
