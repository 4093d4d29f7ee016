import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import {
  geometry,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  wordsColumn,
} from "./columns.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";
import { datasetId } from "./versions.ts";

export const contradictions = pgTable(
  "contradictions",
  { datasetId: datasetId(), ...recordColumns(CONTRADICTION) },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ...choiceChecks("contradictions", CONTRADICTION, table),
  ],
);

export const phases = pgTable(
  "phases",
  { datasetId: datasetId(), ...recordColumns(PHASE), words: wordsColumn() },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    check("phases_last_a_day", sql`${table.startDay} < ${table.untilDay}`),
  ],
);

export const storySteps = pgTable(
  "story_steps",
  { datasetId: datasetId(), ...recordColumns(STORY_STEP) },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    check("story_steps_last_a_day", sql`${table.windowStart} < ${table.windowUntil}`),
  ],
);

export const basemapFeatures = pgTable(
  "basemap_features",
  {
    datasetId: datasetId(),
    ...recordColumns(BASEMAP_FEATURE),
    words: wordsColumn(),
    /** Drawing order: features are painted as the package lists them. */
    position: integer("position").notNull(),
    geom: geometry("geom").notNull(),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ...qualityChecks("basemap_features", table),
    ...choiceChecks("basemap_features", BASEMAP_FEATURE, table),
  ],
);
