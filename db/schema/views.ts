// What the public may read: one view a collection, its columns named as the collection's properties. The public
// geometry was derived from the disclosure level when the row was written, and everything derived from a position (distance, side) is
// derived from the public one, so that nothing betrays the true point.
import { type SQL, sql } from "drizzle-orm";
import { boolean, doublePrecision, integer, pgView, text } from "drizzle-orm/pg-core";
import type { Convention } from "#model/convention.ts";
import { type RingRoadFlag, SETTLEMENT_KINDS } from "#model/place.ts";
import type { PositionBasis } from "#model/position.ts";
import type { BasemapFeature, EventCertainty } from "#model/record.ts";
import type { Side } from "#model/site.ts";
import { geometry } from "./columns.ts";
import type { RecordKind } from "./datasets.ts";
import { day } from "./day.ts";

/** The sources of a record, in the order in which it names them. */
function sourceIds(kind: RecordKind, id: SQL): SQL {
  return sql`ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = '${sql.raw(kind)}' AND c.record_id = ${id}
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids`;
}

/** The year of a day, counted as in astronomy: PostgreSQL has no year 0, 1 BC is its −1. */
function yearOf(day: SQL): SQL {
  return sql`(extract(year FROM ${day})::integer + CASE WHEN ${day} < DATE '0001-01-01' THEN 1 ELSE 0 END)`;
}

function years(start: SQL, end: SQL): SQL {
  return sql`${yearOf(start)} AS start_year, ${yearOf(end)} AS end_year`;
}

const SPAN = sql`r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    ${years(sql`r.start_earliest`, sql`r.end_latest`)}`;

/** Nothing is said of a position that is hidden. */
const POSITION_BASIS = sql`CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END`;

const QUALITY = sql`
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  ${POSITION_BASIS} AS position_basis,
  r.disclosure <> 'exact' AS generalised`;

const PUBLIC_GEOM = sql`r.public_geom AS geom`;

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

const quality = () => ({
  precisionM: doublePrecision("precision_m"),
  positionBasis: text("position_basis").$type<PositionBasis>(),
  sourceIds: text("source_ids").array().notNull(),
});

const edtfs = () => ({ startEdtf: text("start_edtf"), endEdtf: text("end_edtf") });

const SETTLEMENTS = sql.raw(SETTLEMENT_KINDS.map((kind) => `'${kind}'`).join(", "));

const placeColumns = () => ({
  ...base(),
  ...quality(),
  ...edtfs(),
  placeId: text("place_id").notNull(),
  isSettlement: boolean("is_settlement").notNull(),
  ringRoad: text("ring_road").$type<RingRoadFlag>(),
  side: text("side").$type<Side>(),
  partOf: text("part_of"),
  convention: text("convention").$type<Convention>(),
  boundsNote: text("bounds_note"),
  positionNote: text("position_note"),
  distanceM: doublePrecision("distance_m"),
  portDistanceM: doublePrecision("port_distance_m"),
});

/** `phases`: the columns of the phase that say when it was there, and which phases there are. */
const placesSql = (phases: { readonly span: SQL; readonly where: SQL }) => sql`
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN (${SETTLEMENTS}) AS is_settlement, p.description_en, p.description_fr,
    r.start_edtf, r.end_edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    r.start_year, r.end_year, p.end_reason, r.convention, r.bounds_note, p.ring_road,
    CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS side,
    p.part_of, p.predecessor_ids, p.successor_ids, r.precision_m, r.position_basis, r.generalised, r.position_note,
    round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS distance_m,
    round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS port_distance_m,
    ${sourceIds("place", sql`r.place_id`)}
  FROM (
    SELECT r.dataset_id, r.id, r.place_id, ${PUBLIC_GEOM}, ${phases.span}, r.convention, r.bounds_note,
      ${QUALITY}, r.start_edtf, r.end_edtf,
      CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND ${phases.where}
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id`;

/** Points of places by dated phase, with what PostGIS says of their separation from the town. */
export const publicPlaces = pgView("public_places", placeColumns()).as(
  placesSql({ span: sql`${SPAN}`, where: sql`TRUE` }),
);

/**
 * The same as far as their dates are attested: bounds that a convention fills are cut to the attested days, and
 * `convention` goes on saying which these are, since no source gives them.
 */
export const attestedPlaces = pgView("attested_places", placeColumns()).as(
  placesSql({
    span: sql`lower(r.attested_span) AS start_earliest, r.start_latest, r.end_earliest,
      upper(r.attested_span) - 1 AS end_latest, r.attested_span AS possible_span,
      ${years(sql`lower(r.attested_span)`, sql`(upper(r.attested_span) - 1)`)}`,
    where: sql`NOT isempty(r.attested_span)`,
  }),
);

