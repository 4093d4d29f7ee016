import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CONVENTIONS, type Convention } from "#model/convention.ts";
import { PLACE_KINDS, type PlaceKind, RING_ROAD_FLAGS, type RingRoadFlag } from "#model/place.ts";
import {
  attestedSpanColumn,
  geometry,
  oneOf,
  publicGeomColumn,
  qualityChecks,
  qualityColumns,
  spanCheck,
  spanColumns,
} from "./columns.ts";
import { datasetId } from "./datasets.ts";

/** A place by its identity. */
export const places = pgTable(
  "places",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    kind: text("kind").$type<PlaceKind>().notNull(),
    nameEn: text("name_en").notNull(),
    nameFr: text("name_fr").notNull(),
    otherNames: text("other_names").array().notNull(),
    descriptionEn: text("description_en").notNull(),
    descriptionFr: text("description_fr").notNull(),
    endReason: text("end_reason"),
    ringRoad: text("ring_road").$type<RingRoadFlag>(),
    partOf: text("part_of"),
    predecessorIds: text("predecessor_ids").array().notNull(),
    successorIds: text("successor_ids").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    oneOf("places_kind", table.kind, PLACE_KINDS),
    oneOf("places_ring_road", table.ringRoad, RING_ROAD_FLAGS),
    check("places_is_not_part_of_itself", sql`${table.partOf} <> ${table.id}`),
  ],
);

/** A place at one position, or with one outline, over one span. */
export const placePhases = pgTable(
  "place_phases",
  {
    datasetId: datasetId(),
    id: text("id").notNull(),
    placeId: text("place_id").notNull(),
    geom: geometry("geom").notNull(),
    ...qualityColumns(),
    publicGeom: publicGeomColumn(),
    ...spanColumns(),
    startEdtf: text("start_edtf"),
    endEdtf: text("end_edtf"),
    convention: text("convention").$type<Convention>(),
    boundsNote: text("bounds_note"),
    attestedSpan: attestedSpanColumn(),
    noteEn: text("note_en"),
    noteFr: text("note_fr"),
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
    oneOf("place_phases_convention", table.convention, CONVENTIONS),
    ...qualityChecks("place_phases", table),
  ],
);
