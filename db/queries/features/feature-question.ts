// What can be asked of a collection, whichever format answers.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Collection } from "#model/collection/collection.ts";
import type { ReadProperty } from "#model/collection/property.ts";
import type { CollectionRole } from "#model/dataset/declared.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import type { Cql2Filter } from "#model/question/cql2/filter.ts";
import type { Range } from "#model/question/own-column.ts";
import { type Bbox, unwrapBbox } from "#model/space/bbox.ts";
import { CRS84, type Crs } from "#model/space/crs.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import { wordsOf } from "#model/words/fold.ts";
import { type AsOf, viewAsOf } from "../../schema/as-of.ts";
import { lexemes } from "../../schema/columns.ts";
import { dateText, instantValue } from "../../schema/day.ts";
import {
  attestedPlaces,
  publicAttestations,
  publicBasemap,
  publicCitedFields,
  publicCounts,
  publicEvents,
  publicMovements,
  publicPhases,
  publicPlaceRecords,
  publicPlaces,
  publicRoutes,
  publicSources,
  publicVersions,
} from "../../schema/index.ts";
import { asGiven, type Values } from "./compiled.ts";
import { filterSql } from "./cql2-sql.ts";
import { given, propertyValue, readingOf } from "./property-casts.ts";
import { inWindow, windowShape, windowValues } from "./time.ts";

/** Values of which a property must have one, or a range that its value must be in; bounds are included, null is open. */
export type Equality = ReadProperty &
  ({ readonly values: readonly string[] } | { readonly range: Range<string> });

type NamedVersion = Pick<DatasetVersion, "contentHash" | "number">;

export type FeatureQuestion = {
  readonly datasetId: string;
  /** The number of the version that answers; undefined: the newest. */
  readonly asOf?: AsOf;
  /**
   * What is to be there: of the newest, nothing answers where that is another by then; an earlier one is told beside the
   * newest, which may have made it say less. Undefined: whatever is there.
   */
  readonly version?: (NamedVersion & { readonly newest?: NamedVersion | undefined }) | undefined;
  readonly collection: Collection;
  /** False: places as far as their dates are attested, without what a convention fills. */
  readonly conventions?: boolean | undefined;
  /** Undefined: anywhere. Features without a geometry are in no box. */
  readonly bbox?: { readonly box: Bbox; readonly crs: Crs } | undefined;
  /** Undefined: at any time. Features without a time are in every window. */
  readonly window?: Window | undefined;
  readonly certainty: Certainty;
  readonly equalities?: readonly Equality[];
  /** Terms of which one is found in the feature's words, accents and case aside. */
  readonly terms?: readonly string[] | undefined;
  readonly filter?: { readonly condition: Cql2Filter; readonly crs: Crs } | undefined;
};

/**
 * True where the question has one of few shapes, whatever its values are: its statement may be kept prepared. Filters,
 * words and properties make as many statements as there are readers.
 */
export function hasFewShapes({ equalities = [], filter, terms }: FeatureQuestion): boolean {
  return equalities.length === 0 && filter === undefined && terms === undefined;
}

export const VIEWS = {
  places: publicPlaces,
  sites: publicPlaces,
  outlines: publicRoutes,
  events: publicEvents,
  movements: publicMovements,
  counts: publicCounts,
  sources: publicSources,
  citations: publicCitedFields,
  attestations: publicAttestations,
  phases: publicPhases,
  basemap: publicBasemap,
} as const satisfies Record<CollectionRole, unknown>;

const ATTESTED_VIEWS = { ...VIEWS, places: attestedPlaces, sites: attestedPlaces } as const;

type Viewed = Pick<FeatureQuestion, "collection" | "conventions">;

/** The columns that the question may name, whichever version answers. */
export function viewOf({ collection, conventions = true }: Viewed) {
  return (conventions ? VIEWS : ATTESTED_VIEWS)[collection.role];
}

/** Where the features that the question is about are read: what follows FROM. */
export const sourceOf = (
  question: Viewed & Pick<FeatureQuestion, "asOf">,
  value: Values = asGiven,
) => viewAsOf(viewOf(question), question.asOf, value("asOf", question.asOf));

/** The features of the collection, none filtered out. */
export function belongsTo(
  viewed: Viewed,
  datasetId: string,
  value: Values = asGiven,
): SQL | undefined {
  const sitesOnly = viewed.collection.role === "sites" ? sql`is_site` : undefined;
  return and(eq(viewOf(viewed).datasetId, value("dataset", datasetId)), sitesOnly);
}

/** Everything that the question asks, as one condition on the collection's view. */
export function conditions(question: FeatureQuestion, value: Values = asGiven): SQL {
  const { asOf, datasetId, collection, bbox, window, certainty, filter, version } = question;
  const view = viewOf(question);
  const all = and(
    belongsTo(question, datasetId, value),
    asOf === undefined && version ? isOf(version, datasetId, value) : undefined,
    bbox && inBbox(bbox.box, bbox.crs, value),
    window && collection.temporal ? inWindow(view, window, certainty, undefined, value) : undefined,
    ...(question.equalities ?? []).map(equals),
    question.terms && containsOneOf(question.terms, question),
    filter && filterSql(filter.condition, { crs: filter.crs, properties: collection.properties }),
  );
  return all ?? sql`TRUE`;
}

