DROP VIEW "public"."public_events";--> statement-breakpoint
ALTER TABLE "citations" DROP CONSTRAINT "citations_record_kind";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "source_ids" text[] NOT NULL DEFAULT '{}';--> statement-breakpoint
UPDATE "events" e SET "source_ids" = c.source_ids FROM (
  SELECT dataset_id, record_id, array_agg(source_id ORDER BY position) AS source_ids
  FROM "citations" WHERE record_kind = 'event' GROUP BY dataset_id, record_id
) c WHERE c.dataset_id = e.dataset_id AND c.record_id = e.id;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "source_ids" DROP DEFAULT;--> statement-breakpoint
DELETE FROM "citations" WHERE record_kind = 'event';--> statement-breakpoint
-- The words of the texts, folded and each once, are written by whoever writes the event (wordsOf of the model).
ALTER TABLE "events" ADD COLUMN "words" "tsvector" NOT NULL DEFAULT '';--> statement-breakpoint
UPDATE "events" SET "words" = array_to_tsvector(array_remove(regexp_split_to_array(
  fold_accents(title_en || ' ' || title_fr || ' ' || summary_en || ' ' || summary_fr), '[^[:alnum:]]+'), ''));--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "words" DROP DEFAULT;--> statement-breakpoint
-- The same as before in one expression each, which PostgreSQL reads once and takes over into the column that is derived:
-- a tenth of the time for each row. The body is read when it is created, so that it finds PostGIS wherever the table is
-- written from, a restored dump among them.
CREATE OR REPLACE FUNCTION coordinate_decimals(precision_m double precision) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 7 - width_bucket(coalesce(precision_m, 0), ARRAY[1.11, 11.1, 111, 1110, 11100, 111000]::double precision[]);--> statement-breakpoint
-- The side of the grid cell that a position is given by, in degrees.
CREATE FUNCTION disclosed_degrees(disclosure text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE disclosure WHEN '100m' THEN 0.001 WHEN '1km' THEN 0.01 END;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public_geometry(geom geometry, disclosure text, precision_m double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN disclosure = 'hidden' THEN NULL
  WHEN disclosure = 'exact' AND ST_Dimension(geom) > 0 THEN geom
  WHEN disclosure = 'exact' THEN ST_SetSRID(ST_MakePoint(
    round(ST_X(ST_Centroid(geom))::numeric, coordinate_decimals(precision_m))::double precision,
    round(ST_Y(ST_Centroid(geom))::numeric, coordinate_decimals(precision_m))::double precision), 4326)
  ELSE ST_SetSRID(ST_MakePoint(
    round(
      ((floor(ST_X(ST_Centroid(geom)) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision,
    round(
      ((floor(ST_Y(ST_Centroid(geom)) / disclosed_degrees(disclosure)) + 0.5) * disclosed_degrees(disclosure))::numeric,
      coordinate_decimals(public_precision(precision_m, disclosure)))::double precision), 4326)
END;--> statement-breakpoint
CREATE INDEX "events_words" ON "events" USING gin ("words");--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_record_kind" CHECK ("citations"."record_kind" IN ('place', 'place-phase', 'movement', 'count', 'death', 'contradiction', 'phase', 'story-step', 'basemap'));--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.title_en, r.title_fr, r.summary_en, r.summary_fr, r.category,
    r.certainty, r.edtf, r.start_earliest, r.start_latest, r.end_earliest, r.end_latest, r.possible_span, r.date_precision, r.place_id, p.name_en AS place_name_en,
    p.name_fr AS place_name_fr, r.people_low, r.people_high, r.people_note, r.actor_ids AS actors,
    r.account_paragraph, r.sensitivity, 
  public_precision(r.precision_m, r.disclosure) AS precision_m,
  r.position_basis,
  r.disclosure <> 'exact' AS generalised, r.words, r.source_ids
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);