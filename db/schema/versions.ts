import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Licence } from "#model/dataset/dataset.ts";
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import { PUBLISH_CLASSES, type PublishClass } from "#model/dataset/version.ts";
import type { Derivable } from "#model/dataset/whole.ts";
import type { PointTable } from "#model/space/points.ts";
import type { Localized } from "#model/words/language.ts";
import { geometry, oneOf } from "./columns.ts";

/** What all versions and records of a dataset hang on, and go with. */
export const datasets = pgTable("datasets", { id: text("id").primaryKey() });

/** The column that ties a row to its dataset, and goes with it. */
export const datasetId = () =>
  text("dataset_id")
    .notNull()
    .references(() => datasets.id, { onDelete: "cascade" });

/** What was published, a row each, with everything that belongs to the whole of it: never written over. */
export const versions = pgTable(
  "versions",
  {
    datasetId: datasetId(),
    /** Counts the versions of the dataset, from 1. */
    number: integer("number").notNull(),
    /**
     * By it the changes of the dataset are told (`/api/changes`): it only grows, and no other publish has it, of this
     * dataset or of the same in another database, as it is about the milliseconds since 1970.
     */
    sequence: bigint("sequence", { mode: "number" })
      .notNull()
      .default(sql`floor(extract(epoch FROM clock_timestamp()) * 1000)`),
    /** Whether `changes` has all that differs from the version before; who has an earlier one else begins anew. */
    tellsChanges: boolean("tells_changes").notNull().default(false),
    /** The number of the version that followed; null of the newest. */
    until: integer("until"),
    label: text("label").notNull(),
    /** Of what is published. */
    contentHash: text("content_hash").notNull(),
    /** Of the files that were loaded, of which some is not published; null of what was loaded before it was noted. */
    sourceHash: text("source_hash"),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    /** When the publisher made it, as the package says it; the same wherever it is loaded. */
    created: timestamp("created", { withTimezone: true }),
    /** What the publisher says of the publish, in the order in which its languages stand. */
    note: json("note").$type<Localized>(),
    class: text("class").$type<PublishClass>(),
    licences: jsonb("licences").$type<readonly Licence[]>().notNull(),
    /** What it says of itself, in the order in which it says it: `jsonb` would sort the names. */
    declared: json("declared").$type<Declared>().notNull(),
    /** What of it follows from the rows, as the package does not say it; null of what was published before it was noted. */
    derived: text("derived").array().$type<readonly Derivable[]>(),
    separation: json("separation").$type<DeclaredSeparation>(),
    /** The kinds of places that are sites: those of `declared`. */
    siteKinds: text("site_kinds").array().notNull().$type<readonly string[]>(),
    /** Whether times of day are known of any event, which is seen when they are loaded. */
    hasClock: boolean("has_clock").notNull(),
    /** The tables of which some record has several points that are published, which is seen likewise. */
    severalPoints: text("several_points")
      .array()
      .notNull()
      .default([])
      .$type<readonly PointTable[]>(),
    /** The near side of the line. */
    ring: geometry("ring"),
    /** The next three are read off the places and outlines that the separation names when it is published. */
    referencePoint: geometry("reference_point"),
    furtherPoint: geometry("further_point"),
    separatingLine: geometry("separating_line"),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.number] }),
    uniqueIndex("versions_label").on(table.datasetId, table.label),
    uniqueIndex("versions_newest").on(table.datasetId).where(sql`${table.until} IS NULL`),
    oneOf("versions_class", table.class, PUBLISH_CLASSES),
  ],
);
