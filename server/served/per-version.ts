import type { Collection } from "#model/collection/collection.ts";
import { remembered } from "#model/remember.ts";
import { type ServedDataset, servedVersion, stateOf } from "./served-dataset.ts";

type Read<Value> = (served: ServedDataset, collection: Collection) => Promise<Value>;

/** Reads something of a collection once for each version that is served. What failed is read again when next asked. */
export function perVersion<Value>(read: Read<Value>): Read<Value> {
  type Known = {
    readonly state: string;
    readonly values: Map<string, Promise<Value>>;
  };
  const known = new WeakMap<ServedDataset, Known>();
  return async (served, collection) => {
    const state = stateOf(await servedVersion(served));
    let ofVersion = known.get(served);
    if (ofVersion?.state !== state) {
      ofVersion = { state, values: new Map() };
      known.set(served, ofVersion);
    }
    return remembered(ofVersion.values, collection.id, () => read(served, collection));
  };
}
