// What single fields rest on, and when places were seen.
import { pgTable } from "drizzle-orm/pg-core";
import { ATTESTATION } from "#model/record/attestation.ts";
import { CITATION } from "#model/record/citation.ts";
import { wordsColumn } from "./columns.ts";
import { livesColumns, livesKeys } from "./lives.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

/** The table of a package `citations`: `citations` here has the sources that records name as a whole. */
export const fieldCitations = pgTable(
  "field_citations",
  { ...livesColumns(), ...recordColumns(CITATION), words: wordsColumn() },
  (table) => [
    ...livesKeys("field_citations", table, table.id),
    ...choiceChecks("field_citations", CITATION, table),
  ],
);

export const attestations = pgTable(
  "attestations",
  { ...livesColumns(), ...recordColumns(ATTESTATION), words: wordsColumn() },
  (table) => [
    ...livesKeys("attestations", table, table.id),
    ...choiceChecks("attestations", ATTESTATION, table),
  ],
);
