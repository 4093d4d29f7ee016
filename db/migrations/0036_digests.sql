ALTER TABLE "events" ADD COLUMN "digest" "bytea";--> statement-breakpoint
CREATE INDEX "events_began" ON "events" USING btree ("dataset_id","since") WHERE "events"."since" > 1;--> statement-breakpoint
CREATE INDEX "events_ended" ON "events" USING btree ("dataset_id","until") WHERE "events"."until" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "events_several" ON "events" USING btree ("dataset_id") WHERE GeometryType("events"."public_geom") = 'MULTIPOINT';--> statement-breakpoint
CREATE INDEX "events_clock" ON "events" USING btree ("dataset_id") WHERE "events"."start_time" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "events_protected" ON "events" USING btree ("dataset_id","id") WHERE "events"."disclosure" <> 'exact' AND "events"."until" IS NULL;--> statement-breakpoint
-- A row that is written over is another than its digest says. When it begins and ends is no part of that.
CREATE FUNCTION forget_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.digest := NULL;
  RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER events_forget_digest BEFORE UPDATE ON "events" FOR EACH ROW
WHEN (OLD.digest IS NOT NULL AND NEW.digest IS NOT DISTINCT FROM OLD.digest
  AND NEW.since = OLD.since AND NEW.until IS NOT DISTINCT FROM OLD.until)
EXECUTE FUNCTION forget_digest();
