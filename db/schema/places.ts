import { sql } from "drizzle-orm";
import { check, pgTable } from "drizzle-orm/pg-core";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import {
  attestedSpanColumn,
  attributesColumn,
  geometry,
  possibleSpanColumn,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  spanCheck,
  wordsColumn,
} from "./columns.ts";
import { livesColumns, livesKeys, newestIndex } from "./lives.ts";
import { choiceChecks, recordColumns } from "./record-columns.ts";

export const places = pgTable(
  "places",
  {
    ...livesColumns(),
    ...recordColumns(PLACE),
    words: wordsColumn(),
    /** Those by which records are found that name the place. */
    nameWords: wordsColumn("name_words"),
  },
  (table) => [
    ...livesKeys("places", table, table.id),
    ...choiceChecks("places", PLACE, table),
    check("places_is_not_part_of_itself", sql`${table.partOf} <> ${table.id}`),
  ],
);

export const placePhases = pgTable(
  "place_phases",
  {
    ...livesColumns(),
    ...recordColumns(PLACE_PHASE),
    words: wordsColumn(),
    attributes: attributesColumn(),
    geom: geometry("geom").notNull(),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
    possibleSpan: possibleSpanColumn(),
    attestedSpan: attestedSpanColumn(),
  },
  (table) => [
    ...livesKeys("place_phases", table, table.id),
    ...newestIndex(
      "place_phases_where_and_when",
      table,
      "gist",
      table.publicGeom,
      table.possibleSpan,
    ),
    spanCheck("place_phases", table),
    ...qualityChecks("place_phases", table),
    ...choiceChecks("place_phases", PLACE_PHASE, table),
  ],
);
