import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Collection } from "#model/collection.ts";
import { CRS84, type Crs } from "#model/crs.ts";
import type { Db } from "../database.ts";
import {
  beyond,
  type From,
  orderBy,
  type Position,
  parsePosition,
  positionSql,
  type SortKey,
} from "./feature-order.ts";
import {
  belongsTo,
  conditions,
  type FeatureQuestion,
  hasFewShapes,
  VIEWS,
} from "./feature-question.ts";
import { ringsCounterClockwise } from "./ring-order.ts";

/** How the features that answer are wanted. */
export type FeatureShape = {
  /** Of the coordinates; CRS84 unless another is asked for. */
  readonly crs?: Crs;
  /** Names of the properties that are wanted, in the collection's order; undefined: all. */
  readonly properties?: readonly string[] | undefined;
  /** A second writing of the geometry beside the GeoJSON. */
  readonly geometryAs?: "wkt" | "wkb" | undefined;
};

export type PageQuestion = FeatureQuestion &
  FeatureShape & {
    readonly limit: number;
    /** Undefined: by id. */
    readonly sort?: readonly SortKey[];
    /** Undefined: from the start. */
    readonly from?: From | undefined;
    /** How many answer, when that is known already: among many, counting takes longer than the page. */
    readonly numberMatched?: number | undefined;
  };

export type FeatureRow = {
  /** A GeoJSON feature as text. */
  readonly feature: string;
  /** WKT, or WKB in hexadecimal digits, when asked for. */
  readonly geometry: string | null;
};

export type FeaturePage = {
  readonly rows: readonly FeatureRow[];
  readonly numberReturned: number;
  /** Of the whole question, counted in the same moment as the page was read. */
  readonly numberMatched: number;
  /** Where the page before and the page after go on from; undefined where there is none. */
  readonly prev: Position | undefined;
  readonly next: Position | undefined;
};

/** The rows of a page, one more than asked, which tells whether there is more. */
function pageRows(db: Db, question: PageQuestion) {
  const { collection, from, limit, sort = [] } = question;
  const view = VIEWS[collection.id];
  const where = conditions(question);
  return db
    .select({
      feature: featureJson(question).as("feature"),
      geometry: writtenGeometry(question).as("geometry"),
      position: positionSql(sort).as("position"),
    })
    .from(view)
    .where(from ? and(where, beyond(sort, from)) : where)
    .orderBy(orderBy(sort, from?.direction === "prev"))
    .limit(limit + 1)
    .as("page");
}

/** The same, numbered once they are cut: a number for every row that matches would sort them all. */
function numberedRows(db: Db, question: PageQuestion) {
  const page = pageRows(db, question);
  return db
    .select({
      feature: page.feature,
      geometry: page.geometry,
      position: page.position,
      rank: sql<number>`row_number() OVER ()`.as("rank"),
    })
    .from(page)
    .as("numbered");
}

/** How many answer: counted, or told. */
function totalOf(db: Db, question: PageQuestion) {
  const { collection, numberMatched } = question;
  if (numberMatched !== undefined)
    return db
      .select({ count: sql`${numberMatched}::bigint`.mapWith(Number).as("count") })
      .from(sql`(SELECT 1) one`)
      .as("total");
  return db
    .select({ count: sql`count(*)`.mapWith(Number).as("count") })
    .from(VIEWS[collection.id])
    .where(conditions(question))
    .as("total");
}

/** One page of the features that answer the question, with the number of all. */
export async function findPage(db: Db, question: PageQuestion): Promise<FeaturePage> {
  const { limit } = question;
  const numbered = numberedRows(db, question);
  const total = totalOf(db, question);
  // One statement, so that count and page see the same data.
  const found = await db
    .select({
      count: total.count,
      feature: numbered.feature,
      geometry: numbered.geometry,
      position: numbered.position,
    })
    .from(total)
    .leftJoin(numbered, sql`TRUE`)
    .orderBy(numbered.rank);
  const rows = found.flatMap(({ feature, geometry, position }) =>
    feature !== null && position !== null ? { feature, geometry, position } : [],
  );
  const shown = rows.slice(0, limit);
  if (question.from?.direction === "prev") shown.reverse();
  return {
    rows: shown.map(({ feature, geometry }) => ({ feature, geometry })),
    numberReturned: shown.length,
    numberMatched: Number(found[0]?.count ?? 0),
    ...neighbours(question, rows.length, shown[0]?.position, shown.at(-1)?.position),
  };
}

/**
 * A page as the bytes (UTF-8) of its GeoJSON features, parted by commas and line breaks: the database writes all of it,
 * and nobody reads it as a text on its way.
 */
export type FeatureTextPage = Omit<FeaturePage, "rows"> & { readonly features: Uint8Array };

