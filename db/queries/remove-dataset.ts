import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../database.ts";
import { datasets, withdrawals } from "../schema/index.ts";
import { lockImports } from "./publish/take-place.ts";
import { findVersions } from "./versions.ts";

export type Removal = {
  /** The label of the version that was removed; undefined where nothing of the dataset was stored. */
  readonly removed: string | undefined;
  /** Ids of all other datasets, which stay as they are. */
  readonly others: readonly string[];
  /** How much was withdrawn of it before, which it may not bring again either when it is loaded anew. */
  readonly withdrawn: number;
};

/** Removes a dataset and everything that belongs to it but what was withdrawn, in one transaction; `isTrial` leaves it there. */
export async function removeDataset(
  db: Db,
  id: string,
  { isTrial }: { readonly isTrial: boolean },
): Promise<Removal> {
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`SET LOCAL statement_timeout = 0`);
    await lockImports(transaction);
    const stored = await findVersions(transaction);
    const removed = stored.find((one) => one.id === id)?.version.label;
    if (!isTrial) await transaction.delete(datasets).where(eq(datasets.id, id));
    const others = stored.flatMap((one) => (one.id === id ? [] : [one.id]));
    const isAsked = and(eq(withdrawals.datasetId, id), eq(withdrawals.asked, true));
    return { removed, others, withdrawn: await transaction.$count(withdrawals, isAsked) };
  });
}
