import { sql } from "drizzle-orm";
import { check, integer, pgTable } from "drizzle-orm/pg-core";
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
import { livesColumns, livesKeys } from "./lives.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

export const contradictions = pgTable(
  "contradictions",
  { ...livesColumns(), ...recordColumns(CONTRADICTION) },
  (table) => [
    ...livesKeys("contradictions", table, table.id),
    ...choiceChecks("contradictions", CONTRADICTION, table),
  ],
);

export const phases = pgTable(
  "phases",
  { ...livesColumns(), ...recordColumns(PHASE), words: wordsColumn() },
  (table) => [
    ...livesKeys("phases", table, table.id),
    check("phases_last_a_day", sql`${table.startDay} < ${table.untilDay}`),
  ],
);

export const storySteps = pgTable(
  "story_steps",
  { ...livesColumns(), ...recordColumns(STORY_STEP) },
  (table) => [
    ...livesKeys("story_steps", table, table.id),
    check("story_steps_last_a_day", sql`${table.windowStart} < ${table.windowUntil}`),
  ],
);

export const basemapFeatures = pgTable(
  "basemap_features",
  {
    ...livesColumns(),
    ...recordColumns(BASEMAP_FEATURE),
    words: wordsColumn(),
    /** Drawing order: features are painted as the package lists them. */
    position: integer("position").notNull(),
    geom: geometry("geom").notNull(),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
  },
  (table) => [
    ...livesKeys("basemap_features", table, table.id),
    ...qualityChecks("basemap_features", table),
    ...choiceChecks("basemap_features", BASEMAP_FEATURE, table),
  ],
);
