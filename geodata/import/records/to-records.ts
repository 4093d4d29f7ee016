// From the rows of a checked package to the rows of the database: columns go over under their names, and here is the rest.

import type { Geometry, Polygon } from "geojson";
import { keptWords, type WordsOfRow } from "#model/collection/kept-words.ts";
import { SEARCHED, SEARCHED_NAMES } from "#model/collection/searched.ts";
import { type Attribute, type AttributedTable, attributeTexts } from "#model/dataset/attribute.ts";
import type { Attributes } from "#model/field/attributes.ts";
import { rowMaker } from "#model/field/rows.ts";
import { ACTOR } from "#model/record/actor.ts";
import { ATTESTATION } from "#model/record/attestation.ts";
import { BASEMAP_FEATURE } from "#model/record/basemap-feature.ts";
import { CITATION, CITED_KINDS } from "#model/record/citation.ts";
import { COUNT, DEATH } from "#model/record/claim.ts";
import { CONTRADICTION } from "#model/record/contradiction.ts";
import { EVENT } from "#model/record/event.ts";
import { MOVEMENT } from "#model/record/movement.ts";
import { PHASE, STORY_STEP } from "#model/record/narrative.ts";
import { PLACE, PLACE_PHASE } from "#model/record/place.ts";
import { SOURCE } from "#model/record/source.ts";
import type { Disclosure, Protection } from "#model/space/position.ts";
import { LONGEST_WORD, wordsOf } from "#model/words/fold.ts";
import { inFirst } from "#model/words/language.ts";
import { citedFields } from "../cited-fields.ts";
import type { DataPackage, PackageTables } from "../read/data-package.ts";
import { pointsOfRow } from "../row-position.ts";
import {
  eventClock,
  eventSpan,
  lastingSpan,
  movementSpan,
  sightingDays,
  stillThere,
} from "../spans.ts";
import { NAMES_IN_FILES, type Row } from "../tables.ts";
import { eventWeigher } from "../weigh-events.ts";
import { toCitations, unplacedShapes } from "./citations.ts";

/** The dataset itself. What its places and its other tables make comes by `placeRecords` and `laterRecords`. */
export function datasetRecord(
  { declared, derived, descriptor, separation, tables }: DataPackage,
  sourceHash: string,
) {
  return {
    id: descriptor.name,
    label: descriptor.version,
    created: descriptor.created === undefined ? null : new Date(descriptor.created),
    sourceHash,
    licences: descriptor.licenses,
    declared,
    derived,
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
}: Published<Pick<PackageTables, "places" | "shapes">>) {
  const words = keptWords();
  const { places: ofPlaces, shapes: ofShapes } = declared.attributes;
  const named = <Row extends object>(row: Row, texts: readonly string[]) => ({
    ...row,
    words: wordsWith(words, row, SEARCHED.places, texts),
    nameWords: words(row, SEARCHED_NAMES),
  });
  const noted = <Row extends object>(row: Row, texts: readonly string[]) => ({
    ...row,
    words: wordsWith(words, row, SEARCHED.placePhases, texts),
  });
  return {
    places: [
      ...tables.places.map((row) => named(placeRow(row.values), ownTexts(ofPlaces, row))),
      ...unplacedShapes(tables).map((row) => named(toPlaceOfShape(row, declared), [])),
    ],
    placePhases: [
      ...tables.places.map((row) => noted(toPointPhase(row, declared), [])),
      ...tables.shapes.flatMap((row) =>
        toOutlinePhase(row, declared).map((phase) => noted(phase, ownTexts(ofShapes, row))),
      ),
    ],
  };
}

/** The words of a row and of texts of its own beside it. */
const wordsWith = (
  words: WordsOfRow,
  row: object,
  columns: readonly string[],
  texts: readonly string[],
) => words({ ...row, ownTexts: texts }, [...columns, "own_texts"]);

/** The texts of a row in columns of the dataset's own, as far as they are published: it is found by them, too. */
function ownTexts(
  columns: readonly Attribute[],
  { attributes, values }: Pick<Row<AttributedTable>, "attributes" | "values">,
): readonly string[] {
  return disclosureOf(values) === "exact" ? attributeTexts(columns, attributes ?? null) : [];
}

/** The rows with the words by which they are found. */
const withWords = <Row extends object>(
  rows: readonly Row[],
  table: keyof typeof SEARCHED,
  words: WordsOfRow = keptWords(),
) => rows.map((row) => ({ ...row, words: words(row, SEARCHED[table]) }));

const placeRow = rowMaker(PLACE);
const phaseRow = rowMaker(PLACE_PHASE);
const eventRow = rowMaker(EVENT, NAMES_IN_FILES.events, ["datasetId", "geom", "disclosure"]);
const movementRow = rowMaker(MOVEMENT);
const sourceRow = rowMaker(SOURCE);
const citationRow = rowMaker(CITATION);
const attestationRow = rowMaker(ATTESTATION);
const basemapRow = rowMaker(BASEMAP_FEATURE, NAMES_IN_FILES.basemap);

