// Events as columns of numbers (`geodata/model/collection/event-columns.ts`), gathered by the database a block at a time: a
// million rows would otherwise be a million objects here.
import { sql } from "drizzle-orm";
import {
  EVENTS_OF_BLOCK,
  type EventBlock,
  MAX_CATEGORIES,
  NO_DAY,
} from "#model/collection/event-columns.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import type { Db } from "../../database.ts";
import { publicEvents } from "../../schema/index.ts";
import { conditions, type FeatureQuestion, sourceOf } from "../features/feature-question.ts";
import { byId } from "../id-order.ts";
import { mercatorShares } from "./mercator.ts";

export type EventCategories = {
  readonly matched: number;
  readonly placed: number;
  /** The most frequent first. */
  readonly categories: readonly string[];
  /** There are more, which share a number. */
  readonly hasOthers: boolean;
};

/** How many events answer, how many of them have a position, and the categories of those. */
export async function findEventCategories(
  db: Db,
  question: FeatureQuestion,
): Promise<EventCategories> {
  const rows = await db
    .select({
      category: publicEvents.category,
      matched: sql`count(*)`.mapWith(Number),
      placed: sql`count(${publicEvents.geom})`.mapWith(Number),
    })
    .from(sourceOf(question))
    .where(conditions(question))
    .groupBy(publicEvents.category)
    .orderBy(sql`count(*) DESC`, byId(publicEvents.category));
  const placed = rows.filter((row) => row.placed > 0);
  return {
    matched: rows.reduce((sum, row) => sum + row.matched, 0),
    placed: placed.reduce((sum, row) => sum + row.placed, 0),
    categories: placed.slice(0, MAX_CATEGORIES - 1).map(({ category }) => category),
    hasOthers: placed.length >= MAX_CATEGORIES,
  };
}

/** Every event that answers and has a position, in blocks of which each is a sample of all. */
export async function findEventBlocks(
  db: Db,
  question: FeatureQuestion,
  { categories, placed }: EventCategories,
): Promise<EventBlock[]> {
  const { certainty, category, geom, id, precisionM } = publicEvents;
  // Of one at several points the first: a page is not given columns of these.
  const isOne = question.collection.geometry === "Point";
  const { across, down } = mercatorShares(isOne ? geom : sql`ST_GeometryN(${geom}, 1)`);
  const blocks = Math.max(1, Math.ceil(placed / EVENTS_OF_BLOCK));
  const day = (column: unknown) =>
    sql`coalesce(${column} - DATE '1970-01-01', ${sql.raw(String(NO_DAY))})`;
  // Counted in unsigned numbers, which int4 has not: those from 2³¹ on go as negative ones with the same bits.
  const unsigned = (share: unknown) =>
    sql`(floor(least(greatest(${share}, 0), 0.9999999999) * 4294967296) - 2147483648)::integer # ${sql.raw(String(NO_DAY))}`;
  const rows = sql`(SELECT
      (hashtext(${id}) & 2147483647) % ${sql.raw(String(blocks))} AS block,
      ${unsigned(across)} AS x,
      ${unsigned(down)} AS y,
      ${day(publicEvents.startEarliest)} AS start_earliest, ${day(publicEvents.startLatest)} AS start_latest,
      ${day(publicEvents.endEarliest)} AS end_earliest, ${day(publicEvents.endLatest)} AS end_latest,
      coalesce(array_position(${textArray(categories)}, ${category}), ${categories.length + 1}::integer) - 1 AS category,
      (array_position(${textArray(EVENT_CERTAINTIES)}, ${certainty}) - 1) * 64 +
        least(greatest(ceil(2 * ln(greatest(${precisionM}, 1)) / ln(2)), 0), 63)::integer AS quality
    FROM ${sourceOf(question)} WHERE ${conditions(question)} AND ${geom} IS NOT NULL
    ORDER BY 1, 4, ${id}) e`;
  const column = (name: string) =>
    sql<Uint8Array>`string_agg(int4send(${sql.identifier(name)}), '')`.as(name);
  const found = await db
    .select({
      x: column("x"),
      y: column("y"),
      startEarliest: column("start_earliest"),
      startLatest: column("start_latest"),
      endEarliest: column("end_earliest"),
      endLatest: column("end_latest"),
      category: column("category"),
      quality: column("quality"),
    })
    .from(rows)
    .groupBy(sql`block`)
    .orderBy(sql`block`);
  return found.map((row) => ({
    x: new Uint32Array(integers(row.x).buffer),
    y: new Uint32Array(integers(row.y).buffer),
    startEarliest: integers(row.startEarliest),
    startLatest: integers(row.startLatest),
    endEarliest: integers(row.endEarliest),
    endLatest: integers(row.endLatest),
    category: Uint8Array.from(integers(row.category)),
    quality: Uint8Array.from(integers(row.quality)),
  }));
}

const textArray = (texts: readonly string[]) =>
  sql`ARRAY[${sql.join(
    texts.map((text) => sql`${text}::text`),
    sql`, `,
  )}]::text[]`;

/** The database sends its numbers big-endian. */
function integers(bytes: Uint8Array): Int32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Int32Array(bytes.length / 4);
  for (let index = 0; index < values.length; index++) values[index] = view.getInt32(4 * index);
  return values;
}
