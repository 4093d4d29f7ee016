// Nothing is written over, except to protect people: what the newest version does not say of a record, none before it says.
import type { Db } from "../../database.ts";
import { deleteRecords, type TableRecord } from "./delete-records.ts";
import { protectsPositions, raiseLevels } from "./former-levels.ts";
import { forgetOwnWords } from "./former-words.ts";
import { Touched } from "./lifetimes.ts";
import { rewriteVersions } from "./rewrite-versions.ts";

/**
 * Makes earlier versions say no more than the newest one: positions are as coarse as the record, or its place, has them
 * there, and what is withheld is gone with all that names it. Tells whether anything is, and which versions say less.
 */
export async function protectFormer(
  transaction: Db,
  { datasetId, number }: { readonly datasetId: string; readonly number: number },
  withheld: readonly TableRecord[],
): Promise<{ readonly isAnyGone: boolean; readonly touched: readonly number[] }> {
  const touched = new Touched(number);
  const gone = await deleteRecords(transaction, datasetId, withheld, { extent: "former", touched });
  if (await protectsPositions(transaction, datasetId)) {
    const raised = await raiseLevels(transaction, datasetId, touched);
    await forgetOwnWords(transaction, datasetId, raised);
  }
  await rewriteVersions(transaction, datasetId, touched.numbers, gone);
  return { isAnyGone: gone.length > 0, touched: touched.numbers };
}
