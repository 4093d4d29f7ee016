DROP VIEW "public"."public_actors";--> statement-breakpoint
DROP VIEW "public"."public_attestation_records";--> statement-breakpoint
DROP VIEW "public"."public_citations";--> statement-breakpoint
DROP VIEW "public"."public_contradictions";--> statement-breakpoint
DROP VIEW "public"."public_count_records";--> statement-breakpoint
DROP VIEW "public"."public_deaths";--> statement-breakpoint
DROP VIEW "public"."public_field_citations";--> statement-breakpoint
DROP VIEW "public"."public_movement_records";--> statement-breakpoint
DROP VIEW "public"."public_phase_records";--> statement-breakpoint
DROP VIEW "public"."public_place_records";--> statement-breakpoint
DROP VIEW "public"."public_source_records";--> statement-breakpoint
DROP VIEW "public"."public_story_steps";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_attestations";--> statement-breakpoint
DROP VIEW "public"."public_basemap";--> statement-breakpoint
DROP VIEW "public"."public_cited_fields";--> statement-breakpoint
DROP VIEW "public"."public_counts";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_movements";--> statement-breakpoint
DROP VIEW "public"."public_phases";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_routes";--> statement-breakpoint
DROP VIEW "public"."public_sources";--> statement-breakpoint
ALTER TABLE "attestations" DROP CONSTRAINT "attestations_place";
--> statement-breakpoint
ALTER TABLE "place_phases" DROP CONSTRAINT "place_phases_place";
--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_place";
--> statement-breakpoint
ALTER TABLE "deaths" DROP CONSTRAINT "deaths_place";
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_place";
--> statement-breakpoint
ALTER TABLE "movements" DROP CONSTRAINT "movements_from";
--> statement-breakpoint
ALTER TABLE "movements" DROP CONSTRAINT "movements_to";
--> statement-breakpoint
DROP INDEX "attestations_by_place";--> statement-breakpoint
DROP INDEX "field_citations_by_record";--> statement-breakpoint
DROP INDEX "counts_by_place";--> statement-breakpoint
DROP INDEX "deaths_by_place";--> statement-breakpoint
DROP INDEX "movements_when";--> statement-breakpoint
DROP INDEX "citations_by_source";--> statement-breakpoint
DROP INDEX "place_phases_where_and_when";--> statement-breakpoint
DROP INDEX "events_where_and_when";--> statement-breakpoint
DROP INDEX "events_by_place";--> statement-breakpoint
DROP INDEX "events_words";--> statement-breakpoint
ALTER TABLE "attestations" DROP CONSTRAINT "attestations_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "field_citations" DROP CONSTRAINT "field_citations_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "basemap_features" DROP CONSTRAINT "basemap_features_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "contradictions" DROP CONSTRAINT "contradictions_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "phases" DROP CONSTRAINT "phases_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "story_steps" DROP CONSTRAINT "story_steps_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "place_phases" DROP CONSTRAINT "place_phases_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "places" DROP CONSTRAINT "places_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "counts" DROP CONSTRAINT "counts_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "deaths" DROP CONSTRAINT "deaths_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "movements" DROP CONSTRAINT "movements_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "actors" DROP CONSTRAINT "actors_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "citations" DROP CONSTRAINT "citations_dataset_id_record_kind_record_id_attribute_source_id_pk";--> statement-breakpoint
ALTER TABLE "sources" DROP CONSTRAINT "sources_dataset_id_id_pk";--> statement-breakpoint
ALTER TABLE "attestations" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "attestations" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "field_citations" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "field_citations" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "basemap_features" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "basemap_features" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "contradictions" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "contradictions" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "story_steps" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "story_steps" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "place_phases" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "counts" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "deaths" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "deaths" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "movements" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "movements" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "until" integer;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "until" integer;--> statement-breakpoint
-- What is there is there since the version that is the newest: when it came nobody noted.
UPDATE "attestations" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "attestations" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "field_citations" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "field_citations" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "basemap_features" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "basemap_features" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "contradictions" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "contradictions" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "phases" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "phases" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "story_steps" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "story_steps" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "place_phases" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "place_phases" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "places" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "counts" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "counts" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "deaths" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "deaths" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "events" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "movements" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "movements" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "actors" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "actors" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "citations" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "citations" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
UPDATE "sources" r SET "since" = v."number" FROM "versions" v WHERE v."dataset_id" = r."dataset_id" AND v."until" IS NULL;--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_newest" ON "attestations" USING btree ("dataset_id","id") WHERE "attestations"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_former" ON "attestations" USING btree ("dataset_id","id","until") WHERE "attestations"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "field_citations_newest" ON "field_citations" USING btree ("dataset_id","id") WHERE "field_citations"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "field_citations_former" ON "field_citations" USING btree ("dataset_id","id","until") WHERE "field_citations"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "basemap_features_newest" ON "basemap_features" USING btree ("dataset_id","id") WHERE "basemap_features"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "basemap_features_former" ON "basemap_features" USING btree ("dataset_id","id","until") WHERE "basemap_features"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "contradictions_newest" ON "contradictions" USING btree ("dataset_id","id") WHERE "contradictions"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "contradictions_former" ON "contradictions" USING btree ("dataset_id","id","until") WHERE "contradictions"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "phases_newest" ON "phases" USING btree ("dataset_id","id") WHERE "phases"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "phases_former" ON "phases" USING btree ("dataset_id","id","until") WHERE "phases"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "story_steps_newest" ON "story_steps" USING btree ("dataset_id","id") WHERE "story_steps"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "story_steps_former" ON "story_steps" USING btree ("dataset_id","id","until") WHERE "story_steps"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "place_phases_newest" ON "place_phases" USING btree ("dataset_id","id") WHERE "place_phases"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "place_phases_former" ON "place_phases" USING btree ("dataset_id","id","until") WHERE "place_phases"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "places_newest" ON "places" USING btree ("dataset_id","id") WHERE "places"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "places_former" ON "places" USING btree ("dataset_id","id","until") WHERE "places"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "counts_newest" ON "counts" USING btree ("dataset_id","id") WHERE "counts"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "counts_former" ON "counts" USING btree ("dataset_id","id","until") WHERE "counts"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "deaths_newest" ON "deaths" USING btree ("dataset_id","id") WHERE "deaths"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "deaths_former" ON "deaths" USING btree ("dataset_id","id","until") WHERE "deaths"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "events_newest" ON "events" USING btree ("dataset_id","id") WHERE "events"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "events_former" ON "events" USING btree ("dataset_id","id","until") WHERE "events"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "movements_newest" ON "movements" USING btree ("dataset_id","id") WHERE "movements"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "movements_former" ON "movements" USING btree ("dataset_id","id","until") WHERE "movements"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "actors_newest" ON "actors" USING btree ("dataset_id","id") WHERE "actors"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "actors_former" ON "actors" USING btree ("dataset_id","id","until") WHERE "actors"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "citations_newest" ON "citations" USING btree ("dataset_id","record_kind","record_id","attribute","source_id") WHERE "citations"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "citations_former" ON "citations" USING btree ("dataset_id","record_kind","record_id","attribute","source_id","until") WHERE "citations"."until" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_newest" ON "sources" USING btree ("dataset_id","id") WHERE "sources"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_former" ON "sources" USING btree ("dataset_id","id","until") WHERE "sources"."until" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "place_phases_where_and_when" ON "place_phases" USING gist ("public_geom","possible_span") WHERE "place_phases"."until" IS NULL;--> statement-breakpoint
CREATE INDEX "events_where_and_when" ON "events" USING gist ("public_geom","possible_span") WHERE "events"."until" IS NULL;--> statement-breakpoint
CREATE INDEX "events_by_place" ON "events" USING btree ("dataset_id","place_id") WHERE "events"."place_id" IS NOT NULL AND "events"."until" IS NULL;--> statement-breakpoint
CREATE INDEX "events_words" ON "events" USING gin ("words") WHERE "events"."until" IS NULL;--> statement-breakpoint
CREATE VIEW "public"."public_actors" AS (select "dataset_id", "id", "label" from "actors" where "actors"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_attestation_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "state", "event_id", "count_id", "note", "source_ids", "words" from "attestations" where "attestations"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_citations" AS (select "dataset_id", "record_kind", "record_id", "attribute", "source_id", "position" from "citations" where "citations"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_contradictions" AS (select "dataset_id", "id", "subject_ids", "topic", "statement", "resolution" from "contradictions" where "contradictions"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_count_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "low", "best", "high", "measure", "counted_by", "counted_by_kind", "method", "quality_note", "words" from "counts" where "counts"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_deaths" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "scope", "low", "best", "high", "cause_class", "counted_by", "counted_by_kind", "note" from "deaths" where "deaths"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_field_citations" AS (select "dataset_id", "id", "record_kind", "record_id", "field", "source_id", "locator", "checked_on", "verdict", "note", "words" from "field_citations" where "field_citations"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_movement_records" AS (select "dataset_id", "id", "from_id", "to_id", "start_earliest", "start_latest", "end_earliest", "end_latest", "edtf", "people_low", "people_high", "people_note", "agency", "confidence", "note", "words", "possible_span" from "movements" where "movements"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_phase_records" AS (select "dataset_id", "id", "title", "start_day", "until_day", "summary", "words" from "phases" where "phases"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_place_records" AS (select "dataset_id", "id", "name", "other_names", "kind", "description", "end_reason", "ring_road", "part_of", "predecessor_ids", "successor_ids", "words", "name_words" from "places" where "places"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_source_records" AS (select "dataset_id", "id", "title", "publisher", "url", "published", "lang", "kind", "note", "repeats", "link_status", "link_checked_on", "words" from "sources" where "sources"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_story_steps" AS (select "dataset_id", "position", "id", "title", "date", "window_start", "window_until", "place_id", "zoom", "text", "event_ids" from "story_steps" where "story_steps"."until" IS NULL);--> statement-breakpoint
CREATE VIEW "public"."attested_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
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
CREATE VIEW "public"."public_attestations" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    p.name_words || r.words AS words,
    r."place_id" AS "place_id", p.name AS "place_name", r."state" AS "state", r."edtf" AS "edtf", r.earliest AS "start_earliest", r.latest AS "start_latest", r.earliest AS "end_earliest", r.latest AS "end_latest", (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."event_id" AS "event_id", r."count_id" AS "count_id", r."note" AS "note", q.precision_m AS "precision_m", q.position_basis AS "position_basis", q.generalised AS "generalised", r."source_ids" AS "source_ids"
  FROM attestations r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_basemap" AS (
  SELECT r.dataset_id, r.id, r.position, r.public_geom AS geom,
    CASE WHEN r.disclosure = 'exact' THEN r.words ELSE ''::tsvector END AS words,
    r."class" AS "class", r."name" AS "name", r."min_zoom" AS "min_zoom", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "note", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'basemap' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM basemap_features r
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_cited_fields" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words, r."record_kind" AS "record_kind", r."record_id" AS "record_id", r."field" AS "field", r."source_id" AS "source_id", r."locator" AS "locator", r."checked_on" AS "checked_on", r."verdict" AS "verdict", r."note" AS "note", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM field_citations r
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_counts" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    p.name_words || r.words AS words,
    r."place_id" AS "place_id", p.name AS "place_name", r."edtf" AS "edtf", r.earliest AS "start_earliest", r.latest AS "start_latest", r.earliest AS "end_earliest", r.latest AS "end_latest", (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."low" AS "low", r."best" AS "best", r."high" AS "high", r."measure" AS "measure", r."counted_by" AS "counted_by", r."counted_by_kind" AS "counted_by_kind", r."method" AS "method", r."quality_note" AS "quality_note", q.precision_m AS "precision_m", q.position_basis AS "position_basis", q.generalised AS "generalised", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'count' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM counts r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."title" AS "title", r."summary" AS "summary", r."category" AS "category", r."certainty" AS "certainty", r."certainty_reason" AS "certainty_reason", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name AS "place_name", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."account_paragraph" AS "account_paragraph", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_movements" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE r.until IS NULL AND ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, r.possible_span, a.name_words || b.name_words || r.words AS words,
    rounded_geometry(
      ST_MakeLine(f.geom, t.geom), coordinate_decimals(greatest(f.precision_m, t.precision_m))
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
CREATE VIEW "public"."public_phases" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, daterange(r.start_day, r.until_day) AS possible_span, r.words,
    r."title" AS "title", r."summary" AS "summary", r.start_day AS "start_earliest", r.start_day AS "start_latest", (r.until_day - 1) AS "end_earliest", (r.until_day - 1) AS "end_latest", (extract(year FROM r.start_day)::integer + CASE WHEN r.start_day < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (r.until_day - 1))::integer + CASE WHEN (r.until_day - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM phases r
  WHERE r.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_places" AS (
  SELECT r.dataset_id, r.id, r.geom, r.possible_span, r.attributes, p.words, p.kind = ANY (d.site_kinds) AS is_site,
    r."place_id" AS "place_id", p."name" AS "name", p."other_names" AS "other_names", p."kind" AS "kind", p."description" AS "description", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", r.start_year AS "start_year", r.end_year AS "end_year", p."end_reason" AS "end_reason", r."convention" AS "convention", r."bounds_note" AS "bounds_note", p."ring_road" AS "ring_road", CASE
      WHEN d.separating_line IS NULL OR p.ring_road = 'region' OR r.geom IS NULL THEN NULL
      WHEN ST_Distance(r.geom::geography, d.separating_line::geography) > r.precision_m
        THEN CASE WHEN ST_Covers(d.ring, r.geom) THEN 'inside' ELSE 'beyond' END
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
CREATE VIEW "public"."public_routes" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, p.name_words || r.words AS words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."place_id" AS "place_id", p."name" AS "name", p."kind" AS "kind", r."start_edtf" AS "start_edtf", r."end_edtf" AS "end_edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."note" AS "note", ARRAY(
    SELECT c.source_id FROM citations c
    WHERE c.dataset_id = r.dataset_id AND c.until IS NULL AND c.record_kind = 'place-phase' AND c.record_id = r.id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM place_phases r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id AND p.until IS NULL
  WHERE r.until IS NULL AND ST_Dimension(r.geom) > 0);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    r."title" AS "title", r."publisher" AS "publisher", d.declared->'carriers'->>r.id AS "copy_held_by", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."repeats" AS "repeats", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL
  WHERE r.until IS NULL);