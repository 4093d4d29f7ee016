// From the rows of a checked package to the rows of the database: columns go over under their names, and here is the rest.
import type { Geometry, Point, Polygon } from "geojson";
import type { DatasetRows, EventRow, LaterRows, PlaceRows } from "#db/queries/load.ts";
import type { Attribute } from "#model/dataset/attribute.ts";
import type { Attributes } from "#model/field/attributes.ts";
import { columnsOf, pick } from "#model/field/member.ts";
import { rowMaker } from "#model/field/rows.ts";
import { ACTOR } from "#model/record/actor.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";
import type { Disclosure, Protection } from "#model/space/position.ts";
import type { DataPackage, PackageTables } from "../read/read-package.ts";
import { eventClock, eventSpan, lastingSpan, movementSpan, stillThere } from "../spans.ts";
import { NAMES_IN_FILES, type Row } from "../tables.ts";
import { toCitations, unplacedShapes } from "./citations.ts";
import { keptWords } from "./kept-words.ts";

/** The dataset itself. What its places and its other tables make comes by `placeRecords` and `laterRecords`. */
export function datasetRecord({
  declared,
  descriptor,
  separation,
  tables,
  sourceHash,
}: DataPackage): DatasetRows["dataset"] {
  return {
    id: descriptor.name,
    versionLabel: descriptor.version,
    created: descriptor.created === undefined ? null : new Date(descriptor.created),
    sourceHash,
    licences: descriptor.licenses,
    declared,
    separation,
    siteKinds: declared.roles.sites,
    ring: (tables.ring[0]?.geometry as Polygon | undefined) ?? null,
  };
}

type Published<Tables> = Pick<DataPackage, "declared"> & { readonly tables: Tables };

/** The rows of places and their outlines, which others refer to. */
export function placeRecords({
  declared,
  tables,
}: Published<Pick<PackageTables, "places" | "shapes">>): PlaceRows {
  return {
    places: [
      ...tables.places.map(({ values }) => placeRow(values)),
      ...unplacedShapes(tables).map(toPlaceOfShape),
    ],
    placePhases: [
      ...tables.places.map((row) => toPointPhase(row, declared)),
      ...tables.shapes.flatMap((row) => toOutlinePhase(row, declared)),
    ],
  };
}

const placeRow = rowMaker(PLACE);
const phaseRow = rowMaker(PLACE_PHASE);
const eventRow = rowMaker(EVENT, NAMES_IN_FILES.events);
const movementRow = rowMaker(MOVEMENT);
const sourceRow = rowMaker(SOURCE);
const basemapRow = rowMaker(BASEMAP_FEATURE, NAMES_IN_FILES.basemap);

/** The rows of all other tables but the events, which come by `eventRecords`. */
export function laterRecords({ declared, tables }: Published<PackageTables>): LaterRows {
  const { timeZone } = declared;
  return {
    sources: toSources(tables),
    actors: valuesOf(tables.actors).map(rowMaker(ACTOR)),
    movements: tables.movements.map(({ values }) => ({
      ...movementRow(values),
      ...movementSpan(values, timeZone),
    })),
    counts: valuesOf(tables.counts).map(rowMaker(COUNT, NAMES_IN_FILES.counts)),
    deaths: valuesOf(tables.deaths).map(rowMaker(DEATH, NAMES_IN_FILES.deaths)),
    contradictions: valuesOf(tables.contradictions).map(rowMaker(CONTRADICTION)),
    phases: valuesOf(tables.phases).map(rowMaker(PHASE, NAMES_IN_FILES.phases)),
    storySteps: valuesOf(tables.story).map(rowMaker(STORY_STEP, NAMES_IN_FILES.story)),
    basemapFeatures: tables.basemap.flatMap(({ geometry, values }, position) =>
      geometry ? { ...basemapRow(values), position, geom: geometry } : [],
    ),
    citations: toCitations(tables),
  };
}

