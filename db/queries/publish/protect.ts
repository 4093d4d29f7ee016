// Nothing is written over, except to protect people: the strictest level that a record has in the newest version is that
// of all its rows.
import { sql } from "drizzle-orm";
import { DISCLOSURES } from "#model/space/position.ts";
import type { Db } from "../../database.ts";
import { basemapFeatures, events, placePhases } from "../../schema/index.ts";
import { stored } from "./staging.ts";

/** Gives rows of earlier versions the level of the newest one of the same record, where that is stricter. */
export async function protectFormer(transaction: Db, datasetId: string): Promise<void> {
  const levels = sql.raw(`ARRAY[${DISCLOSURES.map((level) => `'${level}'`).join(", ")}]`);
  // What was written of a row may tell its position, and so may the words by which it is found.
  for (const table of [placePhases, events, basemapFeatures])
    await transaction.execute(sql`UPDATE ${stored(table)} o SET disclosure = n.disclosure, words = n.words
      FROM ${stored(table)} n
      WHERE n.dataset_id = ${datasetId} AND n.until IS NULL AND n.disclosure <> 'exact'
        AND o.dataset_id = n.dataset_id AND o.id = n.id AND o.until IS NOT NULL
        AND array_position(${levels}, o.disclosure) < array_position(${levels}, n.disclosure)`);
}
