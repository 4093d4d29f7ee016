// What a publish changes, asked within it: as the difference of two versions tells it, and what that leaves out.
import type { Db } from "#db/database.ts";
import { differencesBetween } from "#db/queries/changes/changes-between.ts";
import { changesInOtherTables } from "#db/queries/changes/other-tables.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { RecordDiffs } from "#formats/record-diff.ts";
import { countChanges } from "#model/change/record-change.ts";
import type { CollectionDiff, RecordDiff } from "#model/change/version-diff.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { textIn } from "#model/words/language.ts";

/** Of a collection so many records are told at most, where nobody asks for fewer. */
const MAX_RECORDS = 100_000;

/** The changes that the version of the number makes, collection by collection; those without any are left out. */
export async function toldChanges(
  transaction: Db,
  datasetId: string,
  number: number,
  maxRecords = MAX_RECORDS,
): Promise<readonly CollectionDiff[]> {
  const meta = await findMeta(transaction, { datasetId, asOf: number });
  if (!meta) throw new Error(`version ${number} of ${datasetId} is not there`);
  const diffs = new RecordDiffs("en");
  const told: CollectionDiff[] = [];
  for (const collection of Object.values(collectionsOf(meta))) {
    // Sites are places, and told as such.
    if (collection.role === "sites") continue;
    const records: RecordDiff[] = [];
    let isWhole = true;
    const between = { datasetId, from: number - 1, to: number };
    for await (const { differences } of differencesBetween(transaction, [collection], between)) {
      for (const one of differences) {
        const record = diffs.tell(one, collection);
        if (record) records.push(record);
      }
      isWhole = records.length < maxRecords;
      if (!isWhole) break;
    }
    if (records.length === 0) continue;
    told.push({
      collection: collection.id,
      title: textIn(collection.title, "en"),
      counts: countChanges(records.map(({ changes }) => ({ kinds: changes }))),
      complete: isWhole,
      records,
    });
  }
  return [...told, ...(await changesInOtherTables(transaction, datasetId, number))];
}
