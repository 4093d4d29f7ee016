// The dry run: the real load, in a transaction that is rolled back, or into a database that is thrown away.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseUnavailable, type Db } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot } from "#db/project-root.ts";
import type { OnTurned, Turned } from "#db/queries/publish/take-place.ts";
import type { CollectionDiff } from "#model/change/version-diff.ts";
import type { TableChoice } from "../brought/table-choice.ts";
import type { PackageSource } from "../disk/files-on-disk.ts";
import { type ImportOutcome, importPackage } from "./import-package.ts";
import { toldChanges } from "./told-changes.ts";
import { type ToldProtection, toldProtection } from "./told-protection.ts";

/** Takes back what was done in a transaction, and brings out what is known of it. */
class RolledBack<Known> extends Error {
  readonly known: Known;
  constructor(known: Known) {
    super("rolled back");
    this.known = known;
  }
}

/** What the work gives, of which nothing stays in the database. */
export async function rolledBack<Known>(
  db: Db,
  work: (transaction: Db) => Promise<Known>,
): Promise<Known> {
  try {
    return await db.transaction(async (transaction) => {
      throw new RolledBack(await work(transaction));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.known;
    throw error;
  }
}

export type Tried = {
  readonly changes: readonly CollectionDiff[];
  readonly protects: ToldProtection;
  /** Nothing is stored with which it could be compared. */
  readonly isFirst: boolean;
};

/**
 * What a publish changes, asked within it, of each collection so many records at most. The transaction has to be rolled
 * back: what is told of protection is done.
 */
export async function toldWithin(
  transaction: Db,
  turned: Turned,
  maxRecords?: number,
): Promise<Tried> {
  const { datasetId, number } = turned;
  const isFirst = number === 1;
  const changes = isFirst ? [] : await toldChanges(transaction, datasetId, number, maxRecords);
  return { changes, protects: await toldProtection(transaction, turned), isFirst };
}

/** What a publish would change, of which nothing stays; or its outcome, where it changes nothing. */
export async function triedOut<Outcome>(
  publish: (onTurned: OnTurned) => Promise<Outcome>,
): Promise<Outcome | Tried> {
  try {
    return await publish(async (transaction, turned) => {
      throw new RolledBack(await toldWithin(transaction, turned));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.known as Tried;
    throw error;
  }
}

/**
 * Loads the package into an embedded database of its own and removes that, so that whatever a database says to its rows
 * is known, and nothing that is stored is touched. Throws DatabaseUnavailable where none can be made.
 */
export async function tryPackage(
  from: PackageSource,
  onProgress: (message: string) => void,
  loose?: TableChoice,
): Promise<ImportOutcome> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "rocade-dry-run-"));
  try {
    const database = await openDatabase({
      url: undefined,
      dataDirectory,
      migrationsFolder: path.join(projectRoot(), "db", "migrations"),
      onProgress,
    });
    try {
      return await importPackage(database.db, from, { loose });
    } catch (error) {
      throw new DatabaseUnavailable(await database.explain(error), { cause: error });
    } finally {
      // One that has broken down cannot be closed.
      await database.close().catch(() => {});
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}
