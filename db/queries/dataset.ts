// A whole dataset as one document, as the page asks for it.
import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Geometry, Point } from "geojson";
import { CRS84 } from "#model/crs.ts";
import { type Dataset, type EventsAs, MAX_EVENTS_IN_DOCUMENT } from "#model/dataset.ts";
import type { DatedPhase, Place, PlacePhase } from "#model/place.ts";
import type { BasemapFeature, Death, Event } from "#model/record.ts";
import type { Db } from "../database.ts";
import { toDay, toLocalized, toQuality, toSpan } from "../rows.ts";
import {
  publicActors,
  publicBasemap,
  publicCitations,
  publicDeaths,
  publicEventRecords,
  publicEvents,
  publicPlaceRecords,
  publicPlaces,
  publicRoutes,
  publicSourceRecords,
} from "../schema/index.ts";
import { groupSources, type SourcesOf } from "./citations.ts";
import { byId } from "./id-order.ts";
import { findMeta } from "./meta.ts";
import { findMovements } from "./movements.ts";
import { findContradictions, findPhases, findStory } from "./narrative.ts";
import { ringsCounterClockwise } from "./ring-order.ts";
import { findCounts } from "./settlements.ts";

/**
 * Everything a reader needs to see the dataset, or undefined when it was never loaded. Of more events than
 * `maxInBrowser` it says that they are read as tiles.
 */
export async function findDataset(
  db: Db,
  datasetId: string,
  maxInBrowser = Number.POSITIVE_INFINITY,
): Promise<Dataset | undefined> {
  const meta = await findMeta(db, datasetId);
  if (!meta) return undefined;
  const sourcesOf = groupSources(
    await db.select().from(publicCitations).where(eq(publicCitations.datasetId, datasetId)),
  );
  const eventCount = await db.$count(
    publicEventRecords,
    eq(publicEventRecords.datasetId, datasetId),
  );
  const eventsAs = wayOfEvents(eventCount, maxInBrowser);
  return {
    meta,
    places: await findPlaces(db, datasetId, sourcesOf),
    ...(await findPlacePhases(db, datasetId)),
    events: eventsAs === "records" ? await findEvents(db, datasetId) : [],
    eventCount,
    eventsAs,
    movements: await findMovements(db, datasetId, sourcesOf),
    counts: await findCounts(db, datasetId),
    deaths: await findDeaths(db, datasetId, sourcesOf),
    contradictions: await findContradictions(db, datasetId, sourcesOf),
    phases: await findPhases(db, datasetId, sourcesOf),
    story: await findStory(db, datasetId, sourcesOf),
    actors: (
      await db
        .select()
        .from(publicActors)
        .where(eq(publicActors.datasetId, datasetId))
        .orderBy(byId(publicActors.id))
    ).map((row) => ({ id: row.id, label: toLocalized(row.labelEn, row.labelFr) })),
    sources: (
      await db
        .select()
        .from(publicSourceRecords)
        .where(eq(publicSourceRecords.datasetId, datasetId))
        .orderBy(byId(publicSourceRecords.id))
    ).map(({ datasetId: _, lang, linkStatus, linkCheckedOn, ...row }) => ({
      ...row,
      language: lang,
      link:
        linkStatus && linkCheckedOn
          ? { status: linkStatus, checkedOn: toDay(linkCheckedOn) }
          : null,
    })),
    basemap: await findBasemap(db, datasetId),
  };
}

function wayOfEvents(eventCount: number, maxInBrowser: number): EventsAs {
  if (eventCount > MAX_EVENTS_IN_DOCUMENT) return eventCount > maxInBrowser ? "tiles" : "columns";
  return "records";
}

async function findPlaces(db: Db, datasetId: string, sourcesOf: SourcesOf): Promise<Place[]> {
  const rows = await db
    .select()
    .from(publicPlaceRecords)
    .where(eq(publicPlaceRecords.datasetId, datasetId))
    .orderBy(byId(publicPlaceRecords.id));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: toLocalized(row.nameEn, row.nameFr),
    otherNames: row.otherNames,
    description: toLocalized(row.descriptionEn, row.descriptionFr),
    endReason: row.endReason,
    ringRoad: row.ringRoad,
    partOf: row.partOf,
    predecessorIds: row.predecessorIds,
    successorIds: row.successorIds,
    sourceIds: sourcesOf("place", row.id),
  }));
}

/** The public geometry, which is rounded to its precision, as GeoJSON. */
function geoJson(geom: SQLWrapper): SQL<string | null> {
  return sql<
    string | null
  >`ST_AsGeoJSON(${ringsCounterClockwise(geom)}, ${sql.raw(String(CRS84.decimals))})`;
}

