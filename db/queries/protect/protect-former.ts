// Nothing is written over, except to protect people: what the newest version does not say of a record, none before it says.
import type { Db } from "../../database.ts";
import type { GoneRow } from "./cut-rows.ts";
import { deleteRecords, type TableRecord } from "./delete-records.ts";
import { protectsPositions, type RaisedRows, raiseLevels } from "./former-levels.ts";
import { forgetOwnWords } from "./former-words.ts";
import { Touched } from "./lifetimes.ts";
import { isNotedOfNewest, noteDerived } from "./note-derived.ts";
import { rewriteVersions } from "./rewrite-versions.ts";
import type { Newest } from "./split-rows.ts";

export type ProtectedFormer = {
  /** Rows of what is withheld, and of what named it. */
  readonly gone: readonly GoneRow[];
  /** Records of which the position is told less exactly, or no more. */
  readonly raised: RaisedRows;
  /** Numbers of the versions that say less. */
  readonly touched: readonly number[];
};

const NOTHING_RAISED: RaisedRows = { places: [], outlines: [], events: [] };

/**
 * Makes earlier versions say no more than the newest one: positions are as coarse as the record, or its place, has them
 * there, and what is withheld is gone with all that names it.
 */
export async function protectFormer(
  transaction: Db,
  newest: Newest,
  withheld: readonly TableRecord[],
): Promise<ProtectedFormer> {
  const { datasetId, number } = newest;
  const touched = new Touched(number);
  const protects = await protectsPositions(transaction, datasetId);
  const withholds = withheld.length > 0;
  if (protects || withholds || (await isNotedOfNewest(transaction, datasetId)))
    await noteDerived(transaction, { datasetId, withholds }, touched);
  const gone = await deleteRecords(transaction, datasetId, withheld, { extent: "former", touched });
  const raised = protects ? await raiseLevels(transaction, newest, touched) : NOTHING_RAISED;
  await forgetOwnWords(transaction, datasetId, raised);
  await rewriteVersions(transaction, datasetId, touched.numbers, gone);
  return { gone, raised, touched: touched.numbers };
}
