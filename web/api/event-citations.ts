// What is cited for an event of a crowd, which the document does not hold.
import { collectionsOf } from "#model/collection/collections.ts";
import { featureDecoder } from "#model/collection/decode-feature.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { listOf, objectOf } from "#model/field/decode.ts";
import { CITATION, type Citation } from "#model/record/citation.ts";
import { askService } from "./ask-service.ts";
import { broughtEvents } from "./brought-events.ts";
import { ownAddress } from "./own-address.ts";

/** No event has more fields and sources than that. */
const LIMIT = "1000";

/** Throws `NotGiven` when the service does not give them. */
export async function loadEventCitations(
  meta: DatasetMeta,
  eventId: string,
): Promise<readonly Citation[]> {
  // The document of what was brought has those of all events.
  if (broughtEvents()) return [];
  const collection = collectionsOf(meta).citations;
  const asked = { record_kind: "event", record_id: eventId, limit: LIMIT, f: "geojson" };
  const address = ownAddress(
    `api/collections/${collection.id}/items?${new URLSearchParams(asked)}`,
  );
  const decode = objectOf({ features: listOf(featureDecoder(CITATION, collection)) });
  return (await askService(address, decode)).value.features;
}
