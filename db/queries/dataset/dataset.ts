// A whole dataset as one document, as the page asks for it.
import { eq, getViewSelectedFields, isNotNull, ne, sql } from "drizzle-orm";
import { type Dataset, type EventsAs, MAX_EVENTS_IN_DOCUMENT } from "#model/dataset/dataset.ts";
import { groupSources, type RecordKind, type SourcesOf } from "#model/evidence/sources-of.ts";
import { recordMaker } from "#model/field/rows.ts";
import { ACTOR } from "#model/record/actor.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION } from "#model/record/citation.ts";
import { DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import {
  DATED_PHASE,
  type DatedPhase,
  PLACE,
  PLACE_PHASE,
  type PlacePhase,
} from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";
import type { Language } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { viewAsOf } from "../../schema/as-of.ts";
import {
  publicActors,
  publicAttestationRecords,
  publicBasemap,
  publicCitations,
  publicContradictions,
  publicDeaths,
  publicEvents,
  publicFieldCitations,
  publicPhaseRecords,
  publicPlaceRecords,
  publicPlaces,
  publicRoutes,
  publicSourceRecords,
  publicStorySteps,
} from "../../schema/index.ts";
import { findHeld } from "../features/held.ts";
import { CASTS } from "../features/property-casts.ts";
import { findHistory } from "../versions.ts";
import { findWithdrawals } from "../withdrawals.ts";
import { findMeta } from "./meta.ts";
import { findMovements } from "./movements.ts";
import { type DatasetAt, findRecords, findRows } from "./records.ts";
import { findCounts } from "./sites.ts";

/** By day, and by the clock within one; those without a time of day come last of theirs. */
const IN_TIME = [
  publicEvents.startEarliest,
  sql`${publicEvents.startTime}::${CASTS.instant} NULLS LAST`,
];

/**
 * Everything a reader needs to see the dataset, or undefined when it was never loaded. Of more events than
 * `maxInBrowser` it says that they are read as tiles.
 */
export async function findDataset(
  db: Db,
  dataset: DatasetAt,
  maxInBrowser = Number.POSITIVE_INFINITY,
): Promise<Dataset | undefined> {
  const { asOf, datasetId } = dataset;
  const meta = await findMeta(db, dataset);
  if (!meta) return undefined;
  const sourcesOf = groupSources(
    await db
      .select(getViewSelectedFields(publicCitations))
      .from(viewAsOf(publicCitations, asOf))
      .where(eq(publicCitations.datasetId, datasetId)),
  );
  const eventCount = await db.$count(
    viewAsOf(publicEvents, asOf),
    eq(publicEvents.datasetId, datasetId),
  );
  // Columns hold one position of each event.
  const inColumns = meta.severalPoints.includes("events") ? 0 : maxInBrowser;
  const eventsAs = wayOfEvents(eventCount, inColumns);
  const { languages } = meta;
  const all = { ...dataset, languages };
  const cited = (kind: RecordKind) => ({
    ...all,
    sourcesOf: (id: string) => sourcesOf(kind, id),
  });
  const basemap = await findRecords(db, BASEMAP_FEATURE, publicBasemap, {
    ...cited("basemap"),
    by: [publicBasemap.position],
    where: isNotNull(publicBasemap.geom),
  });
  return {
    meta,
    holds: await findHeld(db, meta, asOf),
    versions: await findHistory(db, datasetId, meta.version.number),
    withdrawals: await findWithdrawals(db, datasetId),
    places: await findRecords(db, PLACE, publicPlaceRecords, cited("place")),
    ...(await findPlacePhases(db, all, sourcesOf)),
    events:
      eventsAs === "records"
        ? await findRecords(db, EVENT, publicEvents, { ...all, by: IN_TIME })
        : [],
    eventCount,
    eventsAs,
    movements: await findMovements(db, dataset, sourcesOf, languages),
    counts: await findCounts(db, dataset, languages),
    deaths: await findRecords(db, DEATH, publicDeaths, {
      ...cited("death"),
      by: [publicDeaths.earliest],
    }),
    contradictions: await findRecords(
      db,
      CONTRADICTION,
      publicContradictions,
      cited("contradiction"),
    ),
    phases: await findRecords(db, PHASE, publicPhaseRecords, {
      ...cited("phase"),
      by: [publicPhaseRecords.startDay],
    }),
    story: await findRecords(db, STORY_STEP, publicStorySteps, {
      ...cited("story-step"),
      by: [publicStorySteps.position],
    }),
    actors: await findRecords(db, ACTOR, publicActors, all),
    sources: await findRecords(db, SOURCE, publicSourceRecords, all),
    citations: await findRecords(db, CITATION, publicFieldCitations, {
      ...all,
      ...(eventsAs === "records" ? {} : { where: ne(publicFieldCitations.recordKind, "event") }),
    }),
    attestations: await findRecords(db, ATTESTATION, publicAttestationRecords, {
      ...all,
      by: [publicAttestationRecords.earliest],
    }),
    basemap,
  };
}

function wayOfEvents(eventCount: number, maxInBrowser: number): EventsAs {
  if (eventCount > MAX_EVENTS_IN_DOCUMENT) return eventCount > maxInBrowser ? "tiles" : "columns";
  return "records";
}

/** Points first, then lines and areas; those whose position is not published apart. */
async function findPlacePhases(
  db: Db,
  { languages, ...dataset }: DatasetAt & { readonly languages: readonly Language[] },
  sourcesOf: SourcesOf,
): Promise<Pick<Dataset, "placePhases" | "hiddenPhases">> {
  const toPhase = recordMaker(PLACE_PHASE, { languages });
  const toHiddenPhase = recordMaker(DATED_PHASE, { languages });
  const points = await findRows(db, PLACE_PHASE, publicPlaces, dataset);
  const outlines = await findRows(db, PLACE_PHASE, publicRoutes, {
    ...dataset,
    where: isNotNull(publicRoutes.geom),
  });
  const placePhases: PlacePhase[] = [];
  const hiddenPhases: DatedPhase[] = [];
  for (const row of points)
    if (row.geometry === null)
      hiddenPhases.push(toHiddenPhase(row, sourcesOf("place", row.placeId)));
    else placePhases.push(toPhase(row, sourcesOf("place", row.placeId)));
  for (const row of outlines) placePhases.push(toPhase(row, sourcesOf("place-phase", row.id)));
  return { placePhases, hiddenPhases };
}
