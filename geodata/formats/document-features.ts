// The events of a document as a set of features, for the writers of formats: where no service answers pages of them.
import { collectionsOf } from "#model/collection/collections.ts";
import { featureEncoder } from "#model/collection/encode-feature.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { EVENT, type Event } from "#model/record/event.ts";
import { CRS84 } from "#model/space/crs.ts";
import { civil, type Day } from "#model/time/day.ts";
import { aboutData } from "./about-data.ts";
import type { FeatureSet, WrittenFeature } from "./feature-writer.ts";
import { wkbOfPoints } from "./point-wkb.ts";

const AT_ONCE = 1000;

/** Which positions are coarse on purpose the document does not say. */
const UNSAID = "generalised";

/** All events, with their geometry as WKB. Nothing of it has an address. */
export function eventFeatures({ events, meta, places }: Dataset): FeatureSet {
  const [language = "en"] = meta.languages;
  const collection = collectionsOf(meta).events;
  const properties = collection.properties.filter(({ name }) => name !== UNSAID);
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const yearIn = (day: Day | null) => (day === null ? null : civil(day).year);
  const encode = featureEncoder(EVENT, properties, {
    start_year: ({ span }: Event) => yearIn(span.startEarliest),
    end_year: ({ span }: Event) => yearIn(span.endLatest),
    place_name: ({ placeId }: Event) => (placeId === null ? null : names.get(placeId)),
  });
  const write = (event: Event): WrittenFeature => ({
    feature: JSON.stringify(encode(event)),
    geometry: event.point === null ? null : wkbOfPoints(event.point),
  });
  return {
    collection: { ...collection, properties },
    crs: CRS84,
    properties: properties.map(({ name }) => name),
    about: aboutData(meta, collection, language, () => ""),
    language,
    vocabularies: meta.vocabularies,
    itemsUrl: "",
    links: [],
    pages: inPages(events, write),
  };
}

async function* inPages(events: readonly Event[], write: (event: Event) => WrittenFeature) {
  for (let from = 0; from < events.length; from += AT_ONCE)
    yield events.slice(from, from + AT_ONCE).map(write);
}
