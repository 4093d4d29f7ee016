export * from "./record/actor.ts";
export * from "./record/basemap-feature.ts";
export * from "./record/claim.ts";
export * from "./record/contradiction.ts";
export * from "./record/event.ts";
export * from "./record/movement.ts";
export * from "./record/narrative.ts";
export * from "./record/source.ts";
