export * from "./evidence.ts";
export * from "./narrative.ts";
export * from "./places.ts";
export * from "./record-views.ts";
export * from "./records.ts";
export * from "./sources.ts";
export * from "./versions.ts";
export * from "./views.ts";
