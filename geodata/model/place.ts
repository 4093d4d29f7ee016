export * from "./record/place.ts";
