import { findDataset } from "#db/queries/dataset/dataset.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { testDatabase } from "./database.ts";
import { CALAIS_ID } from "./shipped.ts";

let loaded: Promise<Dataset | undefined> | undefined;

/** The dataset that is shipped as the database has it: read once, for tests that leave it as it is. */
export async function calaisDataset(): Promise<Dataset> {
  loaded ??= testDatabase().then((db) => findDataset(db, { datasetId: CALAIS_ID }));
  const dataset = await loaded;
  if (!dataset) throw new Error("no dataset");
  return dataset;
}
