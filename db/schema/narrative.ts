import { sql } from "drizzle-orm";
import { check, doublePrecision, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { BASEMAP_CLASSES, type BasemapFeature, type Contradiction } from "#model/record.ts";
import { geometry, oneOf, publicGeomColumn, qualityChecks, qualityColumns } from "./columns.ts";
import { datasetId } from "./datasets.ts";
import { day } from "./day.ts";

/** A disagreement between sources, or something that could not be established. */
export const contradictions = pgTable(
  "contradictions",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    subjectIds: text("subject_ids").array().notNull(),
    topic: text("topic").$type<Contradiction["topic"]>().notNull(),
    statementEn: text("statement_en").notNull(),
    statementFr: text("statement_fr").notNull(),
    resolutionEn: text("resolution_en").notNull(),
    resolutionFr: text("resolution_fr").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    oneOf("contradictions_topic", table.topic, ["date", "place", "number", "cause", "other"]),
  ],
);

/** A named period; the last day is not included. */
export const phases = pgTable(
  "phases",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    titleEn: text("title_en").notNull(),
    titleFr: text("title_fr").notNull(),
    summaryEn: text("summary_en").notNull(),
    summaryFr: text("summary_fr").notNull(),
    start: day("start_day").notNull(),
    until: day("until_day").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    check("phases_last_a_day", sql`${table.start} < ${table.until}`),
  ],
);

/** One step of the guided reading. */
export const storySteps = pgTable(
  "story_steps",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    titleEn: text("title_en").notNull(),
    titleFr: text("title_fr").notNull(),
    textEn: text("text_en").notNull(),
    textFr: text("text_fr").notNull(),
    date: day("date").notNull(),
    windowStart: day("window_start").notNull(),
    windowUntil: day("window_until").notNull(),
    placeId: text("place_id").notNull(),
    zoom: doublePrecision("zoom").notNull(),
    eventIds: text("event_ids").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    check("story_steps_last_a_day", sql`${table.windowStart} < ${table.windowUntil}`),
  ],
);

/** One feature of the shipped, generalised base map. */
export const basemapFeatures = pgTable(
  "basemap_features",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    /** Drawing order: features are painted as the package lists them. */
    position: integer("position").notNull(),
    class: text("class").$type<BasemapFeature["class"]>().notNull(),
    nameEn: text("name_en"),
    nameFr: text("name_fr"),
    minZoom: integer("min_zoom").notNull(),
    geom: geometry("geom").notNull(),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    oneOf("basemap_features_class", table.class, BASEMAP_CLASSES),
    ...qualityChecks("basemap_features", table),
  ],
);
