import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { changes, versions } from "../../schema/index.ts";

type Gone = {
  readonly number: number;
  readonly tellsChanges: boolean;
  /** The number of the version that followed it. */
  readonly next: number;
};

/** What a version changed that is gone is told with what the one after it did. */
export async function passOnChanges(
  transaction: Db,
  datasetId: string,
  { next, number, tellsChanges }: Gone,
): Promise<void> {
  // Who knew neither is told that it is new; who knew it before it went, that it is another.
  await transaction.execute(sql`UPDATE ${changes} n
    SET kinds = CASE WHEN o.kinds[1] = 'added' THEN o.kinds WHEN o.kinds[1] = 'removed' THEN ARRAY['other'] ELSE n.kinds END
    FROM ${changes} o
    WHERE n.dataset_id = ${datasetId} AND n.number = ${next} AND n.kinds[1] IS DISTINCT FROM 'removed'
      AND o.dataset_id = n.dataset_id AND o.number = ${number} AND o.role = n.role AND o.id = n.id`);
  await transaction.execute(sql`UPDATE ${changes} o SET number = ${next}
    WHERE o.dataset_id = ${datasetId} AND o.number = ${number} AND NOT EXISTS (SELECT FROM ${changes} n
      WHERE n.dataset_id = o.dataset_id AND n.number = ${next} AND n.role = o.role AND n.id = o.id)`);
  const ofDataset = eq(changes.datasetId, datasetId);
  await transaction.delete(changes).where(and(ofDataset, eq(changes.number, number)));
  if (tellsChanges) return;
  await transaction
    .update(versions)
    .set({ tellsChanges: false })
    .where(and(eq(versions.datasetId, datasetId), eq(versions.number, next)));
}
