/** What stands around the map and may be left off. Date, key, scale, sources, credit, licence and version always stay. */
export const FURNITURE = [
  "title",
  "sentence",
  "happened",
  "curve",
  "locator",
  "precision",
  "permalink",
  "qr",
] as const;
export type Furniture = (typeof FURNITURE)[number];
