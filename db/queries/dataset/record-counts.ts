import { eq } from "drizzle-orm";
import type { Db } from "../../database.ts";
import { VIEWS } from "../features/feature-question.ts";

/** Collections whose numbers say how large a dataset is. */
const COUNTED = ["places", "events", "movements", "counts", "sources"] as const;

export type RecordCounts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** How many features the collections of a dataset have: as many as a client that asks for all of them is answered. */
export async function countRecords(db: Db, datasetId: string): Promise<RecordCounts> {
  const counted: Partial<Record<(typeof COUNTED)[number], number>> = {};
  // One after the other: a list of many datasets takes no connections from readers.
  for (const name of COUNTED)
    counted[name] = await db.$count(VIEWS[name], eq(VIEWS[name].datasetId, datasetId));
  return counted as RecordCounts;
}