/** Lines and areas by dated phase. */
export const publicRoutes = pgView("public_routes", {
  ...base(),
  ...quality(),
  ...edtfs(),
  placeId: text("place_id").notNull(),
  noteEn: text("note_en"),
  noteFr: text("note_fr"),
}).as(sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.place_id, p.name_en, p.name_fr, p.kind, r.start_edtf, r.end_edtf,
    ${SPAN}, ${QUALITY}, r.note_en, r.note_fr, ${sourceIds("place-phase", sql`r.id`)}
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0`);

export const publicEvents = pgView("public_events", {
  ...base(),
  ...quality(),
  placeId: text("place_id"),
  category: text("category").notNull(),
  certainty: text("certainty").$type<EventCertainty>().notNull(),
}).as(sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.title_en, r.title_fr, r.summary_en, r.summary_fr, r.category,
    r.certainty, r.edtf, ${SPAN}, r.date_precision, r.place_id, p.name_en AS place_name_en,
    p.name_fr AS place_name_fr, r.people_low, r.people_high, r.people_note, r.actor_ids AS actors,
    r.account_paragraph, r.sensitivity, ${QUALITY}, r.words, r.source_ids
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id`);

/** The public point of a place: that of its first phase. */
const PLACE_POINTS = sql`
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, ${PUBLIC_GEOM}, ${QUALITY}
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id`;

/**
 * Lines that join the two places of a movement; not the way taken. The ends are as exact as the less exact of both
 * places, whose precision is that of the line.
 */
export const publicMovements = pgView("public_movements", base()).as(sql`
  WITH points AS (${PLACE_POINTS})
  SELECT r.dataset_id, r.id,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom, r.from_id, a.name_en AS from_name_en,
    a.name_fr AS from_name_fr, r.to_id, b.name_en AS to_name_en, b.name_fr AS to_name_fr, r.edtf, ${SPAN},
    r.people_low, r.people_high, r.people_note, r.agency, r.confidence, r.note_en, r.note_fr,
    CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END AS precision_m,
    coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE) AS generalised,
    ${sourceIds("movement", sql`r.id`)}
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id`);

export const publicCounts = pgView("public_counts", base()).as(sql`
  WITH points AS (${PLACE_POINTS})
  SELECT r.dataset_id, r.id, q.geom, r.place_id, p.name_en AS place_name_en, p.name_fr AS place_name_fr, r.edtf,
    r.earliest AS start_earliest, r.latest AS start_latest, r.earliest AS end_earliest, r.latest AS end_latest,
    daterange(r.earliest, r.latest, '[]') AS possible_span, ${years(sql`r.earliest`, sql`r.latest`)}, r.low, r.best, r.high,
    r.measure, r.counted_by, r.counted_by_fr,
    r.counted_by_kind, r.method, r.quality_note, q.precision_m, q.position_basis, q.generalised,
    ${sourceIds("count", sql`r.id`)}
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id`);

const NO_TIME = sql`NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year`;

export const publicSources = pgView("public_sources", base()).as(sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.title, r.publisher, r.url, r.published, r.lang, r.kind,
    r.note, r.link_status, r.link_checked_on, ${NO_TIME}
  FROM sources r`);

export const publicPhases = pgView("public_phases", base()).as(sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr,
    r.start_day AS start_earliest, r.start_day AS start_latest, r.until_day - 1 AS end_earliest,
    r.until_day - 1 AS end_latest, daterange(r.start_day, r.until_day) AS possible_span,
    ${years(sql`r.start_day`, sql`(r.until_day - 1)`)},
    ${sourceIds("phase", sql`r.id`)}
  FROM phases r`);

export const publicBasemap = pgView("public_basemap", {
  ...base(),
  ...quality(),
  class: text("class").$type<BasemapFeature["class"]>().notNull(),
  nameEn: text("name_en"),
  nameFr: text("name_fr"),
  minZoom: integer("min_zoom").notNull(),
  note: text("note"),
  position: integer("position").notNull(),
}).as(sql`
  SELECT r.dataset_id, r.id, r.position, ${PUBLIC_GEOM}, r.class, r.name_en, r.name_fr, r.min_zoom,
    public_precision(r.precision_m, r.disclosure) AS precision_m, ${POSITION_BASIS} AS position_basis,
    CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS note, ${NO_TIME}, ${sourceIds("basemap", sql`r.id`)}
  FROM basemap_features r`);
