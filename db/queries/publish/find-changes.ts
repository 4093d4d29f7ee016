// What is different between the newest version and the one before, record by record; asked where both are stored.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  type ChangeCounts,
  changeOf,
  countChanges,
  type RecordChange,
  type RecordState,
} from "#model/change/record-change.ts";
import type { Db } from "../../database.ts";
import {
  actors,
  attestations,
  basemapFeatures,
  contradictions,
  counts,
  deaths,
  events,
  fieldCitations,
  movements,
  phases,
  placePhases,
  places,
  type RecordKind,
  sources,
  storySteps,
} from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { ringsCounterClockwise } from "../ring-order.ts";

export type NamedChange = RecordChange & {
  readonly id: string;
  /** What people call it, in its first language; null where it has no name. */
  readonly name: string | null;
};

export type TableChanges = {
  readonly table: string;
  readonly counts: ChangeCounts;
  readonly records: readonly NamedChange[];
};

type Compared = {
  readonly table: PgTable;
  /** What the row (`r`) is called. */
  readonly name: SQL;
  readonly kind?: RecordKind;
  readonly isPlaced?: true;
};

const first = (column: string) =>
  sql.raw(`(SELECT value FROM jsonb_each_text(r.${column}::jsonb) LIMIT 1)`);
const COMPARED: readonly Compared[] = [
  { table: places, name: first("name"), kind: "place" },
  { table: placePhases, name: sql`NULL::text`, kind: "place-phase", isPlaced: true },
  { table: events, name: first("title"), isPlaced: true },
  { table: movements, name: sql`r.from_id || ' → ' || r.to_id`, kind: "movement" },
  { table: counts, name: sql`r.place_id || ', ' || r.edtf`, kind: "count" },
  { table: deaths, name: sql`r.place_id || ', ' || r.edtf`, kind: "death" },
  { table: attestations, name: sql`r.place_id || ', ' || r.edtf` },
  { table: contradictions, name: sql`NULL::text`, kind: "contradiction" },
  { table: sources, name: sql`r.title` },
  { table: actors, name: first("label") },
  { table: fieldCitations, name: sql`r.record_id || ', ' || r.field` },
  { table: phases, name: first("title"), kind: "phase" },
  { table: storySteps, name: first("title"), kind: "story-step" },
  { table: basemapFeatures, name: first("name"), kind: "basemap", isPlaced: true },
];

/** Columns that are no part of what a record says. */
const UNSAID = sql.raw(
  `ARRAY['dataset_id', 'id', 'since', 'until', 'words', 'name_words', 'geom', 'public_geom', 'attributes', 'possible_span', 'attested_span']`,
);

/** The record as it is published, with what its dataset adds beside its own columns. */
const stateOf = ({ isPlaced, table }: Compared): SQL => {
  const all = sql`to_jsonb(r) - ${UNSAID}`;
  if (!isPlaced) return all;
  const position = sql`jsonb_build_object('geometry', ST_AsGeoJSON(${ringsCounterClockwise(sql`r.public_geom`)})::jsonb,
    'precision_m', public_precision(r.precision_m, r.disclosure))`;
  return table === basemapFeatures
    ? // In which order the features are drawn is said of none of them.
      sql`${all} - 'position' || ${position}`
    : sql`coalesce(CASE WHEN r.disclosure = 'exact' THEN r.attributes END, '{}') || ${all} || ${position}`;
};

type Found = {
  readonly id: string;
  readonly name: string | null;
  readonly is_old: boolean;
  readonly is_new: boolean;
  readonly old: string | RecordState | null;
  readonly new: string | RecordState | null;
};

/** The changes that the version of the number makes, table by table; tables without any are left out. */
export async function findChanges(
  db: Db,
  datasetId: string,
  number: number,
): Promise<readonly TableChanges[]> {
  const found: TableChanges[] = [];
  for (const compared of COMPARED) {
    const rows = await rowsOf<Found>(db, statement(compared, datasetId, number));
    const records = rows.flatMap((row): NamedChange[] => {
      const change = changeOf(
        row.is_old ? parsed(row.old) : undefined,
        row.is_new ? parsed(row.new) : undefined,
      );
      return change ? [{ id: row.id, name: row.name, ...change }] : [];
    });
    if (records.length > 0)
      found.push({ table: getTableName(compared.table), counts: countChanges(records), records });
  }
  return found;
}

const parsed = (state: string | RecordState | null): RecordState =>
  typeof state === "string" ? (JSON.parse(state) as RecordState) : (state ?? {});

/** Records with a row that begins or ends with the version, or with a source that they name from it on or no more. */
function statement(compared: Compared, datasetId: string, number: number): SQL {
  const { kind, name, table } = compared;
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
    SELECT r.id, ${name} AS name, ${stateOf(compared)} || ${cited(of)} AS state FROM ${table} r JOIN touched t ON t.id = r.id
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
