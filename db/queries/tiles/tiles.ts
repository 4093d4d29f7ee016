// What a vector tile holds. Of points, which may be many, PostGIS writes the tile where it can; elsewhere, and of lines and
// areas, the database gives the rows to be written: PostGIS leaves out lines and areas that are small or thin at the zoom.
import { and, type SQL, sql } from "drizzle-orm";
import type { Collection } from "#model/collection/collection.ts";
import { remembered } from "#model/remember.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { readBytes } from "../../byte-rows.ts";
import type { Db } from "../../database.ts";
import { asGiven, compiledQuery, type Values } from "../features/compiled.ts";
import {
  conditions,
  type FeatureQuestion,
  hasFewShapes,
  sourceOf,
  tellsVersion,
  valuesAndShape,
} from "../features/feature-question.ts";
import { propertyValue, readingOf, writtenColumns } from "../features/property-casts.ts";
import { putTogether } from "../features/put-together.ts";
import { byId } from "../id-order.ts";

export const TILE_EXTENT = 4096;
/** Units around a tile that are drawn too, so that marks on an edge are whole. */
export const TILE_BUFFER = 64;

export type TileQuestion = FeatureQuestion & {
  readonly z: number;
  readonly y: number;
  readonly x: number;
  readonly properties?: readonly string[] | undefined;
};

const writesTiles = new WeakMap<object, Promise<boolean>>();

/** Whether this database can write tiles; PGlite's PostGIS is built without. */
export function canWriteTiles(db: Db): Promise<boolean> {
  // Asked of the build: a tile that cannot be written would end the transaction in which it is tried.
  return remembered(writesTiles, db, async () => {
    const [row] = await db
      .select({ version: sql<string | null>`postgis_libprotobuf_version()` })
      .from(sql`(SELECT 1) one`);
    return Boolean(row?.version);
  });
}

/** More points than this are told as cells (`tile-cells.ts`). */
export const MAX_POINTS_IN_TILE = 1000;

/** The rows of the tile by id; of points one more than may be in it, which tells that there are too many. */
function limitedRows(question: TileQuestion, columns: SQL, value: Values = asGiven): SQL {
  const isPoints = question.collection.arePoints;
  const limit = isPoints ? sql` LIMIT ${MAX_POINTS_IN_TILE + 1}::integer` : sql``;
  return sql`(SELECT * FROM (SELECT ${columns} FROM ${sourceOf(question, value)} WHERE ${inTile(question, value)}${limit}) limited ORDER BY ${byId(sql`id`)})`;
}

const isTooMany = ({ collection }: TileQuestion, found: number) =>
  collection.arePoints && found > MAX_POINTS_IN_TILE;

/** The statement behind `findWrittenTile`, by itself for whoever measures it. */
export function writtenTileStatement(db: Db, question: TileQuestion, value: Values = asGiven) {
  const { collection } = question;
  const [z, x, y] = (["z", "x", "y"] as const).map((name) => value(name, question[name]));
  const envelope = sql`ST_TileEnvelope(${z}, ${x}, ${y})`;
  const shape = sql`ST_AsMVTGeom(ST_Transform(geom, 3857), ${envelope}, ${sql.raw(String(TILE_EXTENT))}, ${sql.raw(String(TILE_BUFFER))})`;
  const rows = limitedRows(question, sql`${attributes(question)}, ${shape} AS geom`, value);
  return db
    .select({
      tile: sql<string>`encode(ST_AsMVT(t, ${collection.id}::text, ${sql.raw(String(TILE_EXTENT))}, 'geom') FILTER (WHERE t.geom IS NOT NULL), 'base64')`,
      found: sql`count(*)`.mapWith(Number),
      isOfVersion: tellsVersion(question, value),
    })
    .from(sql`${rows} t`);
}

/** The same, compiled once for all of its shape. */
export function compiledTile(db: Db, question: TileQuestion) {
  const { x, y, z } = question;
  const { shape, values } = valuesAndShape(question);
  const { east, north, south, west } = boxOf(question);
  return compiledQuery(
    `tile of ${question.collection.id} ${shape}`,
    { ...values, z, x, y, west, south, east, north },
    (value) => writtenTileStatement(db, question, value),
  );
}

export type WrittenTile = {
  /** Empty where nothing lies in it. */
  readonly bytes: Uint8Array;
  /** Whether it is known to be of the version to which the question was held. */
  readonly isOfVersion: boolean;
};

/** The tile of points as bytes, written by PostGIS; undefined where there are too many. */
export async function findWrittenTile(
  db: Db,
  question: TileQuestion,
): Promise<WrittenTile | undefined> {
  const prepare = hasFewShapes(question) && question.properties === undefined;
  // Of points never more than so many, by one index, whatever the tile and the days: one plan does for all.
  const plan = prepare && question.collection.arePoints ? "shared" : "own";
  const statement = prepare ? compiledTile(db, question) : writtenTileStatement(db, question);
  const [row = []] = await readBytes(db, statement, { prepare, plan });
  const [tile, found, is] = row.map((bytes) => Buffer.from(bytes ?? []).toString("latin1"));
  if (isTooMany(question, Number(found))) return undefined;
  return { bytes: Buffer.from(tile ?? "", "base64"), isOfVersion: is === "t" };
}

