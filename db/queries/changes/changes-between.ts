// How features changed from one version to another, in parts: of the kinds by which it is told.
import type { ChangeKind } from "#model/change/change-kind.ts";
import { changeOfFeature } from "#model/change/feature-change.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { Db } from "../../database.ts";
import { findDifferences } from "../features/differences.ts";

/** So many features are compared at once, each a few kB of JSON. */
const AT_ONCE = 5000;

type Between = { readonly datasetId: string; readonly from: number; readonly to: number };

export type ChangedOne = {
  readonly role: CollectionRole;
  readonly id: string;
  /** None where it reads otherwise since another record does: to whoever has a copy that is a change too. */
  readonly kinds: readonly ChangeKind[];
};

export async function* changesBetween(
  db: Db,
  collections: readonly Collection[],
  between: Between,
): AsyncGenerator<readonly ChangedOne[]> {
  for (const collection of collections) {
    let last: string | undefined;
    do {
      const question = { ...between, collection, after: last, limit: AT_ONCE };
      const { differences, isWhole } = await findDifferences(db, question);
      yield differences.map(({ after, before, id }) => ({
        role: collection.role,
        id,
        kinds: changeOfFeature(before, after)?.kinds ?? [],
      }));
      last = isWhole ? undefined : differences.at(-1)?.id;
    } while (last !== undefined);
  }
}
