-- What the public sees of a point: rounded to its precision, or the middle of the cell that its level has.
CREATE FUNCTION public_point(geom geometry, disclosure text, precision_m double precision) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN disclosure = 'exact' THEN ST_SetSRID(ST_MakePoint(
    round(ST_X(geom)::numeric, coordinate_decimals(precision_m))::double precision,
    round(ST_Y(geom)::numeric, coordinate_decimals(precision_m))::double precision), 4326)
  ELSE ST_SetSRID(ST_MakePoint(
    round(
      ((floor(ST_X(geom) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision,
    round(
      ((floor(ST_Y(geom) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision), 4326)
END;--> statement-breakpoint
-- The same of several, each once: of one cell nobody can tell how many lie in it. Where they are coarse, their order is
-- that of the cells.
CREATE FUNCTION public_points(geom geometry, disclosure text, precision_m double precision) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT CASE
    WHEN count(*) = 1 THEN (array_agg(point))[1]
    ELSE ST_Collect(point ORDER BY CASE WHEN disclosure = 'exact' THEN nth END, ST_X(point), ST_Y(point))
  END
  FROM (
    SELECT public_point(own.geom, disclosure, precision_m) AS point, min(own.path[1]) AS nth
    FROM ST_Dump(geom) AS own GROUP BY 1
  ) each
);--> statement-breakpoint
CREATE OR REPLACE FUNCTION public_geometry(geom geometry, disclosure text, precision_m double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN disclosure = 'hidden' THEN NULL
  WHEN GeometryType(geom) = 'MULTIPOINT' THEN public_points(geom, disclosure, precision_m)
  WHEN disclosure = 'exact' AND ST_Dimension(geom) > 0 THEN rounded_shape(geom, coordinate_decimals(precision_m))
  ELSE public_point(ST_Centroid(geom), disclosure, precision_m)
END;--> statement-breakpoint
DROP VIEW "public"."public_versions";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_certainty";--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "several_points" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_certainty" CHECK ("events"."certainty" IN ('confirmed', 'reported', 'disputed', 'unstated'));--> statement-breakpoint
CREATE VIEW "public"."public_versions" AS (select "dataset_id", "number", "until", "label", "content_hash", "published_at", "created", "note", "class", "licences", "declared", "separation", "has_clock", "several_points", "ring" from "versions");--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, r.possible_span, a.name_words || b.name_words || r.words AS words,
    rounded_geometry(
      ST_MakeLine(ST_GeometryN(f.geom, 1), ST_GeometryN(t.geom, 1)), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom,
    r."from_id" AS "from_id", a.name AS "from_name", r."to_id" AS "to_id", b.name AS "to_name", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."agency" AS "agency", r."confidence" AS "confidence", r."note" AS "note", CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END AS "precision_m", (coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE)) AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'movement' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id AND a.until IS NULL
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id AND b.until IS NULL
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL);--> statement-breakpoint
-- What was loaded before opens as it did.
UPDATE "versions" SET "declared" = (left(rtrim("declared"::text), -1) || ', "openingMode": "instant"}')::json;