/** The rows of all other tables but the events, which come by `eventRecords`. */
export function laterRecords(published: Published<PackageTables>) {
  const { declared, tables } = published;
  const { timeZone } = declared;
  const movements = tables.movements.map(({ values }) => ({
    ...movementRow(values),
    ...movementSpan(values, timeZone),
  }));
  const counts = valuesOf(tables.counts).map(rowMaker(COUNT, NAMES_IN_FILES.counts));
  const phases = valuesOf(tables.phases).map(rowMaker(PHASE, NAMES_IN_FILES.phases));
  const basemap = tables.basemap.flatMap(({ geometry, values }, position) =>
    geometry ? { ...basemapRow(values), position, geom: geometry } : [],
  );
  return {
    sources: withWords(toSources(tables), "sources"),
    actors: valuesOf(tables.actors).map(rowMaker(ACTOR)),
    movements: withWords(movements, "movements"),
    counts: withWords(counts, "counts"),
    deaths: valuesOf(tables.deaths).map(rowMaker(DEATH, NAMES_IN_FILES.deaths)),
    contradictions: valuesOf(tables.contradictions).map(rowMaker(CONTRADICTION)),
    phases: withWords(phases, "phases"),
    storySteps: valuesOf(tables.story).map(rowMaker(STORY_STEP, NAMES_IN_FILES.story)),
    basemapFeatures: withWords(basemap, "basemapFeatures"),
    citations: toCitations(tables),
    fieldCitations: withWords(toFieldCitations(published), "fieldCitations"),
    attestations: withWords(
      tables.attestations.map(({ values }) => ({
        ...attestationRow(values),
        ...sightingDays(values, timeZone),
      })),
      "attestations",
    ),
  };
}

const valuesOf = <Values>(rows: readonly { readonly values: Values }[]) =>
  rows.map(({ values }) => values);

/** What single fields rest on, these under the names that the API has for them. */
function toFieldCitations({ declared, tables }: Published<PackageTables>) {
  const names = new Map(CITED_KINDS.map((kind) => [kind, citedFields({ declared }, kind)]));
  return tables.citations.map(({ values }) => ({
    ...citationRow(values),
    field: names.get(values.record_kind)?.get(values.field) ?? values.field,
  }));
}

/** Sources with what the last check of their addresses found. */
function toSources(tables: PackageTables) {
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
) {
  const span = lastingSpan(values, timeZone);
  return {
    ...phaseRow(values),
    placeId: values.id,
    geom: pointsOfRow(values) ?? NOWHERE,
    precisionM: values.precision_m ?? 0,
    positionBasis: values.position_basis ?? "unstated",
    disclosure: disclosureOf(values),
    ...stillThere(span, values.end_reason, lastDay),
    // A note without the column speaks of both bounds: nothing is taken for attested that may not be.
    convention: values.convention ?? (values.bounds_note === null ? null : "both"),
    ...own(declared.places, attributes),
    note: null,
  };
}

function toPlaceOfShape({ values }: RowOf<"shapes">, { languages }: Frame) {
  return {
    ...placeRow(values),
    otherNames: [],
    description: values.note ?? inFirst("", languages),
    predecessorIds: [],
    successorIds: [],
  };
}

function toOutlinePhase(
  { attributes, geometry, values }: RowOf<"shapes">,
  { attributes: declared, timeZone }: Frame,
) {
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

/** A text of what is folded in each way: other rules, or other tables of letters, make other words of it. */
const FOLDED =
  "Évacuation ＡＢＣ ⅷ ß æ œ ø đ ł ı ς أَدِيرة لؤلؤ ʿAyn l’ha\u00adbitant 東京 かな Ελλάς שָׁלוֹם ١٢ नमस्ते";

/** What the words of an event are made of: its texts, and those in columns of its own as far as they are published. */
type SomeWords = {
  readonly attributes?: Attributes | null | undefined;
  readonly disclosure?: Disclosure | undefined;
};

/** What is made of events where they are written. */
export function eventMaking({ declared }: Pick<DataPackage, "declared">) {
  const words = keptWords();
  const own = declared.attributes.events;
  return {
    wordsOf: (row: SomeWords) => {
      const { attributes = null, disclosure } = row;
      const texts = disclosure === "exact" ? attributeTexts(own, attributes) : [];
      return wordsWith(words, row, SEARCHED.events, texts);
    },
    wordsBy: JSON.stringify([wordsOf(FOLDED), LONGEST_WORD, SEARCHED.events, own]),
  };
}

/** The database row of an event as it is published. */
export function eventRecords({
  declared,
  descriptor,
  tables,
}: Pick<DataPackage, "declared" | "descriptor" | "tables">) {
  const weigh = eventWeigher(tables);
  const { timeZone } = declared;
  const hasOwn = declared.attributes.events.length > 0;
  return ({ attributes = null, values }: Row<"events">) => {
    const { source_ids: sourceIds } = values;
    const span = eventSpan(values, timeZone);
    const clock = eventClock(values, timeZone);
    // There is room for all of it already: a copy would take as long as the rest.
    const row = Object.assign(eventRow(values), {
      startEarliest: span.startEarliest,
      startLatest: span.startLatest,
      endEarliest: span.endEarliest,
      endLatest: span.endLatest,
      startTime: clock.startTime,
      endTime: clock.endTime,
      datasetId: descriptor.name,
      certainty: weigh(values).certainty,
      geom: pointsOfRow(values),
      disclosure: disclosureOf(values),
      sourceIds: sourceIds.length < 2 ? sourceIds : [...new Set(sourceIds)],
    });
    return hasOwn ? Object.assign(row, { attributes }) : row;
  };
}
