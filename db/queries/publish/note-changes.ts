// What a publish changed, noted when it happens: afterwards the version before may say less than it said to its readers.
import { and, eq, lte } from "drizzle-orm";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Db } from "../../database.ts";
import { changes, versions } from "../../schema/index.ts";
import { changesBetween } from "../changes/changes-between.ts";
import { findMeta } from "../dataset/meta.ts";
import { readingOf } from "../features/property-casts.ts";

/** Where a publish changes more, who has the version before is quicker to begin anew. */
const MAX_NOTED = 100_000;

type Turned = { readonly datasetId: string; readonly number: number };

/** Notes them; false, and nothing is noted, where they are too many, or where every feature reads otherwise. */
export async function noteChanges(
  transaction: Db,
  { datasetId, number }: Turned,
): Promise<boolean> {
  const [before, after] = [
    await findMeta(transaction, { datasetId, asOf: number - 1 }),
    await findMeta(transaction, { datasetId, asOf: number }),
  ];
  if (!before || !after || shapeOf(before) !== shapeOf(after)) return false;
  let count = 0;
  const between = { datasetId, from: number - 1, to: number };
  const collections = Object.values(collectionsOf(after));
  for await (const part of changesBetween(transaction, collections, between)) {
    count += part.length;
    if (count > MAX_NOTED) return false;
    const rows = part.map((one) => ({ datasetId, number, ...one }));
    if (rows.length > 0) await transaction.insert(changes).values(rows);
  }
  await transaction.update(versions).set({ tellsChanges: true }).where(isOf(datasetId, number));
  return true;
}

/** What features are made of, whatever they are: collections by their names, and their properties. */
const shapeOf = (meta: DatasetMeta): string =>
  JSON.stringify(
    Object.values(collectionsOf(meta)).map(({ id, properties, role }) => [
      ...[role, id],
      readingOf(properties),
    ]),
  );

const isOf = (datasetId: string, number: number) =>
  and(eq(versions.datasetId, datasetId), eq(versions.number, number));

/** Lets whoever has a version before this one begin anew: nothing is known of what changed until then. */
export async function forgetChanges(transaction: Db, { datasetId, number }: Turned): Promise<void> {
  await transaction
    .delete(changes)
    .where(and(eq(changes.datasetId, datasetId), lte(changes.number, number)));
  await transaction
    .update(versions)
    .set({ tellsChanges: false })
    .where(and(eq(versions.datasetId, datasetId), lte(versions.number, number)));
}
