// The moment of a publish: the version whose rows are there takes the place of the one before.
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { takeRows } from "../../take-rows.ts";
import { nextSequence } from "../changes/next-sequence.ts";
import { tellChangesAgain } from "../changes/tell-again.ts";
import type { TableRecord } from "../protect/delete-records.ts";
import { deriveVersions } from "../protect/derive-versions.ts";
import { protectFormer } from "../protect/protect-former.ts";
import { forgetChanges, noteChanges } from "./note-changes.ts";
import { refuseWithdrawn } from "./refuse-withdrawn.ts";

/** Any number that no other program is likely to lock on. */
const IMPORT_LOCK = 724_164;

/** Waits until nobody else writes datasets, and keeps others from it until the transaction ends. */
export async function lockImports(transaction: Db): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

/** Makes a transaction one that may take long, and no other may write beside. */
export async function beginWriting(transaction: Db): Promise<void> {
  // Readers' questions are given up after a while; a million events take longer.
  await transaction.execute(sql`SET LOCAL statement_timeout = 0`);
  // The index of words is brought up to date in few large steps instead of many small ones.
  await transaction.execute(sql`SET LOCAL gin_pending_list_limit = '64MB'`);
  await transaction.execute(sql`SET LOCAL work_mem = '128MB'`);
  await lockImports(transaction);
}

/** A version as it is written; what is read off its rows is worked out. */
export type NextVersion = Omit<
  typeof versions.$inferInsert,
  "hasClock" | "publishedAt" | "ring" | "sequence" | "severalPoints" | "tellsChanges" | "until"
> & { readonly ring?: typeof versions.$inferInsert.ring | SQL };

/** Told when the rows have changed, before those of earlier versions are protected. What it throws leaves nothing. */
export type OnTurned = (transaction: Db, turned: Turned) => Promise<void>;

export type Turned = {
  readonly datasetId: string;
  readonly number: number;
  /** Records that the version does not publish, and none before it goes on publishing. */
  readonly withheld: readonly TableRecord[];
};

type Taking = {
  /** Records that the version does not publish, and none before it goes on publishing. */
  readonly withheld?: readonly TableRecord[];
  readonly onTurned?: OnTurned | undefined;
};

/** Makes the version, whose rows are there, the newest. */
export async function takePlace(
  transaction: Db,
  version: NextVersion,
  { onTurned = async () => {}, withheld = [] }: Taking = {},
): Promise<void> {
  const { datasetId, number } = version;
  await transaction
    .update(versions)
    .set({ until: number })
    .where(and(eq(versions.datasetId, datasetId), isNull(versions.until)));
  await takeRows(transaction, versions, [
    {
      ...{ ...version, hasClock: false, publishedAt: sql`clock_timestamp()` },
      sequence: nextSequence(datasetId),
    },
  ]);
  await refuseWithdrawn(transaction, datasetId);
  await deriveVersions(transaction, datasetId, [number]);
  const turned = { datasetId, number };
  await onTurned(transaction, { ...turned, withheld });
  if (number === 1) return;
  // While the version before is what readers were answered from, which it may not be when people are protected.
  const areTold = await noteChanges(transaction, turned);
  const { gone, touched } = await protectFormer(transaction, turned, withheld);
  // Of what is withheld not even the id is told again: who has it begins anew.
  if (gone.length > 0 || !areTold) await forgetChanges(transaction, turned);
  else if (touched.length > 0) await tellChangesAgain(transaction, datasetId, touched);
}
