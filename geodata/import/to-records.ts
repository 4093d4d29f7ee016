// From the rows of a checked package to the rows of the database.
import type { Point, Polygon } from "geojson";
import type { DatasetRows, LaterRows, PlaceRows } from "#db/queries/load.ts";
import type { events } from "#db/schema/index.ts";
import { type Day, parseDay, printDay } from "#model/day.ts";
import { wordsOf } from "#model/fold-accents.ts";
import type { Disclosure, Protection } from "#model/position.ts";
import type { Span } from "#model/span.ts";
import { toCitations, unplacedShapes } from "./citations.ts";
import type { DataPackage, PackageTables } from "./read-package.ts";
import { eventSpan, lastingSpan, movementSpan, stillThere } from "./spans.ts";
import type { Row } from "./tables.ts";

/** The dataset itself. What its places and its other tables make comes by `placeRecords` and `laterRecords`. */
export function datasetRecord({
  descriptor,
  tables,
  sourceHash,
}: DataPackage): DatasetRows["dataset"] {
  const { title, description, attribution, credit, extent, home, ...frame } = descriptor.rocade;
  return {
    id: descriptor.name,
    versionLabel: descriptor.version,
    created: descriptor.created === undefined ? null : new Date(descriptor.created),
    sourceHash,
    titleEn: title.en,
    titleFr: title.fr,
    descriptionEn: description.en,
    descriptionFr: description.fr,
    attributionEn: attribution.en,
    attributionFr: attribution.fr,
    creditEn: credit.en,
    creditFr: credit.fr,
    licences: descriptor.licenses,
    extent,
    home,
    ...frame,
    ring: tables.ring[0]?.geometry as Polygon,
  };
}

type Published<Tables> = Pick<DataPackage, "descriptor"> & { readonly tables: Tables };

/** The rows of places and their outlines, which others refer to. */
export function placeRecords({
  descriptor,
  tables,
}: Published<Pick<PackageTables, "places" | "shapes">>): PlaceRows {
  return {
    places: [...tables.places.map(toPlace), ...unplacedShapes(tables).map(toPlaceOfShape)],
    placePhases: [
      ...tables.places.map((row) => toPointPhase(row, descriptor.rocade)),
      ...tables.shapes.flatMap((row) => toOutlinePhase(row, descriptor.rocade)),
    ],
  };
}

/** The rows of all other tables but the events, which come by `eventRecords`. */
export function laterRecords({ descriptor, tables }: Published<PackageTables>): LaterRows {
  return {
    sources: toSources(tables),
    actors: tables.actors.map(({ values }) => ({
      id: values.id,
      labelEn: values.label_en,
      labelFr: values.label_fr,
    })),
    movements: tables.movements.map((row) => toMovement(row, descriptor.rocade)),
    counts: tables.counts.map(({ values }) => ({
      ...toClaim(values),
      measure: values.measure,
      method: values.method,
      qualityNote: values.quality_note,
    })),
    deaths: tables.deaths.map(({ values }) => ({
      ...toClaim(values),
      scope: values.scope,
      causeClass: values.cause_class,
      noteEn: values.note_en,
      noteFr: values.note_fr,
    })),
    contradictions: tables.contradictions.map(({ values }) => ({
      id: values.id,
      subjectIds: [...values.subject_ids],
      topic: values.topic,
      statementEn: values.statement_en,
      statementFr: values.statement_fr,
      resolutionEn: values.resolution_en,
      resolutionFr: values.resolution_fr,
    })),
    phases: tables.phases.map(({ values }) => ({
      id: values.id,
      titleEn: values.title_en,
      titleFr: values.title_fr,
      summaryEn: values.summary_en,
      summaryFr: values.summary_fr,
      start: printDay(values.start),
      until: printDay(values.end),
    })),
    storySteps: tables.story.map(toStoryStep),
    basemapFeatures: tables.basemap.flatMap(toBasemapFeature),
    citations: toCitations(tables),
  };
}

