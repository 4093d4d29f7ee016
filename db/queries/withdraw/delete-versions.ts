import { and, eq, getTableName, sql } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { passOnChanges } from "../changes/pass-on-changes.ts";
import { LIVING_TABLES } from "../publish/rows.ts";
import type { StoredVersion } from "./named.ts";

/**
 * Deletes former versions with the rows that no other has; the one before each is followed by the one after it. Tells how
 * many rows of each table are gone.
 */
export async function deleteVersions(
  transaction: Db,
  datasetId: string,
  withdrawn: readonly StoredVersion[],
): Promise<Readonly<Record<string, number>>> {
  if (withdrawn.length === 0) return {};
  const ofDataset = eq(versions.datasetId, datasetId);
  for (const { number } of withdrawn) {
    const [gone] = await transaction
      .delete(versions)
      .where(and(ofDataset, eq(versions.number, number)))
      .returning({ tellsChanges: versions.tellsChanges, until: versions.until });
    await transaction
      .update(versions)
      .set({ until: gone?.until ?? null })
      .where(and(ofDataset, eq(versions.until, number)));
    if (gone?.until)
      await passOnChanges(transaction, datasetId, { ...gone, number, next: gone.until });
  }
  const rows: Record<string, number> = {};
  for (const table of Object.values(LIVING_TABLES)) {
    const [deleted] = await rowsOf<{ count: number }>(
      transaction,
      sql`WITH gone AS (
        DELETE FROM ${table} r WHERE r.dataset_id = ${datasetId} AND r.until IS NOT NULL AND NOT EXISTS (
          SELECT FROM ${versions} v
          WHERE v.dataset_id = r.dataset_id AND r.since <= v.number AND r.until > v.number)
        RETURNING 1) SELECT count(*)::integer AS count FROM gone`,
    );
    if (deleted?.count) rows[getTableName(table)] = deleted.count;
  }
  return rows;
}
