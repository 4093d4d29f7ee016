// What the public may read of the newest version: one view a collection, its columns those of the collection's properties. The public
// geometry was derived from the disclosure level when the row was written, and everything derived from a position
// (distance, side) is derived from the public one, so that nothing betrays the true point.
import { type SQL, sql } from "drizzle-orm";
import { boolean, doublePrecision, integer, pgView, text } from "drizzle-orm/pg-core";
import { ATTESTATIONS } from "#model/collection/attestations.ts";
import { BASEMAP } from "#model/collection/basemap.ts";
import { CITATIONS } from "#model/collection/citations.ts";
import type { AnyCollection } from "#model/collection/collection.ts";
import { COUNTS } from "#model/collection/counts.ts";
import { EVENTS } from "#model/collection/events.ts";
import { MOVEMENTS } from "#model/collection/movements.ts";
import { PHASES } from "#model/collection/phases.ts";
import { OUTLINES, PLACES } from "#model/collection/places.ts";
import { SOURCES } from "#model/collection/sources.ts";
import { pick } from "#model/field/member.ts";
import { storedColumns } from "#model/field/rows.ts";
import type { Side } from "#model/measure/site.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { EVENT } from "#model/record/event.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import type { PositionBasis } from "#model/space/position.ts";
import { attributesColumn, geometry } from "./columns.ts";
import { day } from "./day.ts";
import { recordColumns } from "./record-columns.ts";
import type { RecordKind } from "./sources.ts";
import { columnsSql, named, propertiesSql } from "./view-columns.ts";

/** The sources of a record, in the order in which it names them. */
function sourceIds(kind: RecordKind, id: SQL): SQL {
  return sql`ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = '${sql.raw(kind)}' AND c.record_id = ${id}
    GROUP BY c.source_id ORDER BY min(c.position)
  )`;
}

type Days = Readonly<Record<"start_earliest" | "end_latest", SQL>>;

/** The years of a span, counted as in astronomy: PostgreSQL has no year 0, 1 BC is its −1. */
const years = ({ end_latest: end, start_earliest: start }: Days) => {
  const yearOf = (day: SQL) =>
    sql`(extract(year FROM ${day})::integer + CASE WHEN ${day} < DATE '0001-01-01' THEN 1 ELSE 0 END)`;
  return { start_year: yearOf(start), end_year: yearOf(end) };
};

const OWN_DAYS = { start_earliest: sql`r.start_earliest`, end_latest: sql`r.end_latest` };
const OWN_YEARS = years(OWN_DAYS);

/** Nothing is said of a position that is hidden. */
const QUALITY = {
  precision_m: sql`public_precision(r.precision_m, r.disclosure)`,
  position_basis: sql`CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END`,
};
const GENERALISED = sql`r.disclosure <> 'exact'`;

/** How an exact position was found may tell what a coarse one does not. */
const POSITION_NOTE = sql`CASE WHEN r.disclosure = 'exact' THEN r.position_note END`;

/** What a column says that only the dataset knows may tell a position that is coarse or hidden. */
const ATTRIBUTES = { attributes: sql`CASE WHEN r.disclosure = 'exact' THEN r.attributes END` };

const PUBLIC_GEOM = sql`r.public_geom AS geom`;

/** In whole metres, or as much coarser as the precision asks for: `publishedDistance` of the model says the same. */
const distanceTo = (point: SQL) => sql`round(
      ST_Distance(r.geom::geography, ${point}::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8`;

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
  furtherDistanceM: doublePrecision("port_distance_m"),
});

const PLACE_COLUMNS: ReadonlySet<string> = new Set(storedColumns(PLACE).map(([name]) => name));

/** Of a dated phase: p is its place, r the phase itself. */
const tableOf = (column: string) => (PLACE_COLUMNS.has(column) ? "p" : "r");

/** `phases`: the columns of the phase that say when it was there, and which phases there are. */
const placesSql = (phases: {
  readonly days: Readonly<Record<string, SQL>>;
  readonly span: SQL;
  readonly where: SQL;
}) => sql`
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    ${propertiesSql(
      PLACES,
      {
        start_year: sql`r.start_year`,
        end_year: sql`r.end_year`,
        side: sql`CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END`,
        generalised: sql`r.generalised`,
        distance_m: distanceTo(sql`d.reference_point`),
        port_distance_m: distanceTo(sql`d.further_point`),
        source_ids: sourceIds("place", sql`r.place_id`),
      },
      tableOf,
    )}
  FROM (
    SELECT r.dataset_id, ${PUBLIC_GEOM}, ${phases.span} AS possible_span,
      ${columnsSql(PLACE_PHASE, { ...QUALITY, ...phases.days, position_note: POSITION_NOTE })},
      ${named({ generalised: GENERALISED, ...years(phases.days), ...ATTRIBUTES })}
    FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0 AND ${phases.where}
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL`;

/** Points of places by dated phase, with what PostGIS says of their separation from the reference place. */
export const publicPlaces = pgView("public_places", placeColumns()).as(
  placesSql({ days: OWN_DAYS, span: sql`r.possible_span`, where: sql`TRUE` }),
);

/**
 * The same as far as their dates are attested: bounds that a convention fills are cut to the attested days, and
 * `convention` goes on saying which these are, since no source gives them.
 */
export const attestedPlaces = pgView("attested_places", placeColumns()).as(
  placesSql({
    days: {
      start_earliest: sql`lower(r.attested_span)`,
      end_latest: sql`(upper(r.attested_span) - 1)`,
    },
    span: sql`r.attested_span`,
    where: sql`NOT isempty(r.attested_span)`,
  }),
);

