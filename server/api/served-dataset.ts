import type { Db } from "#db/database.ts";
import { findVersion } from "#db/queries/load.ts";
import type { DatasetVersion } from "#model/dataset.ts";

/** What the routes serve: one dataset of a database. */
export type ServedDataset = { readonly db: Db; readonly datasetId: string };

/** The version that is served now; an import may have replaced it since the last request. */
export async function servedVersion({ db, datasetId }: ServedDataset): Promise<DatasetVersion> {
  const version = await findVersion(db, datasetId);
  if (!version) throw new Error(`dataset ${datasetId} is not in the database`);
  return version;
}
