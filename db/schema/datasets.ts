import {
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Licence } from "#model/dataset/dataset.ts";
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import { ACTOR } from "#model/record/actor.ts";
import { SOURCE } from "#model/record/source.ts";
import { geometry, oneOf, wordsColumn } from "./columns.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

/** One row a dataset: its present version and everything that belongs to the whole. */
export const datasets = pgTable("datasets", {
  id: text("id").primaryKey(),
  versionNumber: integer("version_number").notNull(),
  versionLabel: text("version_label").notNull(),
  /** Of what is published. */
  contentHash: text("content_hash").notNull(),
  /** Of the files that were loaded, of which some is not published; null of what was loaded before it was noted. */
  sourceHash: text("source_hash"),
  publishedAt: timestamp("published_at", { withTimezone: true }).notNull().defaultNow(),
  /** When the publisher made this version, as the package says it; the same wherever it is loaded. */
  created: timestamp("created", { withTimezone: true }),
  licences: jsonb("licences").$type<readonly Licence[]>().notNull(),
  /** What it says of itself, in the order in which it says it: `jsonb` would sort the names. */
  declared: json("declared").$type<Declared>().notNull(),
  separation: json("separation").$type<DeclaredSeparation>(),
  /** The kinds of places that are sites: those of `declared`. */
  siteKinds: text("site_kinds").array().notNull().$type<readonly string[]>(),
  /** Whether times of day are known of any event, which is seen when they are loaded. */
  hasClock: boolean("has_clock").notNull().default(false),
  /** The near side of the line. */
  ring: geometry("ring"),
  /** The next three are read off the places and outlines that the separation names when a dataset is loaded. */
  referencePoint: geometry("reference_point"),
  furtherPoint: geometry("further_point"),
  separatingLine: geometry("separating_line"),
});

/** The column that ties a record to its dataset, and goes with it. */
export const datasetId = () =>
  text("dataset_id")
    .notNull()
    .references(() => datasets.id, { onDelete: "cascade" });

export const sources = pgTable(
  "sources",
  { datasetId: datasetId(), ...recordColumns(SOURCE), words: wordsColumn() },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ...choiceChecks("sources", SOURCE, table),
  ],
);

/** Kinds of record whose sources are kept as citations; events, of which there may be a million, carry their own. */
export const RECORD_KINDS = [
  "place",
  "place-phase",
  "movement",
  "count",
  "death",
  "contradiction",
  "phase",
  "story-step",
  "basemap",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Which source supports which record and, where it is known, which of its attributes. */
export const citations = pgTable(
  "citations",
  {
    datasetId: datasetId(),
    recordKind: text("record_kind").$type<RecordKind>().notNull(),
    recordId: text("record_id").notNull(),
    /** The column that the source supports; empty for the record as a whole. */
    attribute: text("attribute").notNull().default(""),
    sourceId: text("source_id").notNull(),
    /** The order in which the record names its sources. */
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.datasetId, table.recordKind, table.recordId, table.attribute, table.sourceId],
    }),
    index("citations_by_source").on(table.datasetId, table.sourceId),
    oneOf("citations_record_kind", table.recordKind, RECORD_KINDS),
  ],
);

export const actors = pgTable(
  "actors",
  { datasetId: datasetId(), ...recordColumns(ACTOR) },
  (table) => [primaryKey({ columns: [table.datasetId, table.id] })],
);
