// What was withdrawn from a dataset, as readers may know it.
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { OF_VERSIONS, type Withdrawal, type WithdrawnFrom } from "#model/dataset/withdrawal.ts";
import type { Db } from "../database.ts";
import { publicWithdrawals, withdrawals } from "../schema/index.ts";
import { byId } from "./id-order.ts";

const { collection, datasetId: ofDataset, id: ofId, number, publishedAt } = publicWithdrawals;
const WITHDRAWAL = {
  ...{ collection, id: ofId, number },
  reason: publicWithdrawals.reason,
  withdrawnAt: publicWithdrawals.withdrawnAt,
};

/** True of the row that says that the record, or version, was withdrawn. */
export const isWithdrawalOf = (
  datasetId: string,
  one: Pick<Withdrawal, "collection" | "id">,
): SQL | undefined =>
  and(
    eq(withdrawals.datasetId, datasetId),
    eq(withdrawals.collection, one.collection),
    eq(withdrawals.id, one.id),
  );

function select(db: Db, datasetId: string, where: SQL | undefined) {
  return db
    .select(WITHDRAWAL)
    .from(publicWithdrawals)
    .where(and(eq(ofDataset, datasetId), where));
}

type Row = Omit<Withdrawal, "withdrawnAt"> & { readonly withdrawnAt: Date };
const toWithdrawal = (row: Row): Withdrawal => ({
  ...row,
  withdrawnAt: row.withdrawnAt.toISOString(),
});

/** Records and versions that were withdrawn, in the order in which they were. */
export async function findWithdrawals(db: Db, datasetId: string): Promise<Withdrawal[]> {
  const rows = await select(db, datasetId, undefined).orderBy(number, collection, byId(ofId));
  return rows.map(toWithdrawal);
}

/** The withdrawal of a record, if it was withdrawn. */
export async function findWithdrawal(
  db: Db,
  datasetId: string,
  from: WithdrawnFrom,
  id: string,
): Promise<Withdrawal | undefined> {
  const [row] = await select(db, datasetId, and(eq(collection, from), eq(ofId, id)));
  return row && toWithdrawal(row);
}

/** The withdrawn version that has the name, or of several that were published before the instant the last. */
export async function findWithdrawnVersion(
  db: Db,
  datasetId: string,
  name: { readonly label: string } | { readonly instant: Date },
): Promise<(Withdrawal & { readonly publishedAt: string }) | undefined> {
  const isNamed =
    "instant" in name
      ? sql`date_trunc('milliseconds', ${publishedAt}) <= ${name.instant.toISOString()}::timestamptz`
      : eq(ofId, name.label);
  const [row] = await db
    .select({ ...WITHDRAWAL, publishedAt })
    .from(publicWithdrawals)
    .where(
      and(eq(ofDataset, datasetId), eq(collection, OF_VERSIONS), isNotNull(publishedAt), isNamed),
    )
    .orderBy(desc(publishedAt))
    .limit(1);
  return row && { ...toWithdrawal(row), publishedAt: row.publishedAt?.toISOString() ?? "" };
}
