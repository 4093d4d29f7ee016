import { eq } from "drizzle-orm";
import type { Span } from "#model/span.ts";
import type { Db } from "../database.ts";
import { toSpan } from "../rows.ts";
import { publicEvents } from "../schema/index.ts";
import { byId } from "./id-order.ts";

/** When each event happened and of which category it is; what a histogram needs. */
export async function findEventSpans(
  db: Db,
  datasetId: string,
): Promise<{ span: Span; category: string }[]> {
  const view = publicEvents;
  const rows = await db
    .select({
      category: view.category,
      startEarliest: view.startEarliest,
      startLatest: view.startLatest,
      endEarliest: view.endEarliest,
      endLatest: view.endLatest,
    })
    .from(view)
    .where(eq(view.datasetId, datasetId))
    .orderBy(byId(view.id));
  return rows.map((row) => ({ category: row.category, span: toSpan(row) }));
}
