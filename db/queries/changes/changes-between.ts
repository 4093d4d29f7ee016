// How features changed from one version to another, in parts.
import type { ChangeKind } from "#model/change/change-kind.ts";
import { changeOfFeature } from "#model/change/feature-change.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { Db } from "../../database.ts";
import { type Difference, findDifferences } from "../features/differences.ts";

/** So many features are compared at once, each a few kB of JSON. */
const AT_ONCE = 5000;

type Between = { readonly datasetId: string; readonly from: number; readonly to: number };

export type SomeDifferences = {
  readonly collection: Collection;
  readonly differences: readonly Difference[];
};

/** The features that do not read the same, collection by collection. */
export async function* differencesBetween(
  db: Db,
  collections: readonly Collection[],
  between: Between,
): AsyncGenerator<SomeDifferences> {
  for (const collection of collections) {
    let last: string | undefined;
    do {
      const question = { ...between, collection, after: last, limit: AT_ONCE };
      const { differences, isWhole } = await findDifferences(db, question);
      yield { collection, differences };
      last = isWhole ? undefined : differences.at(-1)?.id;
    } while (last !== undefined);
  }
}

export type ChangedOne = {
  readonly role: CollectionRole;
  readonly id: string;
  /** None where it reads otherwise since another record does: to whoever has a copy that is a change too. */
  readonly kinds: readonly ChangeKind[];
};

/** The same by the kinds by which it is told. */
export async function* changesBetween(
  db: Db,
  collections: readonly Collection[],
  between: Between,
): AsyncGenerator<readonly ChangedOne[]> {
  for await (const { collection, differences } of differencesBetween(db, collections, between))
    yield differences.map(({ after, before, id }) => ({
      role: collection.role,
      id,
      kinds: changeOfFeature(before, after)?.kinds ?? [],
    }));
}
