DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "source_hash" text;--> statement-breakpoint
CREATE VIEW "public"."public_actors" AS (select "dataset_id", "id", "label_en", "label_fr" from "actors");--> statement-breakpoint
CREATE VIEW "public"."public_citations" AS (select "dataset_id", "record_kind", "record_id", "attribute", "source_id", "position" from "citations");--> statement-breakpoint
CREATE VIEW "public"."public_contradictions" AS (select "dataset_id", "id", "subject_ids", "topic", "statement_en", "statement_fr", "resolution_en", "resolution_fr" from "contradictions");--> statement-breakpoint
CREATE VIEW "public"."public_count_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "low", "best", "high", "counted_by", "counted_by_fr", "counted_by_kind", "measure", "method", "quality_note" from "counts");--> statement-breakpoint
CREATE VIEW "public"."public_datasets" AS (select "id", "version_number", "version_label", "content_hash", "published_at", "created", "title_en", "title_fr", "description_en", "description_fr", "attribution_en", "attribution_fr", "credit_en", "credit_fr", "licences", "words", "opening_day", "first_day", "last_day", "time_zone", "extent", "home", "reference_place_id", "port_place_id", "bypass_outline_ids", "ring" from "datasets");--> statement-breakpoint
CREATE VIEW "public"."public_deaths" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "low", "best", "high", "counted_by", "counted_by_fr", "counted_by_kind", "scope", "cause_class", "note_en", "note_fr" from "deaths");--> statement-breakpoint
CREATE VIEW "public"."public_event_records" AS (select "dataset_id", "id", "title_en", "title_fr", "summary_en", "summary_fr", "category", "certainty", "sensitivity", "edtf", "date_precision", "place_id", "start_earliest", "start_latest", "end_earliest", "end_latest", "people_low", "people_high", "people_note", "actor_ids", "account_paragraph", "source_ids" from "events");--> statement-breakpoint
CREATE VIEW "public"."public_movement_records" AS (select "dataset_id", "id", "from_id", "to_id", "edtf", "start_earliest", "start_latest", "end_earliest", "end_latest", "possible_span", "people_low", "people_high", "people_note", "agency", "confidence", "note_en", "note_fr" from "movements");--> statement-breakpoint
CREATE VIEW "public"."public_phase_records" AS (select "dataset_id", "id", "title_en", "title_fr", "summary_en", "summary_fr", "start_day", "until_day" from "phases");--> statement-breakpoint
CREATE VIEW "public"."public_place_records" AS (select "dataset_id", "id", "kind", "name_en", "name_fr", "other_names", "description_en", "description_fr", "end_reason", "ring_road", "part_of", "predecessor_ids", "successor_ids" from "places");--> statement-breakpoint
CREATE VIEW "public"."public_source_records" AS (select "dataset_id", "id", "title", "publisher", "url", "published", "lang", "kind", "note", "link_status", "link_checked_on" from "sources");--> statement-breakpoint
CREATE VIEW "public"."public_story_steps" AS (select "dataset_id", "id", "position", "title_en", "title_fr", "text_en", "text_fr", "date", "window_start", "window_until", "place_id", "zoom", "event_ids" from "story_steps");--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.position, r.public_geom AS geom, r.class, r.name_en, r.name_fr, r.min_zoom,
    public_precision(r.precision_m, r.disclosure) AS precision_m, r.position_basis,
    CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS note, NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
    ) AS geom, r.from_id, a.name_en AS from_name_en,
    a.name_fr AS from_name_fr, r.to_id, b.name_en AS to_name_en, b.name_fr AS to_name_fr, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year,
    r.people_low, r.people_high, r.people_note, r.agency, r.confidence, r.note_en, r.note_fr,
    CASE WHEN f.geom IS NOT NULL AND t.geom IS NOT NULL THEN greatest(f.precision_m, t.precision_m) END AS precision_m,
    coalesce(f.generalised, FALSE) OR coalesce(t.generalised, FALSE) AS generalised,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'movement' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM movements r
  JOIN places a ON a.dataset_id = r.dataset_id AND a.id = r.from_id
  JOIN places b ON b.dataset_id = r.dataset_id AND b.id = r.to_id
  LEFT JOIN points f ON f.dataset_id = r.dataset_id AND f.place_id = r.from_id
  LEFT JOIN points t ON t.dataset_id = r.dataset_id AND t.place_id = r.to_id);--> statement-breakpoint