/** Sources with what the last check of their addresses found. */
function toSources(tables: PackageTables): LaterRows["sources"] {
  const links = new Map(tables.links.map(({ values }) => [values.id, values]));
  return tables.sources.map(({ values }) => {
    const link = links.get(values.id);
    return {
      ...values,
      linkStatus: link?.status ?? null,
      linkCheckedOn: link ? printDay(link.checked_on) : null,
    };
  });
}

const pointOf = ({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }) =>
  lon === null || lat === null ? undefined : [lon, lat];

/** What is withheld is not among the published rows. */
const disclosureOf = ({ disclosure }: { readonly disclosure: Protection | null }): Disclosure =>
  disclosure === null || disclosure === "withheld" ? "exact" : disclosure;

type RowOf<Name extends keyof PackageTables> = PackageTables[Name][number];

function dayColumns(span: Span) {
  const print = (day: Day | null) => (day === null ? null : printDay(day));
  return {
    startEarliest: print(span.startEarliest),
    startLatest: print(span.startLatest),
    endEarliest: print(span.endEarliest),
    endLatest: print(span.endLatest),
  };
}

function toPlace({ values }: RowOf<"places">): PlaceRows["places"][number] {
  return {
    id: values.id,
    kind: values.kind,
    nameEn: values.name_en,
    nameFr: values.name_fr,
    otherNames: [...values.other_names],
    descriptionEn: values.description_en,
    descriptionFr: values.description_fr,
    endReason: values.end_reason,
    ringRoad: values.ring_road,
    partOf: values.part_of,
    predecessorIds: [...values.predecessor_ids],
    successorIds: [...values.successor_ids],
  };
}

type Frame = DataPackage["descriptor"]["rocade"];

function toPointPhase(
  { values }: RowOf<"places">,
  { lastDay, timeZone }: Frame,
): PlaceRows["placePhases"][number] {
  return {
    id: values.id,
    placeId: values.id,
    // An empty point: nothing of it is published, whatever it is.
    geom: { type: "Point", coordinates: pointOf(values) ?? [] },
    precisionM: values.precision_m ?? 0,
    positionBasis: values.position_basis ?? "estimated",
    positionNote: values.position_note,
    disclosure: disclosureOf(values),
    ...dayColumns(
      stillThere(lastingSpan(values, timeZone), values.end_reason, parseDay(lastDay) ?? null),
    ),
    startEdtf: values.start_edtf,
    endEdtf: values.end_edtf,
    // A note without the column speaks of both bounds: nothing is taken for attested that may not be.
    convention: values.convention ?? (values.bounds_note === null ? null : "both"),
    boundsNote: values.bounds_note,
  };
}

function toPlaceOfShape({ values }: RowOf<"shapes">): PlaceRows["places"][number] {
  return {
    id: values.id,
    kind: values.kind,
    nameEn: values.name_en,
    nameFr: values.name_fr,
    otherNames: [],
    descriptionEn: values.note_en ?? "",
    descriptionFr: values.note_fr ?? "",
    endReason: null,
    ringRoad: null,
    partOf: null,
    predecessorIds: [],
    successorIds: [],
  };
}

function toOutlinePhase(
  { values, geometry }: RowOf<"shapes">,
  { timeZone }: Frame,
): PlaceRows["placePhases"] {
  if (!geometry) return [];
  return [
    {
      id: values.id,
      placeId: values.place_id ?? values.id,
      geom: geometry,
      precisionM: values.precision_m,
      positionBasis: values.position_basis,
      disclosure: disclosureOf(values),
      ...dayColumns(lastingSpan(values, timeZone)),
      startEdtf: values.start_edtf,
      endEdtf: values.end_edtf,
      noteEn: values.note_en,
      noteFr: values.note_fr,
    },
  ];
}

