export * from "./collection/collection.ts";
export * from "./collection/collections.ts";
export type { Property, PropertyType } from "./collection/property.ts";
