CREATE TABLE "attestations" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"place_id" text NOT NULL,
	"edtf" text NOT NULL,
	"earliest" date,
	"latest" date,
	"state" text NOT NULL,
	"event_id" text,
	"count_id" text,
	"note" jsonb,
	"source_ids" text[] NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "attestations_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "attestations_state" CHECK ("attestations"."state" IN ('open', 'closed', 'not-yet'))
);
--> statement-breakpoint
CREATE TABLE "field_citations" (
	"dataset_id" text NOT NULL,
	"id" text NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" text NOT NULL,
	"field" text NOT NULL,
	"source_id" text NOT NULL,
	"locator" text,
	"checked_on" date,
	"verdict" text,
	"note" jsonb,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "field_citations_dataset_id_id_pk" PRIMARY KEY("dataset_id","id"),
	CONSTRAINT "field_citations_record_kind" CHECK ("field_citations"."record_kind" IN ('place', 'shape', 'event', 'movement', 'count', 'death')),
	CONSTRAINT "field_citations_verdict" CHECK ("field_citations"."verdict" IN ('supports', 'contradicts', 'silent'))
);
--> statement-breakpoint
DROP VIEW "public"."public_source_records";--> statement-breakpoint
DROP VIEW "public"."public_events";--> statement-breakpoint
DROP VIEW "public"."public_sources";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "repeats" text[] NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "repeats" DROP DEFAULT;--> statement-breakpoint
-- Datasets that were loaded before say nothing of the two collections that are new.
UPDATE "datasets" SET "declared" = regexp_replace("declared"::text, '"collections": ?\{', '"collections":{"citations":{"id":null,"title":null,"description":null},"attestations":{"id":null,"title":null,"description":null},')::json;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "certainty_reason" jsonb;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_place" FOREIGN KEY ("dataset_id","place_id") REFERENCES "public"."places"("dataset_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_citations" ADD CONSTRAINT "field_citations_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestations_by_place" ON "attestations" USING btree ("dataset_id","place_id");--> statement-breakpoint
CREATE INDEX "field_citations_by_record" ON "field_citations" USING btree ("dataset_id","record_kind","record_id");--> statement-breakpoint
CREATE VIEW "public"."public_attestation_records" AS (select "dataset_id", "id", "place_id", "edtf", "earliest", "latest", "state", "event_id", "count_id", "note", "source_ids", "words" from "attestations");--> statement-breakpoint
CREATE VIEW "public"."public_field_citations" AS (select "dataset_id", "id", "record_kind", "record_id", "field", "source_id", "locator", "checked_on", "verdict", "note", "words" from "field_citations");--> statement-breakpoint
CREATE VIEW "public"."public_attestations" AS (
  WITH points AS (
  SELECT DISTINCT ON (r.dataset_id, r.place_id) r.dataset_id, r.place_id, r.public_geom AS geom,
    public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised"
  FROM place_phases r WHERE ST_Dimension(r.geom) = 0
  ORDER BY r.dataset_id, r.place_id, r.start_earliest NULLS FIRST, r.id)
  SELECT r.dataset_id, r.id, q.geom, daterange(r.earliest, r.latest, '[]') AS possible_span,
    p.name_words || r.words AS words,
    r."place_id" AS "place_id", p.name AS "place_name", r."state" AS "state", r."edtf" AS "edtf", r.earliest AS "start_earliest", r.latest AS "start_latest", r.earliest AS "end_earliest", r.latest AS "end_latest", (extract(year FROM r.earliest)::integer + CASE WHEN r.earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.latest)::integer + CASE WHEN r.latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."event_id" AS "event_id", r."count_id" AS "count_id", r."note" AS "note", q.precision_m AS "precision_m", q.position_basis AS "position_basis", q.generalised AS "generalised", r."source_ids" AS "source_ids"
  FROM attestations r
  JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id
  LEFT JOIN points q ON q.dataset_id = r.dataset_id AND q.place_id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_cited_fields" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words, r."record_kind" AS "record_kind", r."record_id" AS "record_id", r."field" AS "field", r."source_id" AS "source_id", r."locator" AS "locator", r."checked_on" AS "checked_on", r."verdict" AS "verdict", r."note" AS "note", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM field_citations r);--> statement-breakpoint
CREATE VIEW "public"."public_source_records" AS (select "dataset_id", "id", "title", "publisher", "url", "published", "lang", "kind", "note", "repeats", "link_status", "link_checked_on", "words" from "sources");--> statement-breakpoint
CREATE VIEW "public"."public_events" AS (
  SELECT r.dataset_id, r.id, r.public_geom AS geom, r.possible_span, r.words, CASE WHEN r.disclosure = 'exact' THEN r.attributes END AS "attributes",
    r."title" AS "title", r."summary" AS "summary", r."category" AS "category", r."certainty" AS "certainty", r."certainty_reason" AS "certainty_reason", r."edtf" AS "edtf", r."start_earliest" AS "start_earliest", r."start_latest" AS "start_latest", r."end_earliest" AS "end_earliest", r."end_latest" AS "end_latest", (extract(year FROM r.start_earliest)::integer + CASE WHEN r.start_earliest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "start_year", (extract(year FROM r.end_latest)::integer + CASE WHEN r.end_latest < DATE '0001-01-01' THEN 1 ELSE 0 END) AS "end_year", r."start_time" AS "start_time", r."end_time" AS "end_time", r."date_precision" AS "date_precision", r."place_id" AS "place_id", p.name AS "place_name", r."people_low" AS "people_low", r."people_high" AS "people_high", r."people_note" AS "people_note", r."actor_ids" AS "actors", r."account_paragraph" AS "account_paragraph", r."sensitivity" AS "sensitivity", public_precision(r.precision_m, r.disclosure) AS "precision_m", CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END AS "position_basis", r.disclosure <> 'exact' AS "generalised", r."source_ids" AS "source_ids"
  FROM events r
  LEFT JOIN places p ON p.dataset_id = r.dataset_id AND p.id = r.place_id);--> statement-breakpoint
CREATE VIEW "public"."public_sources" AS (
  SELECT r.dataset_id, r.id, NULL::geometry AS geom, r.words,
    r."title" AS "title", r."publisher" AS "publisher", d.declared->'carriers'->>r.id AS "copy_held_by", r."url" AS "url", r."published" AS "published", r."lang" AS "lang", r."kind" AS "kind", r."note" AS "note", r."repeats" AS "repeats", r."link_status" AS "link_status", r."link_checked_on" AS "link_checked_on", NULL::date AS start_earliest, NULL::date AS start_latest, NULL::date AS end_earliest,
    NULL::date AS end_latest, NULL::daterange AS possible_span, NULL::integer AS start_year, NULL::integer AS end_year
  FROM sources r
  JOIN datasets d ON d.id = r.dataset_id);