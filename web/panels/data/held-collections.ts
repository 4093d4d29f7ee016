// The collections of a dataset that hold anything: what is empty is offered to nobody.
import type { Collection } from "#model/collection/collection.ts";
import { collectionsOf } from "#model/collection/collections.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import { isSite } from "#model/dataset/roles.ts";
import { isPointPhase } from "#web/view/scene/sites.ts";

/** In the order of the API. */
export function heldCollections(dataset: Dataset): readonly Collection[] {
  const { hiddenPhases, meta, placePhases } = dataset;
  const placed = new Set([
    ...placePhases.filter(isPointPhase).map(({ placeId }) => placeId),
    ...hiddenPhases.map(({ placeId }) => placeId),
  ]);
  const places = dataset.places.filter(({ id }) => placed.has(id));
  const holds: Readonly<Record<CollectionRole, boolean>> = {
    places: places.length > 0,
    sites: places.some((place) => isSite(meta, place)),
    outlines: placePhases.some((phase) => !isPointPhase(phase)),
    events: dataset.eventCount > 0,
    movements: dataset.movements.length > 0,
    counts: dataset.counts.length > 0,
    sources: dataset.sources.length > 0,
    citations: dataset.citations.length > 0,
    attestations: dataset.attestations.length > 0,
    phases: dataset.phases.length > 0,
    basemap: dataset.basemap.length > 0,
  };
  return Object.values(collectionsOf(meta)).filter(({ role }) => holds[role]);
}
