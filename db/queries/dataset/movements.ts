import type { SourcesOf } from "#model/evidence/sources-of.ts";
import { MOVEMENT, type Movement } from "#model/record/movement.ts";
import type { Language } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { publicMovementRecords } from "../../schema/index.ts";
import { type DatasetAt, findRecords } from "./records.ts";

/** Every movement in order of time; without its sources when nothing tells them. */
export function findMovements(
  db: Db,
  dataset: DatasetAt,
  sourcesOf?: SourcesOf,
  languages?: readonly Language[],
): Promise<Movement[]> {
  return findRecords(db, MOVEMENT, publicMovementRecords, {
    ...dataset,
    by: [publicMovementRecords.startEarliest],
    ...(languages ? { languages } : {}),
    ...(sourcesOf ? { sourcesOf: (id) => sourcesOf("movement", id) } : {}),
  });
}
