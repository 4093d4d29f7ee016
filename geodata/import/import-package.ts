import type { Db } from "#db/database.ts";
import { findVersion, type LoadProgress, replaceDataset } from "#db/queries/load.ts";
import type { DatasetVersion } from "#model/dataset.ts";
import { checkPackage } from "./check-package.ts";
import { type DataPackage, readPackage } from "./read-package.ts";
import type { RowProblem } from "./row-problem.ts";
import { toRecords } from "./to-records.ts";

export type ImportOutcome =
  | { readonly status: "refused"; readonly problems: readonly RowProblem[] }
  | { readonly status: "unchanged"; readonly datasetId: string; readonly version: DatasetVersion }
  | {
      readonly status: "loaded";
      readonly datasetId: string;
      readonly version: DatasetVersion;
      readonly rows: number;
    };

/** Reads and checks a package, every row of it; nothing is written. */
export async function inspectPackage(
  folder: string,
): Promise<{ dataPackage: DataPackage | undefined; problems: readonly RowProblem[] }> {
  const { dataPackage, problems } = await readPackage(folder);
  // Relations of rows that could not be read would only be reported twice.
  if (!dataPackage || problems.length > 0) return { dataPackage, problems };
  return { dataPackage, problems: checkPackage(dataPackage) };
}

/**
 * Brings a package into the database: checked whole, then loaded in one transaction. Nothing is written when any row
 * is wrong, or when the same content is there already.
 */
export async function importPackage(
  db: Db,
  folder: string,
  onProgress?: LoadProgress,
): Promise<ImportOutcome> {
  const { dataPackage, problems } = await inspectPackage(folder);
  if (!dataPackage || problems.length > 0) return { status: "refused", problems };
  const datasetId = dataPackage.descriptor.name;
  const present = await findVersion(db, datasetId);
  if (present?.contentHash === dataPackage.contentHash)
    return { status: "unchanged", datasetId, version: present };
  const version = await replaceDataset(db, toRecords(dataPackage), onProgress);
  return { status: "loaded", datasetId, version, rows: countRows(dataPackage) };
}

/** Rows in all tables of the package. */
export function countRows({ tables }: DataPackage): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}
