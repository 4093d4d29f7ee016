import type { CollectionRole } from "../dataset/declared.ts";
import type { Localized } from "../words/language.ts";
import type { AnyProperty, Property } from "./property.ts";

/** What the API serves: records of a type as the public sees them. */
export type Collection = {
  /** What it is; the view and the rules go by it. */
  readonly role: CollectionRole;
  /** What it is called in addresses and files. */
  readonly id: string;
  readonly title: Localized;
  readonly description: Localized;
  readonly geometry: "Point" | "LineString" | "Geometry" | null;
  /** Each record is at a point, or at several where the geometry is not said to be one. */
  readonly arePoints: boolean;
  /** False when the records have no time of their own: such features answer every `datetime` (OGC Features 7.15.4). */
  readonly temporal: boolean;
  /** In the order in which formats write them. `id` is not among them: it is the feature's own. */
  readonly properties: readonly Property[];
};

/** The same before the dataset is known, in whose languages its texts will be. */
export type AnyCollection = Omit<Collection, "arePoints" | "properties"> & {
  readonly properties: readonly AnyProperty[];
};

/** The dimension of the geometries; undefined where they have several, or there are none. */
export function dimensionOf({ arePoints, geometry }: Collection): 0 | 1 | undefined {
  if (arePoints) return 0;
  return geometry === "LineString" ? 1 : undefined;
}
