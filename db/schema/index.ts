export * from "./datasets.ts";
export * from "./evidence.ts";
export * from "./narrative.ts";
export * from "./places.ts";
export * from "./record-views.ts";
export * from "./records.ts";
export * from "./views.ts";
