import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
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
import { choiceChecks, recordColumns } from "./record-columns.ts";
import { datasetId } from "./versions.ts";

export const places = pgTable(
  "places",
  {
    datasetId: datasetId(),
    ...recordColumns(PLACE),
    words: wordsColumn(),
    /** Those by which records are found that name the place. */
    nameWords: wordsColumn("name_words"),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ...choiceChecks("places", PLACE, table),
    check("places_is_not_part_of_itself", sql`${table.partOf} <> ${table.id}`),
  ],
);

export const placePhases = pgTable(
  "place_phases",
  {
    datasetId: datasetId(),
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
    primaryKey({ columns: [table.datasetId, table.id] }),
    foreignKey({
      name: "place_phases_place",
      columns: [table.datasetId, table.placeId],
      foreignColumns: [places.datasetId, places.id],
    }).onDelete("cascade"),
    index("place_phases_where_and_when").using("gist", table.publicGeom, table.possibleSpan),
    spanCheck("place_phases", table),
    ...qualityChecks("place_phases", table),
    ...choiceChecks("place_phases", PLACE_PHASE, table),
  ],
);
