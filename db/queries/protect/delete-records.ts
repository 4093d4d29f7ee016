// What is withheld, or withdrawn, is in no version, nor what names it: the rows are deleted.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import {
  actors,
  attestations,
  citations,
  events,
  fieldCitations,
  sources,
} from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import {
  type CutRow,
  cutNaming,
  cutRecords,
  type Extent,
  type GoneRow,
  loseNames,
} from "./cut-rows.ts";
import { type Lifetime, type Touched, tableOf } from "./lifetimes.ts";
import { NAMING_SUPPORTS, NAMINGS } from "./naming.ts";

/** A record by its table and id. */
export type TableRecord = { readonly table: PgTable; readonly id: string };

export type Deleting = { readonly extent: Extent; readonly touched: Touched };

/**
 * Deletes these records, those that name them, and those that name these, each in the versions in which it did; lists
 * lose them. Sources and actors of which nothing else speaks go too. Tells which rows are gone.
 */
export async function deleteRecords(
  transaction: Db,
  datasetId: string,
  records: readonly TableRecord[],
  { extent, touched }: Deleting,
): Promise<readonly GoneRow[]> {
  const gone: GoneRow[] = [];
  const named = { sources: new Set<string>(), actors: new Set<string>() };
  const note = (table: PgTable, rows: readonly CutRow[]): GoneRow[] => {
    touched.note(rows);
    for (const row of rows) {
      for (const id of row.sources) named.sources.add(id);
      for (const id of row.actors) named.actors.add(id);
    }
    const source = getTableName(table);
    const found = rows.flatMap(({ dimension, id, since, until }) =>
      id === null ? [] : [{ id, source, since, until, dimension }],
    );
    gone.push(...found);
    return found;
  };
  let last: GoneRow[] = [];
  for (const [table, ids] of byTable(records)) {
    if (extent === "former" && isSupport(table))
      for (const id of ids) named[supportOf(table)].add(id);
    else last.push(...note(table, await cutRecords(transaction, datasetId, table, ids, extent)));
  }
  while (last.length > 0) {
    const next: GoneRow[] = [];
    for (const naming of NAMINGS)
      if (naming.losing !== undefined)
        touched.note(await loseNames(transaction, datasetId, naming, last));
      else next.push(...note(naming.table, await cutNaming(transaction, datasetId, naming, last)));
    last = next;
  }
  for (const table of [sources, actors])
    note(
      table,
      await deleteUnnamed(transaction, datasetId, table, named[supportOf(table)], extent),
    );
  const supports = gone.filter(({ source }) => source === SOURCES || source === ACTORS);
  if (supports.length === 0) return gone;
  for (const naming of NAMING_SUPPORTS)
    if (naming.losing !== undefined)
      touched.note(await loseNames(transaction, datasetId, naming, supports));
    else note(naming.table, await cutNaming(transaction, datasetId, naming, supports));
  return gone;
}

const SOURCES = getTableName(sources);
const ACTORS = getTableName(actors);
const isSupport = (table: PgTable) => table === sources || table === actors;
const supportOf = (table: PgTable) => (table === sources ? "sources" : "actors");

function byTable(records: readonly TableRecord[]): Map<PgTable, string[]> {
  const found = new Map<PgTable, string[]>();
  for (const { id, table } of records) found.set(table, [...(found.get(table) ?? []), id]);
  return found;
}

/** Where a source or an actor (`r`) is named by what is left, in whatever version. */
const NAMED_IN: Readonly<Record<"sources" | "actors", SQL>> = {
  sources: sql`EXISTS (SELECT FROM ${citations} c WHERE c.dataset_id = r.dataset_id AND c.source_id = r.id)
    OR EXISTS (SELECT FROM ${fieldCitations} c WHERE c.dataset_id = r.dataset_id AND c.source_id = r.id)
    OR EXISTS (SELECT FROM ${attestations} c WHERE c.dataset_id = r.dataset_id AND r.id = ANY(c.source_ids))
    OR EXISTS (SELECT FROM ${events} c WHERE c.dataset_id = r.dataset_id AND r.id = ANY(c.source_ids))`,
  actors: sql`EXISTS (SELECT FROM ${events} c WHERE c.dataset_id = r.dataset_id AND r.id = ANY(c.actor_ids))`,
};

async function deleteUnnamed(
  transaction: Db,
  datasetId: string,
  table: typeof sources | typeof actors,
  ids: ReadonlySet<string>,
  extent: Extent,
): Promise<CutRow[]> {
  if (ids.size === 0) return [];
  const these = tableOf(
    [...ids].map((id) => ({ id })),
    "g(id text)",
  );
  const standing =
    extent === "former"
      ? sql` AND NOT EXISTS (SELECT FROM ${table} n WHERE n.dataset_id = r.dataset_id AND n.id = r.id AND n.until IS NULL)`
      : sql``;
  const rows = await rowsOf<Lifetime & { readonly id: string }>(
    transaction,
    sql`DELETE FROM ${table} r USING ${these}
      WHERE r.dataset_id = ${datasetId} AND r.id = g.id AND NOT (${NAMED_IN[supportOf(table)]})${standing}
      RETURNING r.id, r.since, r.until`,
  );
  return rows.map((row) => ({ ...row, dimension: null, sources: [], actors: [] }));
}
