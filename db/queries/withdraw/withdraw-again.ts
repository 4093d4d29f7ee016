// What was withdrawn here stays so, whatever is written into the database from outside: a backup may be older.
import { and, eq, isNull } from "drizzle-orm";
import { OF_VERSIONS } from "#model/dataset/withdrawal.ts";
import type { Db } from "../../database.ts";
import { versions, withdrawals } from "../../schema/index.ts";
import { nextSequence } from "../changes/next-sequence.ts";
import { STORED_IN } from "../protect/stored-in.ts";
import { forgetChanges } from "../publish/note-changes.ts";
import { refuseWithdrawn } from "../publish/refuse-withdrawn.ts";
import type { Named } from "./named.ts";
import { takeOut } from "./take-out.ts";

export type Tombstone = typeof withdrawals.$inferSelect;

/** The newest version of a dataset is one that was withdrawn: without it there would be none. */
export class NewestWithdrawn extends Error {
  override readonly name = "NewestWithdrawn";
  readonly tombstone: Tombstone;

  constructor(tombstone: Tombstone) {
    super(`version ${tombstone.id} was withdrawn`);
    this.tombstone = tombstone;
  }
}

/** What was withdrawn, as it is stored: of the dataset, or of all. */
export const readTombstones = (db: Db, only: string | undefined): Promise<Tombstone[]> =>
  db
    .select()
    .from(withdrawals)
    .where(only === undefined ? undefined : eq(withdrawals.datasetId, only));

/**
 * Puts these beside those that are stored, and takes what they withdraw out of the versions that there are now. Tells how
 * many rows were taken out; throws NewestWithdrawn.
 */
export async function withdrawAgain(transaction: Db, kept: readonly Tombstone[]): Promise<number> {
  let rows = 0;
  for (const datasetId of new Set(kept.map((one) => one.datasetId))) {
    const own = kept.filter((one) => one.datasetId === datasetId);
    const taken = await takeOutOf(transaction, datasetId, own);
    rows += taken;
    if (taken > 0) await beginAnew(transaction, datasetId);
    for (const { collection, datasetId: of, id, ...said } of own)
      await transaction
        .insert(withdrawals)
        .values({ collection, datasetId: of, id, ...said })
        .onConflictDoUpdate({
          target: [withdrawals.datasetId, withdrawals.collection, withdrawals.id],
          set: said,
        });
    // Of those that went with others some may be there for their own sake.
    await refuseWithdrawn(transaction, datasetId);
  }
  return rows;
}

/** The newest version says less than under its number: whoever has a copy of it reads all of it again. */
async function beginAnew(transaction: Db, datasetId: string): Promise<void> {
  const isNewest = and(eq(versions.datasetId, datasetId), isNull(versions.until));
  const [newest] = await transaction
    .update(versions)
    .set({ sequence: nextSequence(datasetId) })
    .where(isNewest)
    .returning({ number: versions.number });
  if (newest) await forgetChanges(transaction, { datasetId, number: newest.number });
}

async function takeOutOf(
  transaction: Db,
  datasetId: string,
  tombstones: readonly Tombstone[],
): Promise<number> {
  const all = await transaction.select().from(versions).where(eq(versions.datasetId, datasetId));
  const newest = all.find(({ until }) => until === null);
  if (!newest) return 0;
  let rows = 0;
  for (const tombstone of tombstones) {
    const { asked, collection, id, number, reason } = tombstone;
    if (!asked) continue;
    const version = collection === OF_VERSIONS ? all.find(({ label }) => label === id) : undefined;
    if (version?.until === null) throw new NewestWithdrawn(tombstone);
    if (collection === OF_VERSIONS && !version) continue;
    const records =
      collection === OF_VERSIONS
        ? []
        : STORED_IN[collection].tables.map((table) => ({ table, id }));
    const found: Named = { collection, id, records, ...(version ? { version } : {}) };
    const taking = { datasetId, newest: newest.number, said: { number, reason } };
    const taken = await takeOut(transaction, taking, [found]);
    rows += Object.values(taken.rows).reduce((sum, count) => sum + count, 0);
  }
  return rows;
}
