// What a withdrawal changes, which leaves no state of before to compare with: what was there is noted first, by digests.
import { and, type SQL, sql } from "drizzle-orm";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { Db } from "../../database.ts";
import { changes } from "../../schema/index.ts";
import { findMeta } from "../dataset/meta.ts";
import { featureJson } from "../features/feature-json.ts";
import { belongsTo, sourceOf, viewOf } from "../features/feature-question.ts";

type Turned = { readonly datasetId: string; readonly number: number };

/** How the newest version has each feature of a collection, as a digest of what is told of it. */
const stateOf = (db: Db, collection: Collection, datasetId: string) =>
  db
    .select({
      id: viewOf({ collection }).id,
      digest: sql<string>`md5(${featureJson({ collection })})`.as("digest"),
    })
    .from(sourceOf({ collection }))
    .where(and(belongsTo({ collection }, datasetId)))
    .as("state");

async function collectionsIn(db: Db, datasetId: string): Promise<readonly Collection[]> {
  const meta = await findMeta(db, { datasetId });
  if (!meta) throw new Error(`${datasetId} is not stored`);
  return Object.values(collectionsOf(meta));
}

/** Notes how the newest version has its features, until the transaction ends or `noteWithdrawn` is called. */
export async function beginComparing(transaction: Db, datasetId: string): Promise<void> {
  await transaction.execute(
    sql`CREATE TEMPORARY TABLE features_before (role text, id text COLLATE "C", digest text) ON COMMIT DROP`,
  );
  for (const collection of await collectionsIn(transaction, datasetId)) {
    const state = stateOf(transaction, collection, datasetId);
    await transaction.execute(
      sql`INSERT INTO features_before SELECT ${collection.role}::text, state.id, state.digest FROM ${state}`,
    );
  }
}

/** Notes what of it is another now, or gone, as changes of the version of the number. */
export async function noteWithdrawn(transaction: Db, { datasetId, number }: Turned): Promise<void> {
  for (const collection of await collectionsIn(transaction, datasetId)) {
    const state: SQL = sql`${stateOf(transaction, collection, datasetId)}`;
    await transaction.execute(sql`INSERT INTO ${changes} (dataset_id, number, role, id, kinds)
      SELECT ${datasetId}::text, ${number}::integer, ${collection.role}::text, coalesce(o.id, state.id),
        ARRAY[CASE WHEN o.id IS NULL THEN 'added' WHEN state.id IS NULL THEN 'removed' ELSE 'other' END]
      FROM (SELECT id, digest FROM features_before WHERE role = ${collection.role}) o FULL JOIN ${state} ON state.id = o.id
      WHERE o.digest IS DISTINCT FROM state.digest`);
  }
  await transaction.execute(sql`DROP TABLE features_before`);
}
