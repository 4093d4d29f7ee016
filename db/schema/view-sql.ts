// What the views say that the public may read: one a collection, its columns those of the collection's properties. The public
// geometry was derived from the disclosure level when the row was written, and everything derived from a position
// (distance, side) is derived from the public one, so that nothing betrays the true point.
import { type SQL, sql } from "drizzle-orm";
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
import type { RecordKind } from "#model/evidence/sources-of.ts";
import { storedColumns } from "#model/field/rows.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import type { Rows } from "./rows.ts";
import { columnsSql, named, propertiesSql } from "./view-columns.ts";

/** The SELECT of a view, of the rows that it is made of. */
type Made = (rows: Rows) => SQL;

/** The sources of a record, in the order in which it names them. */
function sourceIds(rows: Rows, kind: RecordKind, id: SQL): SQL {
  return sql`ARRAY(
    SELECT c.source_id FROM ${rows.of("citations")} c
    WHERE c.dataset_id = r.dataset_id AND ${rows.alive("c")} AND c.record_kind = '${sql.raw(kind)}' AND c.record_id = ${id}
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

/** What is said of a position `r`. */
const quality = ({ published: { position_basis, precision_m } }: Rows) => ({
  precision_m,
  position_basis,
});
const GENERALISED = sql`r.disclosure <> 'exact'`;
const PUBLIC_GEOM = sql`r.public_geom AS geom`;

/** In whole metres, or as much coarser as the precision asks for: `publishedDistance` of the model says the same. */
const distanceTo = (point: SQL) => sql`round(
      ST_Distance(r.geom::geography, ${point}::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8`;

const PLACE_COLUMNS: ReadonlySet<string> = new Set(storedColumns(PLACE).map(([name]) => name));

/** Of a dated phase: p is its place, r the phase itself. */
const tableOf = (column: string) => (PLACE_COLUMNS.has(column) ? "p" : "r");

/** `phases`: the columns of the phase that say when it was there, and which phases there are. */
const placesOf = (
  rows: Rows,
  phases: {
    readonly days: Readonly<Record<string, SQL>>;
    readonly span: SQL;
    readonly where: SQL;
  },
) => sql`
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    ${propertiesSql(
      PLACES,
      {
        start_year: sql`r.start_year`,
        end_year: sql`r.end_year`,
        side: sql`CASE
      WHEN d.separating_line IS NULL OR p.stated_side = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.stated_side = 'inside' THEN 'inside'
      WHEN p.stated_side = 'outside' THEN 'beyond'
      ELSE 'edge'
    END`,
        generalised: sql`r.generalised`,
        distance_m: distanceTo(sql`d.reference_point`),
        further_distance_m: distanceTo(sql`d.further_point`),
        source_ids: sourceIds(rows, "place", sql`r.place_id`),
      },
      tableOf,
    )}
  FROM (
    SELECT r.dataset_id, ${PUBLIC_GEOM}, ${phases.span} AS possible_span,
      ${columnsSql(PLACE_PHASE, { ...quality(rows), ...phases.days, position_note: rows.published.position_note })},
      ${named({ generalised: GENERALISED, ...years(phases.days), attributes: rows.published.attributes })}
    FROM ${rows.of("place_phases")} r WHERE ${rows.alive("r")} AND ${rows.published.dimension} = 0 AND ${phases.where}
  ) r
  JOIN ${rows.of("places")} p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND ${rows.alive("p")}
  JOIN ${rows.of("versions")} d ON d.dataset_id = r.dataset_id AND ${rows.isVersion("d")}`;

/** Points of places by dated phase, with what PostGIS says of their separation from the reference place. */
const publicPlaces: Made = (rows) =>
  placesOf(rows, { days: OWN_DAYS, span: sql`r.possible_span`, where: sql`TRUE` });

/**
 * The same as far as their dates are attested: bounds that a convention fills are cut to the attested days, and
 * `convention` goes on saying which these are, since no source gives them.
 */
const attestedPlaces: Made = (rows) =>
  placesOf(rows, {
    days: {
      start_earliest: sql`lower(r.attested_span)`,
      end_latest: sql`(upper(r.attested_span) - 1)`,
    },
    span: sql`r.attested_span`,
    where: sql`NOT isempty(r.attested_span)`,
  });

/** Lines and areas by dated phase. */
const publicRoutes: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.possible_span, p.name_words || r.words AS words, ${named({ attributes: rows.published.attributes })},
    ${propertiesSql(
      OUTLINES,
      {
        ...quality(rows),
        ...OWN_YEARS,
        generalised: GENERALISED,
        source_ids: sourceIds(rows, "place-phase", sql`r.id`),
      },
      tableOf,
    )}
  FROM ${rows.of("place_phases")} r
  JOIN ${rows.of("places")} p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND ${rows.alive("p")}
  WHERE ${rows.alive("r")} AND ${rows.published.dimension} > 0`;

const publicEvents: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, ${PUBLIC_GEOM}, r.possible_span, r.words, ${named({ attributes: rows.published.attributes })},
    ${propertiesSql(EVENTS, {
      ...quality(rows),
      ...OWN_YEARS,
      place_name: sql`p.name`,
      generalised: GENERALISED,
    })}
  FROM ${rows.of("events")} r
  LEFT JOIN ${rows.of("places")} p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND ${rows.alive("p")}
  WHERE ${rows.alive("r")}`;

/** The public point of a place: that of its first phase. */
const placePoints: Made = (rows) => sql`
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, ${PUBLIC_GEOM},
    ${named({ ...quality(rows), generalised: GENERALISED })}
  FROM ${rows.of("place_phases")} r WHERE ${rows.alive("r")} AND ${rows.published.dimension} = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id`;

/**
 * Lines that join the two places of a movement; not the way taken. The ends are as exact as the less exact of both
 * places, whose precision is that of the line.
 */
const publicMovements: Made = (rows) => sql`
  WITH points AS (${placePoints(rows)})
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
      source_ids: sourceIds(rows, "movement", sql`r.id`),
    })}
  FROM ${rows.of("movements")} r
  JOIN ${rows.of("places")} a ON a.dataset_id = r.dataset_id AND a.id = r.from_id AND ${rows.alive("a")}
  JOIN ${rows.of("places")} b ON b.dataset_id = r.dataset_id AND b.id = r.to_id AND ${rows.alive("b")}
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id
  WHERE ${rows.alive("r")}`;

/** What is said of a place, where that is, on some day between two. */
const ofThePlace = (
  rows: Rows,
  table: string,
  collection: AnyCollection,
  more: Readonly<Record<string, SQL>> = {},
) => {
  const days = { start_earliest: sql`r.earliest`, end_latest: sql`r.latest` };
  return sql`
  WITH points AS (${placePoints(rows)})
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
  FROM ${rows.of(table)} r
  JOIN ${rows.of("places")} p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND ${rows.alive("p")}
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id
  WHERE ${rows.alive("r")}`;
};

const publicCounts: Made = (rows) =>
  ofThePlace(rows, "counts", COUNTS, { source_ids: sourceIds(rows, "count", sql`r.id`) });

const publicAttestations: Made = (rows) => ofThePlace(rows, "attestations", ATTESTATIONS);

const NO_TIME = sql`NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year`;

const publicSources: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    ${propertiesSql(SOURCES, { copy_held_by: sql`d.declared->'carriers'->>r.id` })}, ${NO_TIME}
  FROM ${rows.of("sources")} r
  JOIN ${rows.of("versions")} d ON d.dataset_id = r.dataset_id AND ${rows.isVersion("d")}
  WHERE ${rows.alive("r")}`;