/** Lines and areas by dated phase. */
export const publicRoutes = pgView("public_routes", {
  ...recordColumns(pick(PLACE_PHASE, "place_id", "start_edtf", "end_edtf", "span", "note")),
  ...base(),
  ...published(),
  attributes: attributesColumn(),
}).as(sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.possible_span, p.name_words || r.words AS words, ${named(ATTRIBUTES)},
    ${propertiesSql(
      OUTLINES,
      {
        ...QUALITY,
        ...OWN_YEARS,
        generalised: GENERALISED,
        source_ids: sourceIds("place-phase", sql`r.id`),
      },
      tableOf,
    )}
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  WHERE r.until IS NULL AND ST_Dimension(r.geom) > 0`);

export const publicEvents = pgView("public_events", {
  ...recordColumns(EVENT),
  ...base(),
  ...published(),
  attributes: attributesColumn(),
  actorIds: text("actors").array().notNull(),
}).as(sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.possible_span, r.words, ${named(ATTRIBUTES)},
    ${propertiesSql(EVENTS, {
      ...QUALITY,
      ...OWN_YEARS,
      place_name: sql`p.name`,
      generalised: GENERALISED,
    })}
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  WHERE r.until IS NULL`);

/** The public point of a place: that of its first phase. */
const PLACE_POINTS = sql`
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, ${PUBLIC_GEOM},
    ${named({ ...QUALITY, generalised: GENERALISED })}
  FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id`;

/**
 * Lines that join the two places of a movement; not the way taken. The ends are as exact as the less exact of both
 * places, whose precision is that of the line.
 */
export const publicMovements = pgView("public_movements", base()).as(sql`
  WITH points AS (${PLACE_POINTS})
  SELECT r.dataset_id, r.id, r.possible_span, a.name_words || b.name_words || r.words AS words,
    rounded_geometry(
      ST_MakeLine(ST_GeometryN(f.geom, 1), ST_GeometryN(t.geom, 1)), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom,
    ${propertiesSql(MOVEMENTS, {
      ...OWN_YEARS,
      from_name: sql`a.name`,
      to_name: sql`b.name`,
      precision_m: sql`CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END`,
      generalised: sql`(coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE))`,
      source_ids: sourceIds("movement", sql`r.id`),
    })}
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id AND a.until IS NULL
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id AND b.until IS NULL
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id
  WHERE r.until IS NULL`);

/** What is said of a place, where that is, on some day between two. */
const ofThePlace = (
  table: string,
  collection: AnyCollection,
  more: Readonly<Record<string, SQL>> = {},
) => {
  const days = { start_earliest: sql`r.earliest`, end_latest: sql`r.latest` };
  return sql`
  WITH points AS (${PLACE_POINTS})
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    p.name_words || r.words AS words,
    ${propertiesSql(collection, {
      place_name: sql`p.name`,
      start_earliest: sql`r.earliest`,
      start_latest: sql`r.latest`,
      end_earliest: sql`r.earliest`,
      end_latest: sql`r.latest`,
      ...years(days),
      precision_m: sql`q.precision_m`,
      position_basis: sql`q.position_basis`,
      generalised: sql`q.generalised`,
      ...more,
    })}
  FROM ${sql.raw(table)} r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id
  WHERE r.until IS NULL`;
};

export const publicCounts = pgView("public_counts", base()).as(
  ofThePlace("counts", COUNTS, { source_ids: sourceIds("count", sql`r.id`) }),
);

export const publicAttestations = pgView("public_attestations", base()).as(
  ofThePlace("attestations", ATTESTATIONS),
);

const NO_TIME = sql`NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year`;

export const publicSources = pgView("public_sources", base()).as(sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    ${propertiesSql(SOURCES, { copy_held_by: sql`d.declared->'carriers'->>r.id` })}, ${NO_TIME}
  FROM sources r
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL
  WHERE r.until IS NULL`);

export const publicCitedFields = pgView("public_cited_fields", base()).as(sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words, ${propertiesSql(CITATIONS, {})}, ${NO_TIME}
  FROM field_citations r
  WHERE r.until IS NULL`);

export const publicPhases = pgView("public_phases", base()).as(sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, daterange(r.start_day, r.until_day) AS possible_span, r.words,
    ${propertiesSql(PHASES, {
      start_earliest: sql`r.start_day`,
      start_latest: sql`r.start_day`,
      end_earliest: sql`(r.until_day - 1)`,
      end_latest: sql`(r.until_day - 1)`,
      ...years({ start_earliest: sql`r.start_day`, end_latest: sql`(r.until_day - 1)` }),
      source_ids: sourceIds("phase", sql`r.id`),
    })}
  FROM phases r
  WHERE r.until IS NULL`);

export const publicBasemap = pgView("public_basemap", {
  ...recordColumns(BASEMAP_FEATURE),
  ...base(),
  ...published(),
  positionNote: text("note"),
  position: integer("position").notNull(),
}).as(sql`
  SELECT r.dataset_id, r.id, r.position, ${PUBLIC_GEOM},
    CASE WHEN r.disclosure = 'exact' THEN r.words ELSE ''::tsvector END AS words,
    ${propertiesSql(BASEMAP, {
      ...QUALITY,
      note: POSITION_NOTE,
      source_ids: sourceIds("basemap", sql`r.id`),
    })}, ${NO_TIME}
  FROM basemap_features r
  WHERE r.until IS NULL`);
