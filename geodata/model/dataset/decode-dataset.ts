// Reading the document of a dataset, as the service sends it to the page.
import type { Polygon } from "geojson";
import {
  aGeometry,
  aNumber,
  aText,
  aWholeNumber,
  type Decoder,
  listOf,
  objectOf,
  oneOf,
  orNull,
} from "../field/decode.ts";
import { aDay, aLocalized, recordDecoder } from "../field/decode-record.ts";
import { ACTOR } from "../record/actor.ts";
import { BASEMAP_FEATURE } from "../record/basemap-feature.ts";
import { COUNT, DEATH } from "../record/claim.ts";
import { CONTRADICTION } from "../record/contradiction.ts";
import { EVENT } from "../record/event.ts";
import { MOVEMENT } from "../record/movement.ts";
import { PHASE, STORY_STEP } from "../record/narrative.ts";
import { DATED_PHASE, PLACE, PLACE_PHASE } from "../record/place.ts";
import { SOURCE } from "../record/source.ts";
import type { Bbox } from "../space/bbox.ts";
import type { Dataset, DatasetMeta } from "./dataset.ts";

const aBox = objectOf<Bbox>({ west: aNumber, south: aNumber, east: aNumber, north: aNumber });

const META: Decoder<DatasetMeta> = objectOf<DatasetMeta>({
  id: aText,
  version: objectOf<DatasetMeta["version"]>({
    number: aWholeNumber,
    label: aText,
    contentHash: aText,
    publishedAt: aText,
    created: orNull(aText),
  }),
  title: aLocalized,
  description: aLocalized,
  attribution: aLocalized,
  credit: aLocalized,
  licences: listOf(objectOf({ name: aText, title: aText, path: aText })),
  words: objectOf({ reference: aLocalized, separator: aLocalized }),
  openingDay: aDay,
  firstDay: aDay,
  lastDay: aDay,
  timeZone: aText,
  extent: aBox,
  home: aBox,
  separation: objectOf<DatasetMeta["separation"]>({
    referencePlaceId: aText,
    portPlaceId: orNull(aText),
    bypassOutlineIds: listOf(aText),
    ring: aGeometry as Decoder<Polygon>,
  }),
});

/** Reads the document. Throws `Unreadable` where it is another. */
export const decodeDataset: Decoder<Dataset> = objectOf<Dataset>({
  meta: META,
  places: listOf(recordDecoder(PLACE)),
  placePhases: listOf(recordDecoder(PLACE_PHASE)),
  hiddenPhases: listOf(recordDecoder(DATED_PHASE)),
  events: listOf(recordDecoder(EVENT)),
  eventCount: aWholeNumber,
  eventsAs: oneOf(["records", "columns", "tiles"]),
  movements: listOf(recordDecoder(MOVEMENT)),
  counts: listOf(recordDecoder(COUNT)),
  deaths: listOf(recordDecoder(DEATH)),
  contradictions: listOf(recordDecoder(CONTRADICTION)),
  phases: listOf(recordDecoder(PHASE)),
  story: listOf(recordDecoder(STORY_STEP)),
  actors: listOf(recordDecoder(ACTOR)),
  sources: listOf(recordDecoder(SOURCE)),
  basemap: listOf(recordDecoder(BASEMAP_FEATURE)),
});
