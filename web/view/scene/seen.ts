import type { Dataset } from "#model/dataset/dataset.ts";
import type { Left } from "./left.ts";
import { datedBy, measuredRecords } from "./measures.ts";
import type { Seen } from "./scene.ts";

/** What may be seen of a dataset on any day of it. */
export function seenOf(dataset: Dataset, conventions: boolean, left: Left): Seen {
  return {
    dataset: { ...dataset, placePhases: datedBy(conventions, dataset.placePhases) },
    sites: measuredRecords(dataset, conventions).sites,
    placesLeft: left.places,
    eventsLeft: left.eventIds,
    movementsLeft: left.movements,
  };
}
