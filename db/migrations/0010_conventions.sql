DROP VIEW "public"."public_counts";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "convention" text;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "attested_span" daterange GENERATED ALWAYS AS (CASE
    WHEN convention IS NULL THEN daterange(start_earliest, end_latest, '[]')
    WHEN convention = 'start' THEN CASE WHEN coalesce(start_latest, end_earliest, end_latest) IS NULL THEN 'empty'::daterange
      ELSE daterange(coalesce(least(start_latest, end_earliest), end_latest), end_latest, '[]') END
    WHEN convention = 'end' THEN CASE WHEN coalesce(start_latest, end_earliest, start_earliest) IS NULL THEN 'empty'::daterange
      ELSE daterange(start_earliest, coalesce(greatest(start_latest, end_earliest), start_earliest), '[]') END
    WHEN coalesce(start_latest, end_earliest) IS NULL THEN 'empty'::daterange
    ELSE daterange(least(start_latest, end_earliest), greatest(start_latest, end_earliest), '[]')
  END) STORED;--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "counted_by_fr" text;--> statement-breakpoint
ALTER TABLE "deaths" ADD COLUMN "counted_by_fr" text;--> statement-breakpoint
ALTER TABLE "place_phases" ADD CONSTRAINT "place_phases_convention" CHECK ("place_phases"."convention" IN ('start', 'end', 'both'));--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
    r.start_edtf, r.end_edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    p.end_reason, r.convention, r.bounds_note, p.ring_road,
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
      NULL::text AS convention, NULL::text AS bounds_note, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, r.place_id, p.name_en AS place_name_en, p.name_fr AS place_name_fr, r.edtf,
    r.earliest AS start_earliest, r.latest AS start_latest, r.earliest AS end_earliest, r.latest AS end_latest,
    daterange(r.earliest, r.latest, '[]') AS possible_span, r.low, r.best, r.high, r.measure, r.counted_by, r.counted_by_fr,
    r.counted_by_kind, r.method, r.quality_note, q.precision_m, q.position_basis, q.generalised,
    ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS source_ids
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.place_id, p.name_en, p.name_fr, p.other_names, p.kind,
    p.kind IN ('camp', 'squat', 'shelter', 'state-camp') AS is_settlement, p.description_en, p.description_fr,
    r.start_edtf, r.end_edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span,
    p.end_reason, r.convention, r.bounds_note, p.ring_road,
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
    SELECT r.dataset_id, r.id, r.place_id, r.public_geom AS geom, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, r.convention, r.bounds_note, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.start_edtf, r.end_edtf,
      CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS position_note
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN datasets d ON d.id = r.dataset_id);