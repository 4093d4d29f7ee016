// Where the names of what is withdrawn stand in the words of what is left: nobody but the publisher can change those.
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import type { TableRecord } from "../protect/delete-records.ts";
import { tableOf } from "../protect/lifetimes.ts";
import { LIVING_TABLES } from "../publish/rows.ts";

/** Columns that say what a record is called. */
const NAMING = ["name", "other_names", "title", "label"];
/** Shorter ones stand in other words. */
const SHORTEST = 4;

/** What the records are called, in whatever language and version. */
export async function namesOf(
  transaction: Db,
  datasetId: string,
  records: readonly TableRecord[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const add = (value: unknown) => {
    if (typeof value === "string" && value.length >= SHORTEST) found.add(value.toLowerCase());
    else if (typeof value === "object") Object.values(value ?? {}).forEach(add);
  };
  for (const { id, table } of records) {
    const names = Object.values(getTableColumns(table)).flatMap(({ name }) =>
      NAMING.includes(name) ? [name] : [],
    );
    if (names.length === 0) continue;
    const columns = sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    );
    const rows = await rowsOf<object>(
      transaction,
      sql`SELECT ${columns} FROM ${table} WHERE dataset_id = ${datasetId} AND id = ${id}`,
    );
    for (const row of rows) add(row);
  }
  return found;
}

/** Records, and versions by their labels, in whose words one of the names stands, by table. */
export async function findMentions(
  transaction: Db,
  datasetId: string,
  names: ReadonlySet<string>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  if (names.size === 0) return found;
  const these = tableOf(
    [...names].map((name) => ({ name, json: JSON.stringify(name).slice(1, -1) })),
    "n(name text, json text)",
  );
  for (const table of [...Object.values(LIVING_TABLES), versions]) {
    const columns = getTableColumns(table);
    // A name may stand in the digits of a digest.
    const said = "digest" in columns ? sql`to_jsonb(r) - 'digest'` : sql`to_jsonb(r)`;
    const id = "id" in columns ? sql`r.id` : "label" in columns ? sql`r.label` : undefined;
    if (!id) continue;
    const rows = await rowsOf<{ id: string }>(
      transaction,
      sql`SELECT DISTINCT ${id} AS id FROM ${table} r JOIN ${these} ON strpos(lower((${said})::text), n.json) > 0
        WHERE r.dataset_id = ${datasetId} AND EXISTS (
          SELECT FROM jsonb_path_query(${said}, 'strict $.**') v
          WHERE jsonb_typeof(v) = 'string' AND strpos(lower(v #>> '{}'), n.name) > 0)
        ORDER BY 1`,
    );
    if (rows.length > 0) found[getTableName(table)] = rows.map((row) => row.id);
  }
  return found;
}