-- What is stored already is held to the rules for what is imported: a record has the strictest level of its own and its
-- place's. A part stands where its whole does, and its parts where it stands.
WITH RECURSIVE levels AS (
  SELECT p.dataset_id, p.id, r.disclosure, r.geom, r.precision_m, r.position_basis
  FROM places p JOIN place_phases r ON r.dataset_id = p.dataset_id AND r.place_id = p.id AND ST_Dimension(r.geom) = 0
  WHERE p.part_of IS NULL
  UNION ALL
  SELECT p.dataset_id, p.id,
    CASE WHEN array_position(ARRAY['exact', '100m', '1km', 'hidden'], r.disclosure)
      >= array_position(ARRAY['exact', '100m', '1km', 'hidden'], w.disclosure) THEN r.disclosure ELSE w.disclosure END,
    CASE WHEN w.disclosure = 'exact' THEN r.geom ELSE w.geom END,
    CASE WHEN w.disclosure = 'exact' THEN r.precision_m ELSE w.precision_m END,
    CASE WHEN w.disclosure = 'exact' THEN r.position_basis ELSE w.position_basis END
  FROM levels w
  JOIN places p ON p.dataset_id = w.dataset_id AND p.part_of = w.id
  JOIN place_phases r ON r.dataset_id = p.dataset_id AND r.place_id = p.id AND ST_Dimension(r.geom) = 0
)
UPDATE place_phases r SET disclosure = l.disclosure, geom = l.geom, precision_m = l.precision_m, position_basis = l.position_basis
FROM levels l
WHERE l.disclosure <> 'exact' AND l.dataset_id = r.dataset_id AND l.id = r.place_id AND ST_Dimension(r.geom) = 0;--> statement-breakpoint
UPDATE place_phases r SET disclosure = 'hidden'
FROM place_phases p
WHERE p.dataset_id = r.dataset_id AND p.place_id = r.place_id AND ST_Dimension(r.geom) > 0
  AND p.disclosure <> 'exact' AND ST_Dimension(p.geom) = 0;--> statement-breakpoint
UPDATE events e SET geom = p.geom, precision_m = p.precision_m, position_basis = p.position_basis,
  disclosure = CASE WHEN array_position(ARRAY['exact', '100m', '1km', 'hidden'], e.disclosure)
    >= array_position(ARRAY['exact', '100m', '1km', 'hidden'], p.disclosure) THEN e.disclosure ELSE p.disclosure END
FROM place_phases p
WHERE p.dataset_id = e.dataset_id AND p.place_id = e.place_id AND p.disclosure <> 'exact' AND ST_Dimension(p.geom) = 0;--> statement-breakpoint
UPDATE datasets d SET
  reference_point = (SELECT r.public_geom FROM place_phases r WHERE r.dataset_id = d.id AND r.place_id = d.reference_place_id
    AND ST_Dimension(r.public_geom) = 0 ORDER BY r.id COLLATE "C" LIMIT 1),
  port_point = (SELECT r.public_geom FROM place_phases r WHERE r.dataset_id = d.id AND r.place_id = d.port_place_id
    AND ST_Dimension(r.public_geom) = 0 ORDER BY r.id COLLATE "C" LIMIT 1),
  bypass = (SELECT ST_Collect(r.public_geom) FROM place_phases r WHERE r.dataset_id = d.id
    AND ST_Dimension(r.public_geom) = 1 AND r.id = ANY (d.bypass_outline_ids)),
  -- The hash was of the files, positions that are not published among them: it is replaced by one that tells nothing.
  content_hash = encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
