import { declarationIn } from "#domain/declaration.ts";
import { NO_SURVEY, resolveDeclaration } from "#domain/resolve.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { COLLECTION_ROLES } from "#model/dataset/declared.ts";
import type { Event } from "#model/record/event.ts";
import type { Place } from "#model/record/place.ts";
import type { PointPhase } from "#web/view/scene/sites.ts";
import { day, spanBetween } from "./records.ts";

export function createPlace(changes: Partial<Place> = {}): Place {
  const id = changes.id ?? "place";
  return {
    id,
    kind: "camp",
    name: { en: id, fr: id },
    otherNames: [],
    description: { en: "", fr: "" },
    endReason: null,
    statedSide: "inside",
    partOf: null,
    predecessorIds: [],
    successorIds: [],
    sourceIds: [],
    ...changes,
  };
}

export function createPointPhase(changes: Partial<PointPhase> = {}): PointPhase {
  return {
    id: "place",
    placeId: "place",
    geometry: { type: "Point", coordinates: [1.86, 50.95] },
    quality: { precisionM: 100, basis: "measured" },
    positionNote: null,
    span: spanBetween("2014-01-01", "2014-12-31"),
    startEdtf: null,
    endEdtf: null,
    convention: null,
    boundsNote: null,
    note: null,
    sourceIds: [],
    attributes: null,
    ...changes,
  };
}

export function createEvent(changes: Partial<Event> = {}): Event {
  return {
    id: "event",
    title: { en: "Event", fr: "Événement" },
    summary: { en: "", fr: "" },
    category: "protest",
    certainty: "confirmed",
    certaintyReason: null,
    sensitivity: "none",
    edtf: "2014-05-10",
    datePrecision: null,
    span: spanBetween("2014-05-10", "2014-05-10"),
    clock: { startTime: null, endTime: null },
    placeId: null,
    point: { type: "Point", coordinates: [1.86, 50.95] },
    quality: null,
    peopleLow: null,
    peopleHigh: null,
    peopleNote: null,
    actorIds: [],
    sourceIds: [],
    attributes: null,
    ...changes,
  };
}

/** What a dataset says of itself that says little. */
const { declared } = resolveDeclaration(
  declarationIn(["en", "fr"]).parse({
    roles: { sites: ["camp", "squat"], landmarks: ["landmark", "port"] },
  }),
  { name: "test" },
  NO_SURVEY,
);

/** A small dataset with one event in it and whatever else is asked for. */
export function createDataset(changes: Partial<Dataset>): Dataset {
  return {
    meta: {
      ...declared,
      id: "test",
      version: {
        number: 1,
        label: "1",
        contentHash: "0",
        publishedAt: "2026-01-01T00:00:00Z",
        created: null,
        note: null,
        class: null,
      },
      title: { en: "Test", fr: "Essai" },
      description: { en: "", fr: "" },
      attribution: { en: "", fr: "" },
      credit: { en: "", fr: "" },
      licences: [],
      hasClock: false,
      severalPoints: [],
      openingDay: day("2014-05-27"),
      openingMode: "instant",
      firstDay: day("2013-01-01"),
      lastDay: day("2016-12-31"),
      timeZone: "Europe/Paris",
      extent: { west: 1.7, south: 50.89, east: 2.02, north: 51.02 },
      home: { west: 1.8, south: 50.92, east: 1.93, north: 50.98 },
      separation: {
        reference: { place: "town-hall", label: { en: "the town hall", fr: "l’hôtel de ville" } },
        further: [],
        line: null,
        sides: null,
        area: null,
      },
    },
    versions: [],
    withdrawals: [],
    places: [],
    placePhases: [],
    hiddenPhases: [],
    events: [createEvent()],
    movements: [],
    counts: [],
    deaths: [],
    contradictions: [],
    phases: [],
    story: [],
    actors: [],
    eventCount: 1,
    holds: COLLECTION_ROLES,
    eventsAs: "records",
    sources: [],
    citations: [],
    attestations: [],
    basemap: [],
    ...changes,
  };
}
