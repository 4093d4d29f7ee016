// Which collections of a dataset have any feature.
import { sql } from "drizzle-orm";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { Db } from "../../database.ts";
import { belongsTo, type FeatureQuestion, sourceOf } from "./feature-question.ts";

type Asked = Pick<FeatureQuestion, "asOf" | "collection" | "datasetId">;

/** Whether the collection has a feature that is published, whatever its dates. */
export async function hasFeatures(db: Db, asked: Asked): Promise<boolean> {
  const found = await db
    .select({ one: sql`1` })
    .from(sourceOf(asked))
    .where(belongsTo(asked, asked.datasetId))
    .limit(1);
  return found.length > 0;
}

/** The roles of those that have any, in the order of the API. */
export async function findHeld(
  db: Db,
  meta: DatasetMeta,
  asOf: FeatureQuestion["asOf"],
): Promise<CollectionRole[]> {
  const held: CollectionRole[] = [];
  for (const collection of Object.values(collectionsOf(meta)))
    if (await hasFeatures(db, { asOf, collection, datasetId: meta.id })) held.push(collection.role);
  return held;
}
