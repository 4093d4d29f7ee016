// Rows that name what is gone begin when that has ended, or are deleted where they end before.
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { rowsOf } from "../../schema-version.ts";
import { areTogether, endOf, type Lifetime, tableOf } from "./lifetimes.ts";
import type { Naming } from "./naming.ts";

/** A row that is gone, and in which versions it was there. */
export type GoneRow = Lifetime & {
  readonly id: string;
  /** The name of its table. */
  readonly source: string;
  /** Of its geometry; null where its table has none. */
  readonly dimension: number | null;
};

/** Which rows of records go: those of former versions, what the newest has stays; or those of all. */
export type Extent = "former" | "all";

/** A row that was cut: what it was called, what it rested on, and which versions have it no more. */
export type CutRow = Lifetime & {
  readonly id: string | null;
  readonly dimension: number | null;
  readonly sources: readonly string[];
  readonly actors: readonly string[];
};

const GONE = "g(id text, source text, since integer, until integer)";

/** The rows as a table `g`. */
const goneTable = (gone: readonly GoneRow[]): SQL =>
  tableOf(
    gone.map(({ id, since, source, until }) => ({ id, source, since, until })),
    GONE,
  );

/** Columns that name what a row rests on, as one list. */
function listed(table: PgTable, ...names: readonly string[]): SQL {
  const columns = Object.values(getTableColumns(table)).filter(({ name }) => names.includes(name));
  const lists = columns.map(({ dataType, name }) =>
    sql.raw(dataType.startsWith("array") ? `r."${name}"` : `ARRAY[r."${name}"]`),
  );
  return sql.join([sql`ARRAY[]::text[]`, ...lists], sql` || `);
}

/** Deletes, or cuts, the rows (`r`) that are joined with what is gone (`g`); `ends`: the first version that may have one. */
async function cut(
  transaction: Db,
  table: PgTable,
  { ends, joined }: Readonly<Record<"ends" | "joined", SQL>>,
): Promise<CutRow[]> {
  const { geom, id: hasId } = getTableColumns(table) as Readonly<
    Record<string, PgColumn | undefined>
  >;
  type Found = CutRow & { readonly at: string; readonly ends: number; readonly end: number };
  const found = await rowsOf<Found>(
    transaction,
    sql`SELECT r.ctid::text AS at, ${hasId ? sql`r.id` : sql`NULL AS id`}, r.since, r.until,
        ${geom ? sql`ST_Dimension(r.geom)` : sql`NULL`} AS dimension, to_json(${listed(table, "source_ids", "source_id")}) AS sources,
        to_json(${listed(table, "actor_ids")}) AS actors, e.ends, ${endOf("r")} AS "end"
      FROM ${table} r JOIN (SELECT r.ctid AS at, max(${ends}) AS ends FROM ${table} r ${joined} GROUP BY r.ctid) e
        ON e.at = r.ctid`,
  );
  if (found.length === 0) return [];
  const rows = found.map(({ at, ends: last }) => ({ at, ends: last }));
  const these = tableOf(rows, "f(at text, ends integer)");
  await transaction.execute(
    sql`DELETE FROM ${table} r USING ${these} WHERE r.ctid = f.at::tid AND f.ends >= ${endOf("r")}`,
  );
  await transaction.execute(
    sql`UPDATE ${table} r SET since = f.ends FROM ${these} WHERE r.ctid = f.at::tid`,
  );
  return found.map(({ actors, dimension, end, ends: last, id, since, sources, until }) => ({
    id,
    dimension,
    since,
    until: last < end ? last : until,
    sources: asList(sources),
    actors: asList(actors),
  }));
}

const asList = (list: readonly string[] | string): readonly string[] =>
  typeof list === "string" ? (JSON.parse(list) as string[]) : list;

/** Deletes the rows of records of a table. */
export function cutRecords(
  transaction: Db,
  datasetId: string,
  table: PgTable,
  ids: readonly string[],
  extent: Extent,
): Promise<CutRow[]> {
  const these = tableOf(
    ids.map((id) => ({ id })),
    "g(id text)",
  );
  return cut(transaction, table, {
    ends: endOf("r"),
    joined: sql`JOIN ${these} ON g.id = r.id
      WHERE r.dataset_id = ${datasetId}${extent === "former" ? sql` AND r.until IS NOT NULL` : sql``}`,
  });
}

/** Cuts the rows that name what is gone, as long as they named it. */
export function cutNaming(
  transaction: Db,
  datasetId: string,
  { names, table }: Naming,
  gone: readonly GoneRow[],
): Promise<CutRow[]> {
  return cut(transaction, table, {
    ends: endOf("g"),
    joined: sql`JOIN ${goneTable(gone)} ON ${names} AND ${areTogether("r", "g")}
      WHERE r.dataset_id = ${datasetId}`,
  });
}

/** Takes what is gone out of lists; of rows that are there still only what is gone for good. */
export async function loseNames(
  transaction: Db,
  datasetId: string,
  { losing: { column, of } = { column: "", of: [] }, table }: Naming,
  gone: readonly GoneRow[],
): Promise<Lifetime[]> {
  const named = gone.filter(({ source }) => of.includes(source));
  if (named.length === 0) return [];
  const list = sql.raw(`r."${column}"`);
  const isGone = (id: SQL) => sql`EXISTS (SELECT FROM ${goneTable(named)}
    WHERE g.id = ${id} AND ${areTogether("r", "g")} AND (r.until IS NOT NULL OR g.until IS NULL))`;
  const lost = await rowsOf<Lifetime>(
    transaction,
    sql`UPDATE ${sql.identifier(getTableName(table))} r SET ${sql.identifier(column)} = ARRAY(
        SELECT u.id FROM unnest(${list}) WITH ORDINALITY AS u(id, nth) WHERE NOT ${isGone(sql`u.id`)} ORDER BY u.nth)
      WHERE r.dataset_id = ${datasetId} AND EXISTS (SELECT FROM unnest(${list}) AS u(id) WHERE ${isGone(sql`u.id`)})
      RETURNING r.since, r.until`,
  );
  return lost;
}
