import { asc, eq } from "drizzle-orm";
import type { Movement } from "#model/record.ts";
import type { Db } from "../database.ts";
import { toLocalized, toSpan } from "../rows.ts";
import { publicMovementRecords } from "../schema/index.ts";
import type { SourcesOf } from "./citations.ts";
import { byId } from "./id-order.ts";

/** Every movement in order of time; without its sources when nothing tells them. */
export async function findMovements(
  db: Db,
  datasetId: string,
  sourcesOf: SourcesOf = () => [],
): Promise<Movement[]> {
  const rows = await db
    .select()
    .from(publicMovementRecords)
    .where(eq(publicMovementRecords.datasetId, datasetId))
    .orderBy(asc(publicMovementRecords.startEarliest), byId(publicMovementRecords.id));
  return rows.map((row) => ({
    id: row.id,
    fromId: row.fromId,
    toId: row.toId,
    edtf: row.edtf,
    span: toSpan(row),
    peopleLow: row.peopleLow,
    peopleHigh: row.peopleHigh,
    peopleNote: row.peopleNote,
    agency: row.agency,
    confidence: row.confidence,
    note: toLocalized(row.noteEn, row.noteFr),
    sourceIds: sourcesOf("movement", row.id),
  }));
}
