CREATE TABLE "versions" (
	"dataset_id" text NOT NULL,
	"number" integer NOT NULL,
	"until" integer,
	"label" text NOT NULL,
	"content_hash" text NOT NULL,
	"source_hash" text,
	"published_at" timestamp with time zone NOT NULL,
	"created" timestamp with time zone,
	"note" json,
	"class" text,
	"licences" jsonb NOT NULL,
	"declared" json NOT NULL,
	"separation" json,
	"site_kinds" text[] NOT NULL,
	"has_clock" boolean NOT NULL,
	"ring" geometry(Geometry, 4326),
	"reference_point" geometry(Geometry, 4326),
	"further_point" geometry(Geometry, 4326),
	"separating_line" geometry(Geometry, 4326),
	CONSTRAINT "versions_dataset_id_number_pk" PRIMARY KEY("dataset_id","number"),
	CONSTRAINT "versions_class" CHECK ("versions"."class" IN ('new-data', 'correction', 'clarification', 'retraction'))
);
--> statement-breakpoint
DROP VIEW "public"."public_datasets";--> statement-breakpoint
DROP VIEW "public"."attested_places";--> statement-breakpoint
DROP VIEW "public"."public_places";--> statement-breakpoint
DROP VIEW "public"."public_sources";--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "versions_label" ON "versions" USING btree ("dataset_id","label");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_newest" ON "versions" USING btree ("dataset_id") WHERE "versions"."until" IS NULL;--> statement-breakpoint
-- What is stored of a dataset is its newest version; of those before nothing was kept.
INSERT INTO "versions" ("dataset_id", "number", "label", "content_hash", "source_hash", "published_at", "created", "licences", "declared", "separation", "site_kinds", "has_clock", "ring", "reference_point", "further_point", "separating_line")
SELECT "id", "version_number", "version_label", "content_hash", "source_hash", "published_at", "created", "licences", "declared", "separation", "site_kinds", "has_clock", "ring", "reference_point", "further_point", "separating_line" FROM "datasets";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "version_number";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "version_label";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "content_hash";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "source_hash";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "published_at";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "created";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "licences";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "declared";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "separation";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "site_kinds";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "has_clock";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "ring";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "reference_point";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "further_point";--> statement-breakpoint
ALTER TABLE "datasets" DROP COLUMN "separating_line";--> statement-breakpoint
CREATE VIEW "public"."public_versions" AS (select "dataset_id", "number", "until", "label", "content_hash", "published_at", "created", "note", "class", "licences", "declared", "separation", "has_clock", "ring" from "versions");--> statement-breakpoint
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
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.attested_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", lower(r.attested_span) AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", (upper(r.attested_span) - 1) AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM lower(r.attested_span))::integer + CASE WHEN lower(r.attested_span) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM (upper(r.attested_span) - 1))::integer + CASE WHEN (upper(r.attested_span) - 1) < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND NOT isempty(r.attested_span)
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL);--> statement-breakpoint
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
    WHERE c.dataset_id = r.dataset_id AND c.record_kind = 'place' AND c.record_id = r.place_id
    GROUP BY c.source_id ORDER BY min(c.position)
  ) AS "source_ids"
  FROM (
    SELECT r.dataset_id, r.public_geom AS geom, r.possible_span AS possible_span,
      r."id" AS "id", r."place_id" AS "place_id", r."start_edtf" AS "start_edtf", r.start_earliest AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r.end_latest AS "end_latest", r."end_edtf" AS "end_edtf", r."convention" AS "convention", r."bounds_note" AS "bounds_note", r."note" AS "note", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", CASE WHEN r.disclosure = 'exact' THEN r.position_note END AS "position_note",
      r.disclosure <> 'exact' AS "generalised", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes"
    FROM place_phases r WHERE ST_Dimension(r.geom) = 0 AND TRUE
  ) r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    r."title" AS "title", r."publisher" AS "publisher", d.declared->'carriers'->>r.id AS "copy_held_by", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."repeats" AS "repeats", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r
  JOIN versions d ON d.dataset_id = r.dataset_id AND d.until IS NULL);