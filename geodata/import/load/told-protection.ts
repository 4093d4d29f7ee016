// What a publish takes from the versions before it, to protect people; tried within it.
import type { Db } from "#db/database.ts";
import { protectFormer } from "#db/queries/protect/protect-former.ts";
import type { Turned } from "#db/queries/publish/take-place.ts";
import { findHistory } from "#db/queries/versions.ts";
import { collectionOfRow } from "#db/queries/withdraw/tombstones.ts";

export type ToldProtection = {
  /** Labels of the versions that say less then. */
  readonly versions: readonly string[];
  /** Records of which they tell the position less exactly, or no more, by their ids. */
  readonly positions: readonly string[];
  /** Records that leave them, as `events/of-may`. */
  readonly gone: readonly string[];
};

/** Protects, and tells what that did; the transaction is to be rolled back. */
export async function toldProtection(transaction: Db, turned: Turned): Promise<ToldProtection> {
  const { datasetId, number, withheld } = turned;
  const { gone, raised, touched } = await protectFormer(transaction, turned, withheld);
  const history = await findHistory(transaction, datasetId, number);
  const leaving = gone.flatMap((row) => {
    const collection = collectionOfRow(row);
    return collection === undefined ? [] : [`${collection}/${row.id}`];
  });
  return {
    versions: history.flatMap((one) => (touched.includes(one.number) ? [one.label] : [])),
    positions: inOrder([...raised.places, ...raised.events].map(({ id }) => id)),
    gone: inOrder(leaving),
  };
}

const inOrder = (all: readonly string[]) => [...new Set(all)].sort();
