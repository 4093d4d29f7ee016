CREATE TABLE "withdrawals" (
	"dataset_id" text NOT NULL,
	"collection" text NOT NULL,
	"id" text NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	"number" integer NOT NULL,
	"asked" boolean NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "withdrawals_dataset_id_collection_id_pk" PRIMARY KEY("dataset_id","collection","id")
);
--> statement-breakpoint
CREATE VIEW "public"."public_withdrawals" AS (select "dataset_id", "collection", "id", "reason", "withdrawn_at", "number", "published_at" from "withdrawals");