const valuesOf = <Values>(rows: readonly { readonly values: Values }[]) =>
  rows.map(({ values }) => values);

/** Sources with what the last check of their addresses found. */
function toSources(tables: PackageTables): LaterRows["sources"] {
  const links = new Map(tables.links.map(({ values }) => [values.id, values]));
  return tables.sources.map(({ values }) => {
    const link = links.get(values.id);
    return {
      ...sourceRow(values),
      linkStatus: link?.status ?? null,
      linkCheckedOn: link?.checked_on ?? null,
    };
  });
}

/** A geometry without a position: nothing of it is published, whatever it is. */
const NOWHERE: Geometry = { type: "Point", coordinates: [] };

const pointOf = ({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }) =>
  lon === null || lat === null
    ? null
    : ({ type: "Point", coordinates: [lon, lat] } satisfies Point);

/** What is withheld is not among the published rows. */
const disclosureOf = ({ disclosure }: { readonly disclosure: Protection | null }): Disclosure =>
  disclosure === null || disclosure === "withheld" ? "exact" : disclosure;

/** What columns of the dataset's own say of a row, where its table has any. */
const own = (columns: readonly Attribute[], attributes: Attributes | null = null) =>
  columns.length > 0 ? { attributes } : {};

type RowOf<Name extends keyof PackageTables> = PackageTables[Name][number];
type Frame = DataPackage["declared"];

/** A place has the phase of its own name. */
function toPointPhase(
  { attributes, values }: RowOf<"places">,
  { attributes: declared, lastDay, timeZone }: Frame,
): PlaceRows["placePhases"][number] {
  const span = lastingSpan(values, timeZone);
  return {
    ...phaseRow(values),
    placeId: values.id,
    geom: pointOf(values) ?? NOWHERE,
    precisionM: values.precision_m ?? 0,
    positionBasis: values.position_basis ?? "estimated",
    disclosure: disclosureOf(values),
    ...stillThere(span, values.end_reason, lastDay),
    // A note without the column speaks of both bounds: nothing is taken for attested that may not be.
    convention: values.convention ?? (values.bounds_note === null ? null : "both"),
    ...own(declared.places, attributes),
    noteEn: null,
    noteFr: null,
  };
}

function toPlaceOfShape({ values }: RowOf<"shapes">): PlaceRows["places"][number] {
  return {
    ...placeRow(values),
    otherNames: [],
    descriptionEn: values.note_en ?? "",
    descriptionFr: values.note_fr ?? "",
    predecessorIds: [],
    successorIds: [],
  };
}

function toOutlinePhase(
  { attributes, geometry, values }: RowOf<"shapes">,
  { attributes: declared, timeZone }: Frame,
): PlaceRows["placePhases"] {
  if (!geometry) return [];
  return [
    {
      ...phaseRow(values),
      placeId: values.place_id ?? values.id,
      geom: geometry,
      disclosure: disclosureOf(values),
      ...lastingSpan(values, timeZone),
      ...own(declared.shapes, attributes),
    },
  ];
}

/** The texts in whose words events are searched. */
const TEXTS = columnsOf(pick(EVENT, "title", "summary"));
const WORDED = Object.keys(TEXTS) as (keyof typeof TEXTS)[];

/** The database row of an event as it is published. */
export function eventRecords({
  declared,
  descriptor,
}: Pick<DataPackage, "declared" | "descriptor">): (row: Row<"events">) => EventRow {
  const foldedWords = keptWords();
  const { timeZone } = declared;
  return ({ attributes, values }) => ({
    datasetId: descriptor.name,
    ...eventRow(values),
    ...eventSpan(values, timeZone),
    ...eventClock(values, timeZone),
    geom: pointOf(values),
    disclosure: disclosureOf(values),
    sourceIds: [...new Set(values.source_ids)],
    words: foldedWords(WORDED.map((column) => values[column])),
    ...own(declared.attributes.events, attributes),
  });
}
