import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { RECORD_KINDS, type RecordKind } from "#model/evidence/sources-of.ts";
import { ACTOR } from "#model/record/actor.ts";
import { SOURCE } from "#model/record/source.ts";
import { oneOf, wordsColumn } from "./columns.ts";
import { livesColumns, livesKeys } from "./lives.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

export const sources = pgTable(
  "sources",
  { ...livesColumns(), ...recordColumns(SOURCE), words: wordsColumn() },
  (table) => [...livesKeys("sources", table, table.id), ...choiceChecks("sources", SOURCE, table)],
);

/** Which source supports which record as a whole. */
export const citations = pgTable(
  "citations",
  {
    ...livesColumns(),
    recordKind: text("record_kind").$type<RecordKind>().notNull(),
    recordId: text("record_id").notNull(),
    sourceId: text("source_id").notNull(),
    /** The order in which the record names its sources. */
    position: integer("position").notNull(),
  },
  (table) => [
    ...livesKeys("citations", table, table.recordKind, table.recordId, table.sourceId),
    oneOf("citations_record_kind", table.recordKind, RECORD_KINDS),
  ],
);

export const actors = pgTable("actors", { ...livesColumns(), ...recordColumns(ACTOR) }, (table) =>
  livesKeys("actors", table, table.id),
);
