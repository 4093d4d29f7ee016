import { and, eq, type Placeholder, sql } from "drizzle-orm";
import { CRS84 } from "#model/space/crs.ts";
import { readBytes } from "../../byte-rows.ts";
import type { Db } from "../../database.ts";
import { asGiven, compiledQuery, type Values } from "./compiled.ts";
import { type FeatureShape, featureJson, writtenGeometry } from "./feature-json.ts";
import {
  beyond,
  type From,
  orderBy,
  type Position,
  parsePosition,
  positionColumns,
  positionSql,
  type SortKey,
} from "./feature-order.ts";
import {
  belongsTo,
  conditions,
  type FeatureQuestion,
  hasFewShapes,
  sourceOf,
  tellsVersion,
  valuesAndShape,
  viewOf,
} from "./feature-question.ts";

export type PageQuestion = FeatureQuestion &
  FeatureShape & {
    readonly limit: number;
    /** Undefined: by id. */
    readonly sort?: readonly SortKey[];
    /** Undefined: from the start. */
    readonly from?: From | undefined;
    /** How many to pass over from there; none unless told. */
    readonly offset?: number;
    /** How many answer, when that is known already: among many, counting takes longer than the page. */
    readonly numberMatched?: number | undefined;
  };

type FeatureRow = {
  /** A GeoJSON feature as text. */
  readonly feature: string;
  /** WKT, or WKB in hexadecimal digits, when asked for. */
  readonly geometry: string | null;
};

type Page<Row> = {
  readonly rows: readonly Row[];
  readonly numberReturned: number;
  /** Of the whole question: told by it, or counted in the statement of the page. */
  readonly numberMatched: number;
  /** Whether the page is known to be of the version to which the question was held. */
  readonly isOfVersion: boolean;
  /** Where the page before and the page after go on from; undefined where there is none. */
  readonly prev: Position | undefined;
  readonly next: Position | undefined;
};

type FeaturePage = Page<FeatureRow>;
/** A page of GeoJSON features in UTF-8. */
type FeatureBytePage = Omit<FeaturePage, "rows"> & {
  readonly features: readonly Uint8Array[];
};

/** The rows of a page, one more than asked, which tells whether there is more. */
function pageRows(db: Db, question: PageQuestion, value: Values) {
  const { from, limit, offset = 0, sort = [] } = question;
  const where = conditions(question, value);
  const rows = db
    .select({
      feature: featureJson(question).as("feature"),
      geometry: writtenGeometry(question).as("geometry"),
      ...positionColumns(sort),
    })
    .from(sourceOf(question, value))
    .where(from ? and(where, beyond(sort, from, value)) : where)
    .orderBy(orderBy(sort, from?.direction === "prev"))
    .limit(value("rows", limit + 1));
  return (offset > 0 ? rows.offset(value("offset", offset)) : rows).as("page");
}

/**
 * The statement of a page. Its first row and the last that is shown tell their positions, from which other pages go on.
 * One of its rows has the number of all, so that number and page see the same data: the row that is more than was
 * asked, since without it a first page is all there is, and need not be counted. A page without features has one row
 * all the same, without a feature, to tell that number and the version.
 */
export function pageStatement(db: Db, question: PageQuestion, value: Values = asGiven) {
  const { limit, numberMatched, sort = [] } = question;
  const page = pageRows(db, question, value);
  const isAt = (rank: number | Placeholder) => sql`row_number() OVER () = ${rank}::integer`;
  const count =
    numberMatched === undefined
      ? sql`CASE WHEN ${isAt(value("counted", rankOfCounted(question)))} THEN (${countStatement(db, question, value)}) END`
      : sql`NULL::bigint`;
  return db
    .select({
      feature: page.feature,
      geometry: page.geometry,
      position: sql<
        string | null
      >`CASE WHEN ${isAt(1)} OR ${isAt(value("limit", limit))} THEN ${positionSql(sort)} END`,
      numberMatched: count.mapWith(Number),
      isOfVersion: tellsVersion(question, value),
    })
    .from(sql`(SELECT 1) one`)
    .leftJoin(page, sql`TRUE`);
}

/** Whether features may stand before the page. */
const isFurther = ({ from, offset = 0 }: PageQuestion) => from !== undefined || offset > 0;

const rankOfCounted = (question: PageQuestion) => (isFurther(question) ? 1 : question.limit + 1);

function countStatement(db: Db, question: PageQuestion, value: Values) {
  return db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(sourceOf(question, value))
    .where(conditions(question, value));
}

/** The statement of a page, compiled once for all of its shape. */
export function compiledPage(db: Db, question: PageQuestion) {
  const { crs = CRS84, from, geometryAs, limit, numberMatched, offset = 0 } = question;
  const { shape, values } = valuesAndShape(question);
  const own = [crs.uri, crs.isLatitudeFirst, geometryAs, from?.direction, offset > 0];
  return compiledQuery(
    `page ${shape} ${own} ${numberMatched === undefined}`,
    {
      ...values,
      beyond: from?.position.id,
      limit,
      rows: limit + 1,
      counted: rankOfCounted(question),
      offset,
    },
    (value) => pageStatement(db, question, value),
  );
}

