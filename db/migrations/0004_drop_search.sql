-- No question ever used them.
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
DROP INDEX "places_search_en";--> statement-breakpoint
DROP INDEX "places_search_fr";--> statement-breakpoint
DROP INDEX "events_search_en";--> statement-breakpoint
DROP INDEX "events_search_fr";--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "search_en";--> statement-breakpoint
ALTER TABLE "places" DROP COLUMN "search_fr";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "search_en";--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "search_fr";--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr, r.category,
    r.certainty, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, r.date_precision, r.place_id, p.name_en AS place_name_en,
    p.name_fr AS place_name_fr, r.people_low, r.people_high, r.people_note, r.actor_ids AS actors,
    r.account_paragraph, r.sensitivity, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'event' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
    r.start_edtf, r.end_edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    p.end_reason, r.bounds_note, p.ring_road,
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
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM (
    SELECT r.dataset_id, r.id, r.place_id, r.public_geom AS geom, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      r.bounds_note, CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.place_id, p.name_en, p.name_fr, p.kind, r.start_edtf, r.end_edtf,
    r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.note_en, r.note_fr, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);