/** The statement behind `findTextPage`, by itself for whoever measures it. */
export function textPageStatement(db: Db, question: PageQuestion) {
  const { from, limit } = question;
  const numbered = numberedRows(db, question);
  const total = totalOf(db, question);
  const isBackwards = from?.direction === "prev";
  const order = sql`${numbered.rank} ${sql.raw(isBackwards ? "DESC" : "ASC")}`;
  const isShown = sql`${numbered.rank} <= ${limit}::integer`;
  const text = db
    .select({
      features:
        sql<Uint8Array | null>`convert_to(string_agg(${numbered.feature}, E',\n' ORDER BY ${order}) FILTER (WHERE ${isShown}), 'UTF8')`.as(
          "features",
        ),
      found: sql`count(*)`.mapWith(Number).as("found"),
      first: sql<string | null>`min(${numbered.position}) FILTER (WHERE ${numbered.rank} = 1)`.as(
        "first",
      ),
      last: sql<
        string | null
      >`(array_agg(${numbered.position} ORDER BY ${numbered.rank} DESC) FILTER (WHERE ${isShown}))[1]`.as(
        "last",
      ),
    })
    .from(numbered)
    .as("text");
  return db
    .select({
      count: total.count,
      features: text.features,
      found: text.found,
      first: text.first,
      last: text.last,
    })
    .from(total)
    .innerJoin(text, sql`TRUE`);
}

/** One page of the features as text, with the number of all. */
export async function findTextPage(db: Db, question: PageQuestion): Promise<FeatureTextPage> {
  const statement = textPageStatement(db, question);
  const { properties, sort = [] } = question;
  const isKept = hasFewShapes(question) && properties === undefined && sort.length === 0;
  const [row] = await (isKept ? statement.prepare("page").execute() : statement);
  const { count = 0, features = null, found = 0, first = null, last = null } = row ?? {};
  const ends = [first ?? undefined, last ?? undefined];
  if (question.from?.direction === "prev") ends.reverse();
  return {
    features: features ?? new Uint8Array(),
    numberMatched: Number(count),
    numberReturned: Math.min(Number(found), question.limit),
    ...neighbours(question, Number(found), ends[0], ends[1]),
  };
}

/** Where the pages before and after go on from: `found` rows, one more than shown when there is more. */
function neighbours(
  { from, limit }: PageQuestion,
  found: number,
  first: string | undefined,
  last: string | undefined,
): Pick<FeaturePage, "prev" | "next"> {
  const isBackwards = from?.direction === "prev";
  const hasMore = found > limit;
  const hasBefore = isBackwards ? hasMore : from !== undefined && found > 0;
  const hasAfter = isBackwards ? found > 0 : hasMore;
  const positionOf = (text: string | undefined) =>
    text === undefined ? undefined : parsePosition(text);
  return {
    prev: hasBefore ? positionOf(first) : undefined,
    next: hasAfter ? positionOf(last) : undefined,
  };
}

/** Every feature that answers, page by page in the order of the ids: for files of any size. */
export async function* findAllPages(
  db: Db,
  question: FeatureQuestion & FeatureShape,
  pageSize: number,
): AsyncGenerator<readonly FeatureRow[]> {
  let from: From | undefined;
  let numberMatched: number | undefined;
  do {
    const page = await findPage(db, { ...question, limit: pageSize, from, numberMatched });
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
  }: FeatureShape & { datasetId: string; collection: Collection; id: string },
): Promise<FeatureRow | undefined> {
  const view = VIEWS[shape.collection.id];
  const [row] = await db
    .select({ feature: featureJson(shape), geometry: writtenGeometry(shape) })
    .from(view)
    .where(and(belongsTo(shape.collection, datasetId), eq(view.id, id)))
    .limit(1);
  return row;
}

/**
 * The row as a GeoJSON feature (RFC 7946): outer rings counter-clockwise, and no more decimals than the precision
 * bears. In a projected CRS the position, which is rounded already, is written to the millimetre.
 */
function featureJson({
  collection,
  crs = CRS84,
  properties,
}: FeatureShape & { collection: Collection }): SQL<string> {
  const names = collection.properties
    .filter(({ name }) => properties?.includes(name) ?? true)
    .map(({ name }) => sql.identifier(name));
  const hasPrecision = collection.properties.some(({ name }) => name === "precision_m");
  const decimals =
    hasPrecision && crs.srid === 4326
      ? sql`coordinate_decimals(precision_m)`
      : sql.raw(String(crs.decimals));
  const chosen =
    names.length > 0
      ? sql`(SELECT row_to_json(p) FROM (SELECT ${sql.join(names, sql`, `)}) p)`
      : sql`'{}'::json`;
  return sql<string>`json_build_object(
    'type', 'Feature',
    'id', id,
    'geometry', ST_AsGeoJSON(${ringsCounterClockwise(geometryIn(crs))}, ${decimals}, 0)::json,
    'properties', ${chosen}
  )::text`;
}

/** The geometry in a CRS, in the order of its axes. */
function geometryIn(crs: Crs): SQL {
  const projected =
    crs.srid === 4326 ? sql`geom` : sql`ST_Transform(geom, ${sql.raw(String(crs.srid))})`;
  return crs.isLatitudeFirst ? sql`ST_FlipCoordinates(${projected})` : projected;
}

function writtenGeometry({ crs = CRS84, geometryAs }: FeatureShape): SQL<string | null> {
  switch (geometryAs) {
    case "wkt":
      return sql<string | null>`ST_AsText(${geometryIn(crs)}, ${sql.raw(String(crs.decimals))})`;
    case "wkb":
      return sql<
        string | null
      >`encode(ST_AsBinary(${ringsCounterClockwise(geometryIn(crs))}, 'NDR'), 'hex')`;
    case undefined:
      return sql<string | null>`NULL::text`;
  }
}
