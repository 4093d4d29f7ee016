// Whether a version that others have followed says what the newest says: that of before a change that was undone, say.
import { isDeepStrictEqual } from "node:util";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { findDifferences } from "#db/queries/features/differences.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { perVersion } from "./per-version.ts";
import { type ServedDataset, servedMeta, servedVersion } from "./served-dataset.ts";

/** Whether records of the collection read the same, asked once for each pair of versions. */
const readsSame = perVersion(async (served, collection) => {
  const { db, datasetId } = served;
  const { newest, number } = await servedVersion(served);
  if (newest === undefined || newest.number === number) return true;
  const between = { from: number, to: newest.number, limit: 1 };
  const { differences } = await findDifferences(db, { datasetId, collection, ...between });
  return differences.length === 0;
});

const declaredBy = ({ version: _, ...declared }: DatasetMeta) => declared;

/**
 * The newest version, where the one that is served is a former one and all of its records and what it declares are as the
 * newest has them; undefined otherwise.
 */
export async function newestOfSameState(
  served: ServedDataset,
): Promise<DatasetVersion | undefined> {
  const { newest, number } = await servedVersion(served);
  if (newest === undefined || newest.number === number) return undefined;
  const { db, datasetId } = served;
  const [own, other] = await Promise.all([
    servedMeta(served),
    findMeta(db, { datasetId, asOf: newest.number }),
  ]);
  if (!other || !isDeepStrictEqual(declaredBy(own), declaredBy(other))) return undefined;
  for (const collection of Object.values(collectionsOf(own)))
    if (collection.role !== "sites" && !(await readsSame(served, collection))) return undefined;
  return newest;
}
