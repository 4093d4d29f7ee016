// A publish, or one on trial, with what it changes: the same load, told from within its transaction.
import type { Db } from "#db/database.ts";
import type { PackageSource } from "../disk/files-on-disk.ts";
import { type ImportOutcome, importPackage } from "./import-package.ts";
import { rolledBack, type Tried, toldWithin } from "./trial.ts";

export type Told = {
  readonly outcome: ImportOutcome;
  /** What it changes of the version before; undefined where nothing is published. */
  readonly tried?: Tried | undefined;
};

type Asked = {
  /** Nothing of it stays. */
  readonly isTrial: boolean;
  /** Of a collection so many changed records are told at most. */
  readonly maxRecords: number;
};

/** Publishes a package as `importPackage` does, and tells what that changes. */
export async function publishTold(
  db: Db,
  from: PackageSource,
  { isTrial, maxRecords }: Asked,
): Promise<Told> {
  let tried: Tried | undefined;
  const publish = (own: Db) =>
    importPackage(own, from, {
      onTurned: async (transaction, turned) => {
        tried = await rolledBack(transaction, (within) => toldWithin(within, turned, maxRecords));
      },
    });
  const outcome = isTrial ? await rolledBack(db, publish) : await publish(db);
  return outcome.status === "loaded" ? { outcome, tried } : { outcome };
}
