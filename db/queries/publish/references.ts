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

/** Throws RowRefused with a row of the newest version that names a place that is not there. */
export async function checkReferences(transaction: Db, datasetId: string): Promise<void> {
  for (const [table, { name }] of REFERENCES) {
    const column = sql.identifier(name);
    const place = sql.identifier(getTableName(places));
    const [missing] = await rowsOf<{ row: string | Record<string, unknown> }>(
      transaction,
      sql`SELECT to_jsonb(r) AS row FROM ${sql.identifier(getTableName(table))} r
        WHERE r.dataset_id = ${datasetId} AND r.until IS NULL AND r.${column} IS NOT NULL AND NOT EXISTS (
          SELECT FROM ${place} p WHERE p.dataset_id = r.dataset_id AND p.id = r.${column} AND p.until IS NULL)
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
