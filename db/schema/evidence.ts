// What single fields rest on, and when places were seen.
import { foreignKey, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { ATTESTATION } from "#model/record/attestation.ts";
import { CITATION } from "#model/record/citation.ts";
import { wordsColumn } from "./columns.ts";
import { places } from "./places.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";
import { datasetId } from "./versions.ts";

/** The table of a package `citations`: `citations` here has the sources that records name as a whole. */
export const fieldCitations = pgTable(
  "field_citations",
  { datasetId: datasetId(), ...recordColumns(CITATION), words: wordsColumn() },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    index("field_citations_by_record").on(table.datasetId, table.recordKind, table.recordId),
    ...choiceChecks("field_citations", CITATION, table),
  ],
);

export const attestations = pgTable(
  "attestations",
  { datasetId: datasetId(), ...recordColumns(ATTESTATION), words: wordsColumn() },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    foreignKey({
      name: "attestations_place",
      columns: [table.datasetId, table.placeId],
      foreignColumns: [places.datasetId, places.id],
    }),
    index("attestations_by_place").on(table.datasetId, table.placeId),
    ...choiceChecks("attestations", ATTESTATION, table),
  ],
);
