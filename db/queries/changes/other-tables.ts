// What is different between a version and the one before in tables whose records are no features of a collection.

import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { changeOf, countChanges, type RecordState } from "#model/change/record-change.ts";
import type { CollectionDiff, RecordDiff } from "#model/change/version-diff.ts";
import type { WITHOUT_COLLECTION } from "#model/dataset/withdrawal.ts";
import type { RecordKind } from "#model/evidence/sources-of.ts";
import type { Db } from "../../database.ts";
import { actors, contradictions, deaths, storySteps } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";

type Compared = {
  readonly table: PgTable;
  readonly title: string;
  /** What the row (`r`) is called. */
  readonly name: SQL;
  /** Of those that name sources. */
  readonly kind?: RecordKind;
};

const first = (column: string) =>
  sql.raw(`(SELECT value FROM jsonb_each_text(r.${column}::jsonb) LIMIT 1)`);

const COMPARED: Readonly<Record<(typeof WITHOUT_COLLECTION)[number], Compared>> = {
  actors: { table: actors, title: "Actors", name: first("label") },
  deaths: {
    ...{ table: deaths, title: "Deaths", kind: "death" },
    name: sql`r.place_id || ', ' || r.edtf`,
  },
  contradictions: {
    ...{ table: contradictions, title: "Contradictions", kind: "contradiction" },
    name: sql`NULL::text`,
  },
  story: {
    table: storySteps,
    title: "Steps of the story",
    name: first("title"),
    kind: "story-step",
  },
};

/** Columns that are no part of what a record says. */
const UNSAID = sql.raw(`ARRAY['dataset_id', 'id', 'since', 'until']`);

type Found = {
  readonly id: string;
  readonly name: string | null;
  readonly is_old: boolean;
  readonly is_new: boolean;
  readonly old: string | RecordState | null;
  readonly new: string | RecordState | null;
};

/** The changes that the version of the number makes, table by table; tables without any are left out. */
export async function changesInOtherTables(
  db: Db,
  datasetId: string,
  number: number,
): Promise<readonly CollectionDiff[]> {
  const found: CollectionDiff[] = [];
  for (const [collection, compared] of Object.entries(COMPARED)) {
    const rows = await rowsOf<Found>(db, statement(compared, datasetId, number));
    const records = rows.flatMap((row): RecordDiff[] => {
      const change = changeOf(
        row.is_old ? parsed(row.old) : undefined,
        row.is_new ? parsed(row.new) : undefined,
      );
      const { id, name } = row;
      return change
        ? [{ id, name: name ?? id, changes: change.kinds, fields: change.fields, geometry: null }]
        : [];
    });
    if (records.length === 0) continue;
    const counts = countChanges(records.map(({ changes }) => ({ kinds: changes })));
    found.push({ collection, title: compared.title, counts, complete: true, records });
  }
  return found;
}

const parsed = (state: string | RecordState | null): RecordState =>
  typeof state === "string" ? (JSON.parse(state) as RecordState) : (state ?? {});

/** Records with a row that begins or ends with the version, or with a source that they name from it on or no more. */
function statement({ kind, name, table }: Compared, datasetId: string, number: number): SQL {
  const cited = (of: SQL) =>
    kind === undefined
      ? sql`'{}'::jsonb`
      : sql`jsonb_build_object('source_ids', (SELECT coalesce(jsonb_agg(c.source_id ORDER BY c.position), '[]')
          FROM citations c WHERE c.dataset_id = r.dataset_id AND c.record_kind = '${sql.raw(kind)}' AND c.record_id = r.id
            AND c.since <= ${of} AND (c.until IS NULL OR c.until > ${of})))`;
  const citing =
    kind === undefined
      ? sql``
      : sql` UNION SELECT record_id FROM citations WHERE dataset_id = ${datasetId} AND record_kind = '${sql.raw(kind)}'
          AND (since = ${number} OR until = ${number})`;
  const in_ = (of: SQL) => sql`
    SELECT r.id, ${name} AS name, to_jsonb(r) - ${UNSAID} || ${cited(of)} AS state FROM ${table} r JOIN touched t ON t.id = r.id
    WHERE r.dataset_id = ${datasetId} AND r.since <= ${of} AND (r.until IS NULL OR r.until > ${of})`;
  const [before, after] = [sql.raw(String(number - 1)), sql.raw(String(number))];
  return sql`
    WITH touched AS (
      SELECT DISTINCT id FROM ${table} WHERE dataset_id = ${datasetId} AND (since = ${number} OR until = ${number})${citing}
    ), o AS (${in_(before)}), n AS (${in_(after)})
    SELECT coalesce(n.id, o.id) AS id, coalesce(n.name, o.name) AS name, o.id IS NOT NULL AS is_old, n.id IS NOT NULL AS is_new,
      CASE WHEN n.id IS NOT NULL THEN o.state END AS old, CASE WHEN o.id IS NOT NULL THEN n.state END AS new
    FROM o FULL JOIN n ON n.id = o.id ORDER BY coalesce(n.id, o.id) COLLATE "C"`;
}