export type TileRow = {
  /** Attributes as a JSON object; what has no value is left out. */
  readonly attributes: string;
  /** GeoJSON, longitude and latitude. */
  readonly geometry: string;
};

/** The features of the tile in its order, for an encoder outside the database; undefined where too many points are. */
export async function findTileRows(db: Db, question: TileQuestion): Promise<TileRow[] | undefined> {
  const columns = sql`id,
    (SELECT json_strip_nulls(row_to_json(a))::text FROM (SELECT ${attributes(question)}) a) AS attributes,
    ST_AsGeoJSON(geom, 9, 0) AS geometry`;
  const rows = await db
    .select({ attributes: sql<string>`attributes`, geometry: sql<string>`geometry` })
    .from(sql`${limitedRows(question, columns)} t`);
  return isTooMany(question, rows.length) ? undefined : rows;
}

/** In the tile or its buffer. */
export function inTile(question: TileQuestion, value: Values = asGiven): SQL {
  const sides = boxOf(question);
  const [west, south, east, north] = (["west", "south", "east", "north"] as const).map((side) =>
    value(side, sides[side]),
  );
  const box = sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
  return and(conditions(question, value), sql`geom && ${box}`) ?? sql`TRUE`;
}

/**
 * Longitudes and latitudes of the tile with its buffer. The buffer ends at the antimeridian: `ST_Transform` of what lies
 * beyond it counts from the other side, and the box around that is another one.
 */
function boxOf({ x, y, z }: TileQuestion): Bbox {
  const buffer = TILE_BUFFER / TILE_EXTENT;
  const longitude = (column: number) =>
    Math.min(Math.max((column / 2 ** z) * 360 - 180, -180), 180);
  const latitude = (row: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
  return {
    west: longitude(x - buffer),
    south: latitude(y + 1 + buffer),
    east: longitude(x + 1 + buffer),
    north: latitude(y - buffer),
  };
}

/**
 * The properties as a tile can hold them: days as texts and lists separated by semicolons. Of the span besides: the
 * names and decimal years that OpenHistoricalMap's tools read, and days since 1970 for quick filters.
 */
function attributes({ collection, properties }: TileQuestion): SQL {
  return properties
    ? attributesOf(collection, properties)
    : putTogether(`attributes of ${collection.role} with ${readingOf(collection.properties)}`, () =>
        attributesOf(collection, undefined),
      );
}

function attributesOf(collection: Collection, properties: readonly string[] | undefined): SQL {
  const own = collection.properties
    .filter(({ name }) => properties?.includes(name) ?? true)
    .flatMap((property) => {
      const column = sql.identifier(property.name);
      const value = propertyValue(property);
      switch (property.type) {
        case "list":
          return sql`nullif(array_to_string(${value}, '; '), '') AS ${column}`;
        case "day":
          return sql`CASE WHEN ${value} >= DATE '0001-01-01' THEN ${value}::text END AS ${column}`;
        default:
          return writtenColumns([property]);
      }
    });
  return sql.join([sql`id`, ...own, ...spanAttributes(collection)], sql`, `);
}

function spanAttributes({ temporal }: Collection): SQL[] {
  if (!temporal) return [];
  const [start, end] = [sql`start_earliest`, sql`end_latest`];
  const [startYear, endYear] = [sql`start_year`, sql`end_year`];
  return [
    sql`${isoText(start, startYear)} AS start_date`,
    sql`${isoText(end, endYear)} AS end_date`,
    sql`${decimalYear(start, startYear)} AS start_decdate`,
    sql`${decimalYear(end, endYear)} AS end_decdate`,
    sql`(start_earliest - DATE '1970-01-01') AS start_day`,
    sql`(start_latest - DATE '1970-01-01') AS start_latest_day`,
    sql`(end_earliest - DATE '1970-01-01') AS end_earliest_day`,
    sql`(end_latest - DATE '1970-01-01') AS end_day`,
  ];
}

/** The day in ISO 8601, with a sign before the year 0: -0043-03-15. */
function isoText(day: SQL, year: SQL): SQL {
  const before = sql`CASE WHEN ${year} < 0 THEN '-' ELSE '' END || lpad(abs(${year})::text, 4, '0') || to_char(${day}, '-MM-DD')`;
  return sql`CASE WHEN ${day} >= DATE '0001-01-01' THEN ${day}::text ELSE ${before} END`;
}

/** The year with the part of it that is over at noon of the day: 2000-01-01 is 2000.001366. */
function decimalYear(day: SQL, year: SQL): SQL {
  const begin = sql`date_trunc('year', ${day}::timestamp)`;
  const length = sql`((${begin} + INTERVAL '1 year')::date - ${begin}::date)`;
  return sql`round((${year} + (extract(doy FROM ${day}) - 0.5) / ${length})::numeric, 6)::double precision`;
}
