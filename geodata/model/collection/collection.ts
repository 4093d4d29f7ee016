import type { Localized } from "../words/language.ts";
import type { Property } from "./property.ts";

export const COLLECTION_IDS = [
  "places",
  "camps",
  "routes",
  "events",
  "movements",
  "counts",
  "sources",
  "phases",
  "basemap",
] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

/** What the API serves: records of a type as the public sees them. */
export type Collection = {
  readonly id: CollectionId;
  readonly title: Localized;
  readonly description: Localized;
  readonly geometry: "Point" | "LineString" | "Geometry" | null;
  /** False when the records have no time of their own: such features answer every `datetime` (OGC Features 7.15.4). */
  readonly temporal: boolean;
  /** The properties in whose words `q` looks. */
  readonly searched: readonly string[];
  /** In the order in which formats write them. `id` is not among them: it is the feature's own. */
  readonly properties: readonly Property[];
};