/** Whether the statement, as it is answered, is known to be of the version that it names. */
export function tellsVersion(
  { asOf, datasetId, version }: Pick<FeatureQuestion, "asOf" | "datasetId" | "version">,
  value: Values = asGiven,
): SQL {
  if (!version) return sql`FALSE`;
  if (asOf === undefined) return isOf(version, datasetId, value);
  if (!version.newest) return sql`FALSE`;
  const { contentHash, number } = publicVersions;
  const isThere = sql`EXISTS (SELECT FROM ${publicVersions} WHERE ${publicVersions.datasetId} = ${value("dataset", datasetId)}
    AND ${number} = ${value("number", version.number)}::integer AND ${contentHash} = ${value("contentHash", version.contentHash)}::text)`;
  return sql`(${isThere} AND ${isOf(version.newest, datasetId, value, NEWEST)})`;
}

/** Names of the values of a version, and of the newest one beside it. */
const [OWN, NEWEST] = [
  { number: "number", contentHash: "contentHash" },
  { number: "newestNumber", contentHash: "newestHash" },
];

/** True for all rows or for none: a statement sees one version. */
const isOf = (
  { contentHash, number }: NamedVersion,
  id: string,
  value: Values = asGiven,
  names = OWN,
) =>
  sql`(SELECT ${publicVersions.number} = ${value(names.number, number)}::integer AND ${publicVersions.contentHash} = ${value(names.contentHash, contentHash)}::text
    FROM ${publicVersions} WHERE ${publicVersions.datasetId} = ${value("dataset", id)} AND ${publicVersions.until} IS NULL)`;

/**
 * The values of `conditions` of a question that has few shapes, by their names; and what its SQL depends on besides.
 */
export function valuesAndShape(question: FeatureQuestion) {
  const { asOf, bbox, certainty, collection, conventions, datasetId, version, window } = question;
  const boxes = bbox ? boxesOf(bbox.box, bbox.crs) : [];
  const corners = boxes.flatMap((box, index) =>
    Object.entries(box).map(([side, at]) => [`${side}${index}`, at] as const),
  );
  return {
    values: {
      dataset: datasetId,
      asOf,
      ...version,
      newestNumber: version?.newest?.number,
      newestHash: version?.newest?.contentHash,
      ...windowValues(window),
      ...Object.fromEntries(corners),
    },
    shape: [
      [collection.role, collection.temporal, readingOf(collection.properties), conventions],
      [
        certainty,
        asOf !== undefined,
        version !== undefined,
        version?.newest !== undefined,
        window && windowShape(window),
      ],
      [boxes.length, bbox?.crs.uri],
    ].join(" "),
  };
}

const boxesOf = (bbox: Bbox, crs: Crs) => (crs.srid === CRS84.srid ? unwrapBbox(bbox) : [bbox]);

/** True where the geometry meets the box; a box in degrees that crosses the antimeridian is two. */
function inBbox(bbox: Bbox, crs: Crs, value: Values): SQL {
  const srid = sql.raw(String(crs.srid));
  // Compared in the box's own CRS, in which its sides are straight.
  const own = crs.srid === CRS84.srid ? sql`geom` : sql`ST_Transform(geom, ${srid})`;
  const parts = boxesOf(bbox, crs).map((box, index) => {
    const [west, south, east, north] = (["west", "south", "east", "north"] as const).map((side) =>
      value(`${side}${index}`, box[side]),
    );
    // The envelope of the diagonal: of a box without width it is a line or a point, which an area could not be.
    const diagonal = sql`ST_MakeLine(ST_MakePoint(${west}, ${south}), ST_MakePoint(${east}, ${north}))`;
    return sql`ST_Intersects(${own}, ST_SetSRID(ST_Envelope(${diagonal}), ${srid}))`;
  });
  return sql`(${sql.join(parts, sql` OR `)})`;
}

/** One of the values, or for a list one in it; or a value in the range. */
function equals({ name, type, within, ...asked }: Equality): SQL {
  const own = propertyValue({ name, type, within });
  const compared = type === "instant" ? sql`${own}::timestamptz` : own;
  const literal = (value: string) => {
    if (type === "day") return sql`${dateText(value)}::date`;
    return type === "instant" ? instantValue(Number(value)) : given(value, type);
  };
  if ("range" in asked) {
    const { from, until } = asked.range;
    const conditions = [
      from === null ? [] : sql`${compared} >= ${literal(from)}`,
      until === null ? [] : sql`${compared} <= ${literal(until)}`,
    ];
    return sql`(${sql.join(conditions.flat(), sql` AND `)})`;
  }
  const conditions = asked.values.map((value) =>
    type === "list" ? sql`${value}::text = ANY(${own})` : sql`${compared} = ${literal(value)}`,
  );
  return sql`(${sql.join(conditions, sql` OR `)})`;
}

/** As `containsWords` of the model: every word of a term begins a word of the record; a term without a word finds nothing. */
function containsOneOf(
  terms: readonly string[],
  { asOf, collection: { role }, datasetId }: FeatureQuestion,
): SQL {
  const begins = (word: string) => {
    const asked = sql`${`${lexemes([word])}:*`}::tsquery`;
    if (role !== "events") return sql`words @@ ${asked}`;
    // Of events, of which there may be a million: indexes hold the words of each, and its place.
    const { datasetId: ofDataset, id, nameWords } = publicPlaceRecords;
    const named = sql`SELECT ${id} FROM ${viewAsOf(publicPlaceRecords, asOf)} WHERE ${eq(ofDataset, datasetId)} AND ${nameWords} @@ ${asked}`;
    return sql`(words @@ ${asked} OR
      (${eq(publicEvents.datasetId, datasetId)} AND ${publicEvents.placeId} = ANY (ARRAY(${named}))))`;
  };
  const found = terms.map((term) => {
    const words = wordsOf(term).map(begins);
    return words.length === 0 ? sql`FALSE` : sql`(${sql.join(words, sql` AND `)})`;
  });
  return found.length === 0 ? sql`FALSE` : sql`(${sql.join(found, sql` OR `)})`;
}
