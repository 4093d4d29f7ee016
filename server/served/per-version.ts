import type { Collection } from "#model/collection/collection.ts";
import { remembered } from "#model/remember.ts";
import { type Held, heldTo } from "./held-to.ts";
import { type ServedDataset, servedVersion, stateOf } from "./served-dataset.ts";

type Read<Value> = (served: ServedDataset, collection: Collection, held: Held) => Promise<Value>;

/** Reads something of a collection once for each version that is served. What failed is read again when next asked. */
export function perVersion<Value>(
  read: Read<Value>,
): (served: ServedDataset, collection: Collection) => Promise<Value> {
  type Known = {
    readonly state: string;
    readonly values: Map<string, Promise<Value>>;
  };
  const known = new WeakMap<ServedDataset, Known>();
  return async (served, collection) => {
    const version = await servedVersion(served);
    const state = stateOf(version);
    let ofVersion = known.get(served);
    if (ofVersion?.state !== state) {
      ofVersion = { state, values: new Map() };
      known.set(served, ofVersion);
    }
    return remembered(ofVersion.values, collection.id, async () => {
      const { answer } = await heldTo(served, version, {
        ask: (held) => read(served, collection, held),
      });
      return answer;
    });
  };
}
