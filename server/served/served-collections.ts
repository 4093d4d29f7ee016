// The collections that are offered: those that have any feature. One without is answered at its address, empty, so that
// whoever asks for it by name goes on being answered from one version to the next.
import { hasFeatures } from "#db/queries/features/held.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { perVersion } from "./per-version.ts";
import type { ServedDataset } from "./served-dataset.ts";

const isHeld = perVersion(({ db, datasetId }, collection, { asOf }) =>
  hasFeatures(db, { asOf, collection, datasetId }),
);

/** In the order of the API, read once a version. */
export async function offeredCollections(
  served: ServedDataset,
  meta: DatasetMeta,
): Promise<readonly Collection[]> {
  const all = Object.values(collectionsOf(meta));
  const held = await Promise.all(all.map((collection) => isHeld(served, collection)));
  return all.filter((_, index) => held[index]);
}