/** One page of the features that answer the question, with the number of all. */
export async function findPage(db: Db, question: PageQuestion): Promise<FeaturePage> {
  const found = await pageStatement(db, question);
  return pageOf(question, found, {
    row: ({ feature, geometry }) => (feature === null ? undefined : { feature, geometry }),
    position: ({ position }) => position,
    numberMatched: (row) => row.numberMatched,
    isOfVersion: (row) => row.isOfVersion === true,
  });
}

/**
 * The same with features as the bytes (UTF-8) that the database wrote: nobody reads them as a text on their way.
 */
export async function findBytePage(db: Db, question: PageQuestion): Promise<FeatureBytePage> {
  const { properties, sort = [] } = question;
  const prepare = hasFewShapes(question) && properties === undefined && sort.length === 0;
  const statement = prepare ? compiledPage(db, question) : pageStatement(db, question);
  const found = await readBytes(db, statement, { prepare });
  const { rows: features, ...page } = pageOf(question, found, {
    row: ([feature]) => feature ?? undefined,
    position: ([, , position]) => position && textOf(position),
    numberMatched: ([, , , number]) => Number(textOf(number)),
    isOfVersion: ([, , , , is]) => textOf(is) === "t",
  });
  return { ...page, features };
}

const textOf = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString();

/** The page that the rows of its statement make, and how they are read. */
function pageOf<Found, Row>(
  question: PageQuestion,
  answered: readonly Found[],
  read: {
    /** Undefined for the row of a page without features. */
    readonly row: (found: Found) => Row | undefined;
    readonly position: (found: Found) => string | null | undefined;
    readonly numberMatched: (found: Found) => number;
    readonly isOfVersion: (found: Found) => boolean;
  },
): Page<Row> {
  const [first] = answered;
  const found = first && read.row(first) === undefined ? [] : answered;
  const shown = found.slice(0, question.limit);
  if (question.from?.direction === "prev") shown.reverse();
  // Without a row more than was asked a first page is all there is.
  const counted = answered[rankOfCounted(question) - 1];
  const ends = [shown[0], shown.at(-1)].map((row) => {
    const text = row && read.position(row);
    return text ? parsePosition(text) : undefined;
  });
  return {
    rows: shown.flatMap((row) => read.row(row) ?? []),
    numberReturned: shown.length,
    numberMatched: question.numberMatched ?? (counted ? read.numberMatched(counted) : found.length),
    isOfVersion: first !== undefined && read.isOfVersion(first),
    ...neighbours(question, found.length, ends[0], ends[1]),
  };
}

/** Where the pages before and after go on from: `found` rows, one more than shown when there is more. */
function neighbours(
  question: PageQuestion,
  found: number,
  first: Position | undefined,
  last: Position | undefined,
): { readonly prev: Position | undefined; readonly next: Position | undefined } {
  const { from, limit } = question;
  const isBackwards = from?.direction === "prev";
  const hasMore = found > limit;
  const hasBefore = isBackwards ? hasMore : isFurther(question) && found > 0;
  const hasAfter = isBackwards ? found > 0 : hasMore;
  return { prev: hasBefore ? first : undefined, next: hasAfter ? last : undefined };
}

/**
 * Every feature that answers, page by page in the order of the ids: for files of any size. All pages are of the version
 * to which the question is held.
 */
export async function* findAllPages(
  db: Db,
  question: FeatureQuestion & FeatureShape,
  pageSize: number,
): AsyncGenerator<readonly FeatureRow[]> {
  let asOf = question.asOf;
  let from: From | undefined;
  let numberMatched: number | undefined;
  do {
    const ask = () => findPage(db, { ...question, asOf, limit: pageSize, from, numberMatched });
    let page = await ask();
    if (asOf === undefined && question.version && !page.isOfVersion) {
      // Another version has come: what is left is read as it was.
      asOf = question.version.number;
      page = await ask();
    }
    numberMatched = page.numberMatched;
    yield page.rows;
    from = page.next && { position: page.next, direction: "next" };
  } while (from);
}

/** One feature, or undefined when the collection has none with this id. */
export async function findFeature(
  db: Db,
  {
    datasetId,
    id,
    ...shape
  }: FeatureShape &
    Pick<FeatureQuestion, "asOf" | "collection" | "conventions" | "datasetId"> & {
      readonly id: string;
    },
): Promise<FeatureRow | undefined> {
  const view = viewOf(shape);
  const [row] = await db
    .select({ feature: featureJson(shape), geometry: writtenGeometry(shape) })
    .from(sourceOf(shape))
    .where(and(belongsTo(shape, datasetId), eq(view.id, id)))
    .limit(1);
  return row;
}
