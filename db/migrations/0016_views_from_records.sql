DROP VIEW "public"."public_event_records";--> statement-breakpoint
DROP VIEW "public"."public_count_records";--> statement-breakpoint
DROP VIEW "public"."public_deaths";--> statement-breakpoint
DROP VIEW "public"."public_movement_records";--> statement-breakpoint
DROP VIEW "public"."public_phase_records";--> statement-breakpoint
DROP VIEW "public"."public_place_records";--> statement-breakpoint
DROP VIEW "public"."public_story_steps";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_counts";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
DROP VIEW "public"."public_phases";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
DROP VIEW "public"."public_sources";--> statement-breakpoint
CREATE VIEW "public"."public_count_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "low", "best", "high", "measure", "counted_by", "counted_by_fr", "counted_by_kind", "method", "quality_note" from "counts");--> statement-breakpoint
CREATE VIEW "public"."public_deaths" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "scope", "low", "best", "high", "cause_class", "counted_by", "counted_by_fr", "counted_by_kind", "note_en", "note_fr" from "deaths");--> statement-breakpoint
CREATE VIEW "public"."public_movement_records" AS (select "dataset_id", "id", "from_id", "to_id", "start_earliest", "start_latest", "end_earliest", "end_latest", "edtf", "people_low", "people_high", "people_note", "agency", "confidence", "note_en", "note_fr", "possible_span" from "movements");--> statement-breakpoint
CREATE VIEW "public"."public_phase_records" AS (select "dataset_id", "id", "title_en", "title_fr", "start_day", "until_day", "summary_en", "summary_fr" from "phases");--> statement-breakpoint
CREATE VIEW "public"."public_place_records" AS (select "dataset_id", "id", "name_en", "name_fr", "other_names", "kind", "description_en", "description_fr", "end_reason", "ring_road", "part_of", "predecessor_ids", "successor_ids" from "places");--> statement-breakpoint
CREATE VIEW "public"."public_story_steps" AS (select "dataset_id", "position", "id", "title_en", "title_fr", "date", "window_start", "window_until", "place_id", "zoom", "text_en", "text_fr", "event_ids" from "story_steps");--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS "distance_m", round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.position, r.public_geom AS geom,
    r."class" AS "class", r."name_en" AS "name_en", r."name_fr" AS "name_fr", r."min_zoom" AS "min_zoom", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "note", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    r."place_id" AS "place_id", p.name_en AS "place_name_en", p.name_fr AS "place_name_fr", r."edtf" AS "edtf", r.earliest AS "start_earliest", r.latest AS "start_latest", r.earliest AS "end_earliest", r.latest AS "end_latest", (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."low" AS "low", r."best" AS "best", r."high" AS "high", r."measure" AS "measure", r."counted_by" AS "counted_by", r."counted_by_fr" AS "counted_by_fr", r."counted_by_kind" AS "counted_by_kind", r."method" AS "method", r."quality_note" AS "quality_note", q.precision_m AS "precision_m", q.position_basis AS "position_basis", q.generalised AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words,
    r."title_en" AS "title_en", r."title_fr" AS "title_fr", r."summary_en" AS "summary_en", r."summary_fr" AS "summary_fr", r."category" AS "category", r."certainty" AS "certainty", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name_en AS "place_name_en", p.name_fr AS "place_name_fr", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."account_paragraph" AS "account_paragraph", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, r.possible_span,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom,
    r."from_id" AS "from_id", a.name_en AS "from_name_en", a.name_fr AS "from_name_fr", r."to_id" AS "to_id", b.name_en AS "to_name_en", b.name_fr AS "to_name_fr", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."agency" AS "agency", r."confidence" AS "confidence", r."note_en" AS "note_en", r."note_fr" AS "note_fr", CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END AS "precision_m", (coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE)) AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'movement' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id);--> statement-breakpoint
CREATE VIEW "public"."public_phases" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, daterange(r.start_day, r.until_day) AS possible_span,
    r."title_en" AS "title_en", r."title_fr" AS "title_fr", r."summary_en" AS "summary_en", r."summary_fr" AS "summary_fr", r.start_day AS "start_earliest", r.start_day AS "start_latest", (r.until_day - 1) AS "end_earliest", (r.until_day - 1) AS "end_latest", (extract(year FROM r.start_day)::integer + CASE WHEN r.start_day < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (r.until_day - 1))::integer + CASE WHEN (r.until_day - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM phases r);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."other_names" AS "other_names", p."kind" AS "kind", p."description_en" AS "description_en", p."description_fr" AS "description_fr", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.bypass IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.bypass::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
      WHEN p.ring_road = 'inside' THEN 'inside'
      WHEN p.ring_road = 'outside' THEN 'beyond'
      ELSE 'edge'
    END AS "side", p."part_of" AS "part_of", p."predecessor_ids" AS "predecessor_ids", p."successor_ids" AS "successor_ids", r."precision_m" AS "precision_m", r."position_basis" AS "position_basis", r.generalised AS "generalised", r."position_note" AS "position_note", round(ST_Distance(r.geom::geography, d.reference_point::geography)::numeric, 1)::float8 AS "distance_m", round(ST_Distance(r.geom::geography, d.port_point::geography)::numeric, 1)::float8 AS "port_distance_m", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note_en" AS "note_en", r."note_fr" AS "note_fr", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span,
    r."place_id" AS "place_id", p."name_en" AS "name_en", p."name_fr" AS "name_fr", p."kind" AS "kind", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."note_en" AS "note_en", r."note_fr" AS "note_fr", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r."title" AS "title", r."publisher" AS "publisher", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r);