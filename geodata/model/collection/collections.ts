// The collections that the API serves. Routes, views, formats, documents and the codebook are driven by it.
import { ID } from "../record/groups.ts";
import { BASEMAP } from "./basemap.ts";
import { COLLECTION_IDS, type Collection, type CollectionId } from "./collection.ts";
import { COUNTS } from "./counts.ts";
import { EVENTS } from "./events.ts";
import { MOVEMENTS } from "./movements.ts";
import { PHASES } from "./phases.ts";
import { CAMPS, PLACES, ROUTES } from "./places.ts";
import { derived, type Property } from "./property.ts";
import { SOURCES } from "./sources.ts";

export const COLLECTIONS: Readonly<Record<CollectionId, Collection>> = {
  places: PLACES,
  camps: CAMPS,
  routes: ROUTES,
  events: EVENTS,
  movements: MOVEMENTS,
  counts: COUNTS,
  sources: SOURCES,
  phases: PHASES,
  basemap: BASEMAP,
};

/** The collection with this id, or undefined. */
export function findCollection(id: string): Collection | undefined {
  return (COLLECTION_IDS as readonly string[]).includes(id)
    ? COLLECTIONS[id as CollectionId]
    : undefined;
}

/** The id of a feature, which its properties leave out. */
export const ID_PROPERTY: Property = derived("text", "id", ID.means);

/** The properties of a collection that can be filtered by: all, and the id. */
export function filterableProperties({ properties }: Collection): readonly Property[] {
  return [ID_PROPERTY, ...properties];
}

/** The properties of a collection that can be sorted by: all but lists, and the id. */
export function scalarProperties(collection: Collection): readonly Property[] {
  return [ID_PROPERTY, ...collection.properties.filter(({ type }) => type !== "list")];
}