/** The database row of an event as it is published. */
export function eventRecords({
  descriptor,
}: Pick<DataPackage, "descriptor">): (row: Row<"events">) => typeof events.$inferInsert {
  const foldedWords = keptWords();
  return ({ values }) => {
    const coordinates = pointOf(values);
    const point: Point | null = coordinates ? { type: "Point", coordinates } : null;
    return {
      datasetId: descriptor.name,
      id: values.id,
      titleEn: values.title_en,
      titleFr: values.title_fr,
      summaryEn: values.summary_en,
      summaryFr: values.summary_fr,
      category: values.category,
      certainty: values.certainty,
      sensitivity: values.sensitivity,
      edtf: values.edtf,
      datePrecision: values.date_precision,
      placeId: values.place_id,
      geom: point,
      precisionM: values.precision_m,
      positionBasis: values.position_basis,
      disclosure: disclosureOf(values),
      ...dayColumns(eventSpan(values, descriptor.rocade.timeZone)),
      peopleLow: values.people_low,
      peopleHigh: values.people_high,
      peopleNote: values.people_note,
      actorIds: [...values.actors],
      accountParagraph: values.account_paragraph,
      sourceIds: [...new Set(values.source_ids)],
      words: foldedWords([values.title_en, values.title_fr, values.summary_en, values.summary_fr]),
    };
  };
}

const MAX_KEPT_WORDS = 50_000;

/** The words of texts, folded and each once. Folding is slow and texts say the same words again: those are kept. */
function keptWords(): (texts: readonly string[]) => string[] {
  const kept = new Map<string, readonly string[]>();
  const fold = (token: string) => {
    if (kept.size > MAX_KEPT_WORDS) kept.clear();
    const words = wordsOf(token);
    kept.set(token, words);
    return words;
  };
  return (texts) => {
    const found = new Set<string>();
    for (const text of texts)
      for (const token of text.split(" "))
        for (const word of kept.get(token) ?? fold(token)) found.add(word);
    return [...found];
  };
}

function toMovement(
  { values }: RowOf<"movements">,
  { timeZone }: Frame,
): LaterRows["movements"][number] {
  return {
    id: values.id,
    fromId: values.from_id,
    toId: values.to_id,
    edtf: values.edtf,
    ...dayColumns(movementSpan(values, timeZone)),
    peopleLow: values.people_low,
    peopleHigh: values.people_high,
    peopleNote: values.people_note,
    agency: values.agency,
    confidence: values.confidence,
    noteEn: values.note_en,
    noteFr: values.note_fr,
  };
}

function toClaim(values: RowOf<"counts">["values"] | RowOf<"deaths">["values"]) {
  return {
    id: values.id,
    placeId: values.place_id,
    edtf: values.date_edtf,
    earliest: printDay(values.date_earliest),
    latest: printDay(values.date_latest),
    low: values.low,
    best: values.best,
    high: values.high,
    countedBy: values.counted_by,
    countedByFr: values.counted_by_fr,
    countedByKind: values.counted_by_kind,
  };
}

function toStoryStep({ values }: RowOf<"story">): LaterRows["storySteps"][number] {
  return {
    id: values.id,
    position: values.order,
    titleEn: values.title_en,
    titleFr: values.title_fr,
    textEn: values.text_en,
    textFr: values.text_fr,
    date: printDay(values.date),
    windowStart: printDay(values.window_start),
    windowUntil: printDay(values.window_end),
    placeId: values.place_id,
    zoom: values.zoom,
    eventIds: [...values.event_ids],
  };
}

function toBasemapFeature(
  { values, geometry }: RowOf<"basemap">,
  position: number,
): LaterRows["basemapFeatures"] {
  if (!geometry) return [];
  return [
    {
      id: values.id,
      position,
      class: values.class,
      nameEn: values.name_en,
      nameFr: values.name_fr,
      minZoom: values.min_zoom,
      geom: geometry,
      precisionM: values.precision_m,
      positionBasis: values.position_basis,
      positionNote: values.note,
    },
  ];
}
