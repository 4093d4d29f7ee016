CREATE TABLE "changes" (
	"dataset_id" text NOT NULL,
	"number" integer NOT NULL,
	"role" text NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kinds" text[] NOT NULL,
	CONSTRAINT "changes_dataset_id_number_role_id_pk" PRIMARY KEY("dataset_id","number","role","id")
);
--> statement-breakpoint
DROP VIEW "public"."all_versions";--> statement-breakpoint
DROP VIEW "public"."public_versions";--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "sequence" bigint DEFAULT floor(extract(epoch FROM clock_timestamp()) * 1000) NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "tells_changes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_dataset_id_datasets_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_of_feature" ON "changes" USING btree ("dataset_id","role","id","number");--> statement-breakpoint
CREATE VIEW "public"."public_changes" AS (select "dataset_id", "number", "role", "id", "kinds" from "changes");--> statement-breakpoint
CREATE VIEW "public"."all_versions" AS (SELECT r."dataset_id" AS "dataset_id", r."number" AS "number", r."sequence" AS "sequence", r."tells_changes" AS "tells_changes", r."until" AS "until", r."label" AS "label", r."content_hash" AS "content_hash", r."published_at" AS "published_at", r."created" AS "created", r."note" AS "note", r."class" AS "class", r."licences" AS "licences", r."declared" AS "declared", r."separation" AS "separation", r."site_kinds" AS "site_kinds", r."has_clock" AS "has_clock", r."several_points" AS "several_points", r."ring" AS "ring", r."reference_point" AS "reference_point", r."further_point" AS "further_point", r."separating_line" AS "separating_line" FROM "versions" r);--> statement-breakpoint
CREATE VIEW "public"."public_versions" AS (select "dataset_id", "number", "sequence", "tells_changes", "until", "label", "content_hash", "published_at", "created", "note", "class", "licences", "declared", "separation", "has_clock", "several_points", "ring" from "versions");