const publicCitedFields: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words, ${propertiesSql(CITATIONS, {})}, ${NO_TIME}
  FROM ${rows.of("field_citations")} r
  WHERE ${rows.alive("r")}`;

const publicPhases: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, daterange(r.start_day, r.until_day) AS possible_span, r.words,
    ${propertiesSql(PHASES, {
      start_earliest: sql`r.start_day`,
      start_latest: sql`r.start_day`,
      end_earliest: sql`(r.until_day - 1)`,
      end_latest: sql`(r.until_day - 1)`,
      ...years({ start_earliest: sql`r.start_day`, end_latest: sql`(r.until_day - 1)` }),
      source_ids: sourceIds(rows, "phase", sql`r.id`),
    })}
  FROM ${rows.of("phases")} r
  WHERE ${rows.alive("r")}`;

const publicBasemap: Made = (rows) => sql`
  SELECT r.dataset_id, r.id, r.position, ${PUBLIC_GEOM},
    ${rows.published.words} AS words,
    ${propertiesSql(BASEMAP, {
      ...quality(rows),
      note: rows.published.position_note,
      source_ids: sourceIds(rows, "basemap", sql`r.id`),
    })}, ${NO_TIME}
  FROM ${rows.of("basemap_features")} r
  WHERE ${rows.alive("r")}`;

/** What each view of a collection says, by its name. */
export const COLLECTION_VIEWS = {
  public_places: publicPlaces,
  attested_places: attestedPlaces,
  public_routes: publicRoutes,
  public_events: publicEvents,
  public_movements: publicMovements,
  public_counts: publicCounts,
  public_attestations: publicAttestations,
  public_sources: publicSources,
  public_cited_fields: publicCitedFields,
  public_phases: publicPhases,
  public_basemap: publicBasemap,
} as const;
