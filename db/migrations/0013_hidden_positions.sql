DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_counts";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
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
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM (
    SELECT r.dataset_id, r.id, r.place_id, r.public_geom AS geom, lower(r.attested_span) AS start_earliest, r.start_latest, r.end_earliest,
      upper(r.attested_span) - 1 AS end_latest, r.attested_span AS possible_span,
      (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year,
      NULL::text AS convention, NULL::text AS bounds_note, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.position, r.public_geom AS geom, r.class, r.name_en, r.name_fr, r.min_zoom,
    public_precision(r.precision_m, r.disclosure) AS precision_m, CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
    CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS note, NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM basemap_features r);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, r.place_id, p.name_en AS place_name_en, p.name_fr AS place_name_fr, r.edtf,
    r.earliest AS start_earliest, r.latest AS start_latest, r.earliest AS end_earliest, r.latest AS end_latest,
    daterange(r.earliest, r.latest, '[]') AS possible_span, (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year, r.low, r.best, r.high,
    r.measure, r.counted_by, r.counted_by_fr,
    r.counted_by_kind, r.method, r.quality_note, q.precision_m, q.position_basis, q.generalised,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr, r.category,
    r.certainty, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year, r.date_precision, r.place_id, p.name_en AS place_name_en,
    p.name_fr AS place_name_fr, r.people_low, r.people_high, r.people_note, r.actor_ids AS actors,
    r.account_paragraph, r.sensitivity, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
  r.disclosure <> 'exact' AS generalised, r.words, r.source_ids
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
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
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
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
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM (
    SELECT r.dataset_id, r.id, r.place_id, r.public_geom AS geom, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year, r.convention, r.bounds_note, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.place_id, p.name_en, p.name_fr, p.kind, r.start_edtf, r.end_edtf,
    r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS start_year, (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS end_year, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS position_basis,
  r.disclosure <> 'exact' AS generalised, r.note_en, r.note_fr, ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  WHERE ST_Dimension(r.geom) > 0);