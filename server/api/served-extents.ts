import { type Extent, findExtent } from "#db/queries/extents.ts";
import type { Collection, CollectionId } from "#model/collection.ts";
import { type ServedDataset, servedVersion } from "./served-dataset.ts";

type Known = { readonly contentHash: string; readonly extents: Map<CollectionId, Promise<Extent>> };
const known = new WeakMap<ServedDataset, Known>();

/** What a collection of the served version covers, read once a version. */
export async function servedExtent(served: ServedDataset, collection: Collection): Promise<Extent> {
  const { contentHash } = await servedVersion(served);
  let ofVersion = known.get(served);
  if (ofVersion?.contentHash !== contentHash) {
    ofVersion = { contentHash, extents: new Map() };
    known.set(served, ofVersion);
  }
  const { extents } = ofVersion;
  const before = extents.get(collection.id);
  if (before) return before;
  const found = findExtent(served.db, served.datasetId, collection);
  extents.set(collection.id, found);
  // What failed is asked for again.
  found.catch(() => extents.delete(collection.id));
  return found;
}
