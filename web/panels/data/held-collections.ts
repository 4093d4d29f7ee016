// The collections of a dataset that hold anything: what is empty is offered to nobody.
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { Dataset } from "#model/dataset/dataset.ts";

/** In the order of the API. */
export const heldCollections = ({ holds, meta }: Dataset): readonly Collection[] =>
  Object.values(collectionsOf(meta)).filter(({ role }) => holds.includes(role));
