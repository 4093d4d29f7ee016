import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { inFirst } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { nextSequence } from "../changes/next-sequence.ts";
import { ANY_HASH } from "../protect/rewrite-versions.ts";

type Again = { readonly label: string; readonly number: number; readonly reason: string };

/** Publishes what the newest version has as a version of its own, which says why; its rows are those that are there. */
export async function publishAgain(
  transaction: Db,
  { datasetId, declared, number: before }: typeof versions.$inferSelect,
  { label, number, reason }: Again,
): Promise<void> {
  await transaction
    .update(versions)
    .set({ until: number })
    .where(and(eq(versions.datasetId, datasetId), eq(versions.number, before)));
  const said: Readonly<Record<string, SQL>> = {
    number: sql`${number}::integer`,
    until: sql`NULL`,
    label: sql`${label}`,
    content_hash: ANY_HASH,
    // No file has what is left.
    source_hash: sql`NULL`,
    published_at: sql`clock_timestamp()`,
    sequence: nextSequence(datasetId),
    tells_changes: sql`TRUE`,
    note: sql`(${JSON.stringify(inFirst(reason, declared.languages))}::text)::json`,
    class: sql`'retraction'`,
  };
  const names = Object.values(getTableColumns(versions)).map(({ name }) => name);
  const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
  await transaction.execute(sql`
    INSERT INTO ${versions} (${list(names.map((name) => sql.identifier(name)).map((name) => sql`${name}`))})
    SELECT ${list(names.map((name) => said[name] ?? sql`v.${sql.identifier(name)}`))}
    FROM ${versions} v WHERE v.dataset_id = ${datasetId} AND v.number = ${before}`);
}
