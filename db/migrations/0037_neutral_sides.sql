DROP VIEW "public"."all_places";--> statement-breakpoint
DROP VIEW "public"."public_place_records";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
ALTER TABLE "places" RENAME COLUMN "ring_road" TO "stated_side";--> statement-breakpoint
ALTER TABLE "places" DROP CONSTRAINT "places_ring_road";--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_stated_side" CHECK ("places"."stated_side" IN ('inside', 'outside', 'edge', 'region'));--> statement-breakpoint
CREATE VIEW "public"."all_places" AS (SELECT r."dataset_id" AS "dataset_id", r."since" AS "since", r."until" AS "until", r."id" AS "id", r."name" AS "name", r."other_names" AS "other_names", r."kind" AS "kind", r."description" AS "description", r."end_reason" AS "end_reason", r."stated_side" AS "stated_side", r."part_of" AS "part_of", r."predecessor_ids" AS "predecessor_ids", r."successor_ids" AS "successor_ids", r."words" AS "words", r."name_words" AS "name_words" FROM "places" r);--> statement-breakpoint
CREATE VIEW "public"."public_place_records" AS (select "dataset_id", "id", "name", "other_names", "kind", "description", "end_reason", "stated_side", "part_of", "predecessor_ids", "successor_ids", "words", "name_words" from "places" where "places"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."stated_side" AS "stated_side", CASE
      WHEN d.separating_line IS NULL OR p.stated_side = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.stated_side = 'inside' THEN 'inside'
      WHEN p.stated_side = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "further_distance_m", ARRAY(
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
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."stated_side" AS "stated_side", CASE
      WHEN d.separating_line IS NULL OR p.stated_side = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m AND ST_Covers(d.ring, r.geom)
        THEN 'inside'
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        AND NOT coalesce(ST_Intersects(d.ring, r.geom), FALSE) THEN 'beyond'
      WHEN p.stated_side = 'inside' THEN 'inside'
      WHEN p.stated_side = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "further_distance_m", ARRAY(
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
-- What is cited of a place is called as its column is.
UPDATE "field_citations" SET "field" = 'stated_side' WHERE "record_kind" = 'place' AND "field" = 'ring_road';
