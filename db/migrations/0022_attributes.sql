DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "attributes" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "attributes" jsonb;--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", r."position_note_fr" AS "position_note_fr", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note", CASE WHEN r.disclosure = 'exact' THEN r.position_note_fr END AS "position_note_fr",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."title_en" AS "title_en", r."title_fr" AS "title_fr", r."summary_en" AS "summary_en", r."summary_fr" AS "summary_fr", r."category" AS "category", r."certainty" AS "certainty", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name_en AS "place_name_en", p.name_fr AS "place_name_fr", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."account_paragraph" AS "account_paragraph", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", r."position_note_fr" AS "position_note_fr", round(
      ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "distance_m", round(
      ST_Distance(r.geom::geography, d.further_point::geography)::numeric, least(0, metre_decimals(r.precision_m))
    )::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."bounds_note_fr" AS "bounds_note_fr", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note", CASE WHEN r.disclosure = 'exact' THEN r.position_note_fr END AS "position_note_fr",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."kind" AS "kind", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."note_en" AS "note_en", r."note_fr" AS "note_fr", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);--> statement-breakpoint
-- What was loaded before has no columns of its own; the names keep their order, which jsonb would not.
UPDATE "datasets" SET "declared" = (left(rtrim("declared"::text), -1) || ', "attributes": {"events": [], "places": [], "shapes": []}}')::json;