ALTER TABLE "basemap_features" DROP CONSTRAINT "basemap_features_position_basis";--> statement-breakpoint
ALTER TABLE "place_phases" DROP CONSTRAINT "place_phases_position_basis";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_position_basis";--> statement-breakpoint
ALTER TABLE "basemap_features" ADD CONSTRAINT "basemap_features_position_basis" CHECK ("basemap_features"."position_basis" IN ('measured', 'constrained', 'estimated', 'unstated'));--> statement-breakpoint
ALTER TABLE "place_phases" ADD CONSTRAINT "place_phases_position_basis" CHECK ("place_phases"."position_basis" IN ('measured', 'constrained', 'estimated', 'unstated'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_position_basis" CHECK ("events"."position_basis" IN ('measured', 'constrained', 'estimated', 'unstated'));