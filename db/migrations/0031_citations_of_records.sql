DROP VIEW "public"."public_citations";--> statement-breakpoint
DROP INDEX "citations_newest";--> statement-breakpoint
DROP INDEX "citations_former";--> statement-breakpoint
CREATE UNIQUE INDEX "citations_newest" ON "citations" USING btree ("dataset_id","record_kind","record_id","source_id") WHERE "citations"."until" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "citations_former" ON "citations" USING btree ("dataset_id","record_kind","record_id","source_id","until") WHERE "citations"."until" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" DROP COLUMN "attribute";--> statement-breakpoint
CREATE VIEW "public"."public_citations" AS (select "dataset_id", "record_kind", "record_id", "source_id", "position" from "citations" where "citations"."until" IS NULL);