async function findPlacePhases(
  db: Db,
  datasetId: string,
): Promise<Pick<Dataset, "placePhases" | "hiddenPhases">> {
  const points = await db
    .select({
      id: publicPlaces.id,
      placeId: publicPlaces.placeId,
      geometry: geoJson(publicPlaces.geom),
      precisionM: publicPlaces.precisionM,
      positionBasis: publicPlaces.positionBasis,
      positionNote: publicPlaces.positionNote,
      startEarliest: publicPlaces.startEarliest,
      startLatest: publicPlaces.startLatest,
      endEarliest: publicPlaces.endEarliest,
      endLatest: publicPlaces.endLatest,
      startEdtf: publicPlaces.startEdtf,
      endEdtf: publicPlaces.endEdtf,
      convention: publicPlaces.convention,
      boundsNote: publicPlaces.boundsNote,
      sourceIds: publicPlaces.sourceIds,
    })
    .from(publicPlaces)
    .where(eq(publicPlaces.datasetId, datasetId))
    .orderBy(byId(publicPlaces.id));
  const outlines = await db
    .select({
      id: publicRoutes.id,
      placeId: publicRoutes.placeId,
      geometry: geoJson(publicRoutes.geom),
      precisionM: publicRoutes.precisionM,
      positionBasis: publicRoutes.positionBasis,
      startEarliest: publicRoutes.startEarliest,
      startLatest: publicRoutes.startLatest,
      endEarliest: publicRoutes.endEarliest,
      endLatest: publicRoutes.endLatest,
      startEdtf: publicRoutes.startEdtf,
      endEdtf: publicRoutes.endEdtf,
      noteEn: publicRoutes.noteEn,
      noteFr: publicRoutes.noteFr,
      sourceIds: publicRoutes.sourceIds,
    })
    .from(publicRoutes)
    .where(and(eq(publicRoutes.datasetId, datasetId), sql`${publicRoutes.geom} IS NOT NULL`))
    .orderBy(byId(publicRoutes.id));
  const withNothingNoted = outlines.map((row) => ({ ...row, convention: null, boundsNote: null }));
  const withoutNote = points.map((row) => ({ ...row, noteEn: null, noteFr: null }));
  const placePhases: PlacePhase[] = [];
  const hiddenPhases: DatedPhase[] = [];
  for (const row of [...withoutNote, ...withNothingNoted]) {
    const phase = {
      id: row.id,
      placeId: row.placeId,
      span: toSpan(row),
      startEdtf: row.startEdtf,
      endEdtf: row.endEdtf,
      convention: row.convention,
      boundsNote: row.boundsNote,
      note: row.noteEn === null ? null : toLocalized(row.noteEn, row.noteFr ?? row.noteEn),
      sourceIds: row.sourceIds,
    };
    if (row.geometry === null) hiddenPhases.push(phase);
    else
      placePhases.push({
        ...phase,
        geometry: JSON.parse(row.geometry) as Geometry,
        quality: toQuality(row),
      });
  }
  return { placePhases, hiddenPhases };
}

async function findEvents(db: Db, datasetId: string): Promise<Event[]> {
  const records = publicEventRecords;
  const rows = await db
    .select({
      event: {
        id: records.id,
        titleEn: records.titleEn,
        titleFr: records.titleFr,
        summaryEn: records.summaryEn,
        summaryFr: records.summaryFr,
        category: records.category,
        certainty: records.certainty,
        sensitivity: records.sensitivity,
        edtf: records.edtf,
        startEarliest: records.startEarliest,
        startLatest: records.startLatest,
        endEarliest: records.endEarliest,
        endLatest: records.endLatest,
        placeId: records.placeId,
        peopleLow: records.peopleLow,
        peopleHigh: records.peopleHigh,
        peopleNote: records.peopleNote,
        actorIds: records.actorIds,
        accountParagraph: records.accountParagraph,
        sourceIds: records.sourceIds,
      },
      point: geoJson(publicEvents.geom),
      precisionM: publicEvents.precisionM,
      positionBasis: publicEvents.positionBasis,
    })
    .from(records)
    .innerJoin(
      publicEvents,
      and(eq(publicEvents.datasetId, records.datasetId), eq(publicEvents.id, records.id)),
    )
    .where(eq(records.datasetId, datasetId))
    .orderBy(asc(records.startEarliest), byId(records.id));
  return rows.map(({ event: row, point, ...position }) => ({
    id: row.id,
    title: toLocalized(row.titleEn, row.titleFr),
    summary: toLocalized(row.summaryEn, row.summaryFr),
    category: row.category,
    certainty: row.certainty,
    sensitivity: row.sensitivity,
    edtf: row.edtf,
    span: toSpan(row),
    placeId: row.placeId,
    point: point ? (JSON.parse(point) as Point) : null,
    quality: point ? toQuality(position) : null,
    peopleLow: row.peopleLow,
    peopleHigh: row.peopleHigh,
    peopleNote: row.peopleNote,
    actorIds: row.actorIds,
    accountParagraph: row.accountParagraph,
    sourceIds: row.sourceIds,
  }));
}

async function findDeaths(db: Db, datasetId: string, sourcesOf: SourcesOf): Promise<Death[]> {
  const rows = await db
    .select()
    .from(publicDeaths)
    .where(eq(publicDeaths.datasetId, datasetId))
    .orderBy(publicDeaths.earliest, byId(publicDeaths.id));
  return rows.map(({ datasetId: _, earliest, latest, noteEn, noteFr, ...row }) => ({
    ...row,
    earliest: toDay(earliest),
    latest: toDay(latest),
    note: toLocalized(noteEn, noteFr),
    sourceIds: sourcesOf("death", row.id),
  }));
}

async function findBasemap(db: Db, datasetId: string): Promise<BasemapFeature[]> {
  const view = publicBasemap;
  const rows = await db
    .select({
      id: view.id,
      class: view.class,
      nameEn: view.nameEn,
      nameFr: view.nameFr,
      minZoom: view.minZoom,
      geometry: geoJson(view.geom),
      precisionM: view.precisionM,
      positionBasis: view.positionBasis,
      positionNote: view.note,
    })
    .from(view)
    .where(eq(view.datasetId, datasetId))
    .orderBy(view.position);
  return rows.flatMap(({ geometry, ...row }) =>
    geometry === null
      ? []
      : {
          id: row.id,
          class: row.class,
          name: row.nameEn === null ? null : toLocalized(row.nameEn, row.nameFr ?? row.nameEn),
          minZoom: row.minZoom,
          quality: toQuality(row),
          geometry: JSON.parse(geometry) as Geometry,
        },
  );
}
