import { eq } from "drizzle-orm";
import type { Db } from "../../database.ts";
import {
  publicCounts,
  publicEvents,
  publicMovements,
  publicPlaceRecords,
  publicSourceRecords,
} from "../../schema/index.ts";

const COUNTED = {
  places: publicPlaceRecords,
  events: publicEvents,
  movements: publicMovements,
  counts: publicCounts,
  sources: publicSourceRecords,
} as const;

export type RecordCounts = Readonly<Record<keyof typeof COUNTED, number>>;

/** How many records of each kind a dataset publishes. */
export async function countRecords(db: Db, datasetId: string): Promise<RecordCounts> {
  const counted: Partial<Record<keyof typeof COUNTED, number>> = {};
  // One after the other: a list of many datasets takes no connections from readers.
  for (const [name, view] of Object.entries(COUNTED))
    counted[name as keyof typeof COUNTED] = await db.$count(view, eq(view.datasetId, datasetId));
  return counted as RecordCounts;
}
