// The collections that the API has of Calais, by their ids.
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import { CALAIS } from "./packages.ts";

export const COLLECTION_IDS = [
  "places",
  "camps",
  "routes",
  "events",
  "movements",
  "counts",
  "sources",
  "citations",
  "attestations",
  "phases",
  "basemap",
] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

const { dataPackage } = await inspectPackage(filesOnDisk(CALAIS));
if (!dataPackage) throw new Error("the package of Calais is refused");
const { declared, separation } = dataPackage;

export const COLLECTIONS = Object.fromEntries(
  Object.values(collectionsOf({ ...declared, separation, hasClock: false, severalPoints: [] })).map(
    (one) => [one.id, one],
  ),
) as Readonly<Record<CollectionId, Collection>>;
