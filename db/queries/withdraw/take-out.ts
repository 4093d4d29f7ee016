import type { Withdrawal } from "#model/dataset/withdrawal.ts";
import type { Db } from "../../database.ts";
import type { GoneRow } from "../protect/cut-rows.ts";
import { deleteRecords } from "../protect/delete-records.ts";
import { deriveVersions } from "../protect/derive-versions.ts";
import { Touched } from "../protect/lifetimes.ts";
import { noteDerived } from "../protect/note-derived.ts";
import { rewriteVersions } from "../protect/rewrite-versions.ts";
import { deleteVersions } from "./delete-versions.ts";
import type { Named } from "./named.ts";
import { writeTombstones } from "./tombstones.ts";

export type TakenOut = {
  /** Records that went with those that were asked for. */
  readonly alongside: readonly Pick<Withdrawal, "collection" | "id">[];
  /** Rows that are gone, by table. */
  readonly rows: Readonly<Record<string, number>>;
};

type Taking = {
  readonly datasetId: string;
  /** The number of the newest version, which is written over as well. */
  readonly newest: number;
  readonly said: Pick<Withdrawal, "number" | "reason">;
};

/** Takes records and former versions out of all that is stored, and writes down that they are gone. */
export async function takeOut(
  transaction: Db,
  { datasetId, newest, said }: Taking,
  found: readonly Named[],
): Promise<TakenOut> {
  const touched = new Touched(newest + 1);
  await noteDerived(transaction, { datasetId, withholds: true }, touched);
  const records = found.flatMap((named) => named.records);
  const gone = await deleteRecords(transaction, datasetId, records, { extent: "all", touched });
  const former = found.flatMap(({ version }) => version ?? []);
  const ofVersions = await deleteVersions(transaction, datasetId, former);
  await rewriteVersions(transaction, datasetId, touched.numbers, gone);
  await deriveVersions(transaction, datasetId, [newest]);
  const alongside = await writeTombstones(transaction, { datasetId, ...said }, found, gone);
  return { alongside, rows: countRows(gone, ofVersions) };
}

function countRows(gone: readonly GoneRow[], others: Readonly<Record<string, number>>) {
  const counts: Record<string, number> = { ...others };
  for (const { source } of gone) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
}
