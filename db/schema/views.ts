// What the public may read of the newest version: a view a collection, with the columns that questions name; `view-sql.ts`
// has what they say.
import { boolean, doublePrecision, integer, pgView, text } from "drizzle-orm/pg-core";
import { pick } from "#model/field/member.ts";
import type { Side } from "#model/measure/site.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { EVENT } from "#model/record/event.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import type { PositionBasis } from "#model/space/position.ts";
import { attributesColumn, geometry } from "./columns.ts";
import { day } from "./day.ts";
import { recordColumns } from "./record-columns.ts";
import { NEWEST } from "./rows.ts";
import { COLLECTION_VIEWS } from "./view-sql.ts";

const base = () => ({
  datasetId: text("dataset_id").notNull(),
  id: text("id").notNull(),
  geom: geometry("geom"),
  startEarliest: day("start_earliest"),
  startLatest: day("start_latest"),
  endEarliest: day("end_earliest"),
  endLatest: day("end_latest"),
  possibleSpan: text("possible_span"),
});

/** What the record type does not say of itself: the position is as it is published, the sources are gathered. */
const published = () => ({
  precisionM: doublePrecision("precision_m"),
  positionBasis: text("position_basis").$type<PositionBasis>(),
  sourceIds: text("source_ids").array().notNull(),
});

/** Remarks are on outlines. */
const { note: _note, ...POINT_PHASE } = PLACE_PHASE;

const placeColumns = () => ({
  ...recordColumns(PLACE),
  ...recordColumns(POINT_PHASE),
  ...base(),
  ...published(),
  attributes: attributesColumn(),
  isSite: boolean("is_site").notNull(),
  side: text("side").$type<Side>(),
  distanceM: doublePrecision("distance_m"),
  furtherDistanceM: doublePrecision("further_distance_m"),
});

const newest = (name: keyof typeof COLLECTION_VIEWS) => COLLECTION_VIEWS[name](NEWEST);

/** Points of places by dated phase, with what PostGIS says of their separation from the reference place. */
export const publicPlaces = pgView("public_places", placeColumns()).as(newest("public_places"));

export const attestedPlaces = pgView("attested_places", placeColumns()).as(
  newest("attested_places"),
);

/** Lines and areas by dated phase. */
export const publicRoutes = pgView("public_routes", {
  ...recordColumns(pick(PLACE_PHASE, "place_id", "start_edtf", "end_edtf", "span", "note")),
  ...base(),
  ...published(),
  attributes: attributesColumn(),
}).as(newest("public_routes"));

export const publicEvents = pgView("public_events", {
  ...recordColumns(EVENT),
  ...base(),
  ...published(),
  attributes: attributesColumn(),
  actorIds: text("actors").array().notNull(),
}).as(newest("public_events"));

export const publicMovements = pgView("public_movements", base()).as(newest("public_movements"));

export const publicCounts = pgView("public_counts", base()).as(newest("public_counts"));

export const publicAttestations = pgView("public_attestations", base()).as(
  newest("public_attestations"),
);

export const publicSources = pgView("public_sources", base()).as(newest("public_sources"));

export const publicCitedFields = pgView("public_cited_fields", base()).as(
  newest("public_cited_fields"),
);

export const publicPhases = pgView("public_phases", base()).as(newest("public_phases"));

export const publicBasemap = pgView("public_basemap", {
  ...recordColumns(BASEMAP_FEATURE),
  ...base(),
  ...published(),
  positionNote: text("note"),
  position: integer("position").notNull(),
}).as(newest("public_basemap"));
