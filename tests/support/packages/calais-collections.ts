// The collections that the API has of Calais, by their ids.
import { readFileSync } from "node:fs";
import { declarationIn } from "#domain/declaration.ts";
import { NO_SURVEY, resolveDeclaration } from "#domain/resolve.ts";
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";

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

const descriptor = JSON.parse(readFileSync("geodata/calais/datapackage.json", "utf8"));
const { declared, separation } = resolveDeclaration(
  declarationIn(["en", "fr"]).parse(descriptor.rocade),
  descriptor,
  NO_SURVEY,
);

export const COLLECTIONS = Object.fromEntries(
  Object.values(collectionsOf({ ...declared, separation, hasClock: false, severalPoints: [] })).map(
    (one) => [one.id, one],
  ),
) as Readonly<Record<CollectionId, Collection>>;
