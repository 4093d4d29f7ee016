// What was withdrawn is published no more, whoever brings it.
import { eq, sql } from "drizzle-orm";
import {
  alongsideOf,
  OF_VERSIONS,
  type Withdrawal,
  type WithdrawnName,
} from "#model/dataset/withdrawal.ts";
import type { Db } from "../../database.ts";
import { withdrawals } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { tableOf } from "../protect/lifetimes.ts";
import { STORED_IN } from "../protect/stored-in.ts";
import { isWithdrawalOf } from "../withdrawals.ts";

export type RefusedRecord = Withdrawal & {
  /** What went with it. */
  readonly alongside: readonly WithdrawnName[];
};

/** A version has records that were withdrawn; what was written of it is rolled back. */
export class StillWithdrawn extends Error {
  override readonly name = "StillWithdrawn";
  readonly records: readonly RefusedRecord[];

  constructor(records: readonly RefusedRecord[]) {
    super(
      `withdrawn were ${records.map(({ collection, id }) => `${collection}/${id}`).join(", ")}`,
    );
    this.records = records;
  }
}

/**
 * Throws StillWithdrawn where the newest version has a record that was withdrawn. One that only went with another may come
 * again: it is told to be gone no more.
 */
export async function refuseWithdrawn(transaction: Db, datasetId: string): Promise<void> {
  const all = await transaction
    .select()
    .from(withdrawals)
    .where(eq(withdrawals.datasetId, datasetId));
  const refused: RefusedRecord[] = [];
  for (const from of new Set(all.map(({ collection }) => collection))) {
    if (from === OF_VERSIONS) continue;
    const [table] = STORED_IN[from].tables;
    const own = all.filter(({ collection }) => collection === from);
    const these = tableOf(
      own.map(({ id }) => ({ id })),
      "g(id text)",
    );
    const found = await rowsOf<{ id: string }>(
      transaction,
      sql`SELECT r.id FROM ${table} r JOIN ${these} ON g.id = r.id
        WHERE r.dataset_id = ${datasetId} AND r.until IS NULL ORDER BY r.id`,
    );
    const isThere = new Set(found.map(({ id }) => id));
    for (const { asked, collection, id, number, reason, withdrawnAt } of own) {
      if (!isThere.has(id)) continue;
      if (asked)
        refused.push({
          ...{ collection, id, number, reason, withdrawnAt: withdrawnAt.toISOString() },
          alongside: alongsideOf(number, all),
        });
      else
        await transaction.delete(withdrawals).where(isWithdrawalOf(datasetId, { collection, id }));
    }
  }
  if (refused.length > 0) throw new StillWithdrawn(refused);
}
