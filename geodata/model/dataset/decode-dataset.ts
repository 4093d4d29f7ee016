// Reading the document of a dataset, as the service sends it to the page.
import type { Polygon } from "geojson";
import {
  aBoolean,
  aGeometry,
  aText,
  aWholeNumber,
  type Decoder,
  ifThere,
  listOf,
  objectOf,
  oneOf,
  orNull,
} from "../field/decode.ts";
import { aLocalized, recordDecoder } from "../field/decode-record.ts";
import { ACTOR } from "../record/actor.ts";
import { ATTESTATION } from "../record/attestation.ts";
import { BASEMAP_FEATURE } from "../record/basemap-feature.ts";
import { CITATION } from "../record/citation.ts";
import { COUNT, DEATH } from "../record/claim.ts";
import { CONTRADICTION } from "../record/contradiction.ts";
import { EVENT } from "../record/event.ts";
import { MOVEMENT } from "../record/movement.ts";
import { PHASE, STORY_STEP } from "../record/narrative.ts";
import { DATED_PHASE, PLACE, PLACE_PHASE } from "../record/place.ts";
import { SOURCE } from "../record/source.ts";
import { POINT_TABLES } from "../space/points.ts";
import type { Dataset, DatasetMeta, SeparationFrame } from "./dataset.ts";
import { COLLECTION_ROLES } from "./declared.ts";
import { DECLARED_PARTS, SEPARATION_PARTS } from "./decode-declared.ts";
import { decodeLaidGround } from "./laid-ground.ts";
import { PUBLISH_CLASSES, type PublishedVersion } from "./version.ts";
import { WITHDRAWN_FROM, type Withdrawal } from "./withdrawal.ts";

const VERSION: Decoder<PublishedVersion> = objectOf<PublishedVersion>({
  number: aWholeNumber,
  label: aText,
  contentHash: aText,
  publishedAt: aText,
  created: orNull(aText),
  note: orNull(aLocalized),
  class: orNull(oneOf(PUBLISH_CLASSES)),
});

const META: Decoder<DatasetMeta> = objectOf<DatasetMeta>({
  id: aText,
  version: VERSION,
  licences: listOf(objectOf({ name: aText, title: aText, path: aText })),
  hasClock: aBoolean,
  severalPoints: listOf(oneOf(POINT_TABLES)),
  ...DECLARED_PARTS,
  separation: orNull(
    objectOf<SeparationFrame>({
      ...SEPARATION_PARTS,
      area: orNull(aGeometry as Decoder<Polygon>),
    }),
  ),
  ground: ifThere(decodeLaidGround),
});

/** Reads the document. Throws `Unreadable` where it is another. */
export const decodeDataset: Decoder<Dataset> = objectOf<Dataset>({
  meta: META,
  versions: listOf(VERSION),
  withdrawals: listOf(
    objectOf<Withdrawal>({
      collection: oneOf(WITHDRAWN_FROM),
      id: aText,
      reason: aText,
      withdrawnAt: aText,
      number: aWholeNumber,
    }),
  ),
  holds: listOf(oneOf(COLLECTION_ROLES)),
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
  citations: listOf(recordDecoder(CITATION)),
  attestations: listOf(recordDecoder(ATTESTATION)),
  basemap: listOf(recordDecoder(BASEMAP_FEATURE)),
});
