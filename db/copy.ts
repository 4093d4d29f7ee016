// Writing many rows: COPY, which Drizzle does not have. One of the few files that know the drivers.
import { PassThrough, Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Transaction } from "@electric-sql/pglite";
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Geometry } from "geojson";
import type { TransactionSql } from "postgres";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import type { Day } from "#model/time/day.ts";
import type { Db } from "./database.ts";
import { RowRefused, refusalOf } from "./refusal.ts";
import { lexemes } from "./schema/columns.ts";
import { textOfDay } from "./schema/day.ts";
import { rowsOf } from "./schema-version.ts";

/** Characters that are sent at once, and bytes that may wait while the database writes what came before. */
const PART_LENGTH = 100_000;
const MAX_WAITING = 8_000_000;

/**
 * Writes the rows into the table as they come, in the transaction; a column that the first row does not have is left to
 * its default. What the rows throw ends the copy, and is thrown; RowRefused where the database does not take a row.
 */
export async function copyRows<Table extends PgTable>(
  transaction: Db,
  table: Table,
  batches: AsyncIterable<readonly Table["$inferInsert"][]>,
): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (!next.done && next.value.length === 0) next = await iterator.next();
  if (next.done) return;
  const [first = {}] = next.value;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const types = columns.map(([key, column]) => [key, column.getSQLType()] as const);
  // Rows in the parts that were sent, and in the one that is made.
  let [sent, held] = [0, 0];
  const parts = async function* () {
    let part = "";
    for (; !next.done; next = await iterator.next()) {
      for (const row of next.value as readonly Record<string, unknown>[])
        part += lineOf(row, types);
      held += next.value.length;
      if (part.length < PART_LENGTH) continue;
      yield part;
      part = "";
      [sent, held] = [sent + held, 0];
    }
    yield part;
  };
  const names = columns.map(([, column]) => column.name);
  try {
    await copyLines(transaction, getTableName(table), names, parts());
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const before = isOneStream(transaction) ? 0 : sent;
    const index = refusal.line === undefined ? undefined : before + refusal.line - 1;
    throw new RowRefused({ ...refusal, table: getTableName(table) }, { index }, error);
  }
}

function lineOf(
  row: Record<string, unknown>,
  types: readonly (readonly [key: string, type: string])[],
): string {
  let line = "";
  let separator = "";
  for (const [key, type] of types) {
    line += separator + cellOf(row[key], type);
    separator = "\t";
  }
  return `${line}\n`;
}

const clientOf = (transaction: Db) =>
  (transaction as unknown as { session: { client: object } }).session.client;

/** Whether all parts are lines of one COPY, and not of one each. */
const isOneStream = (transaction: Db) => "unsafe" in clientOf(transaction);

/** Writes lines of COPY's text format into columns of the table; each part is of whole lines. */
export function copyLines(
  transaction: Db,
  table: string,
  columns: readonly string[],
  parts: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
): Promise<void> {
  return send(transaction, `COPY ${quoteName(table)} (${listNames(columns)}) FROM`, parts);
}

/** Rows that are read at a time. */
const PAGE_ROWS = 20_000;

/**
 * Reads columns of the table, of the rows that meet the condition or of all, as lines of COPY's text format, in the order of its key, a page at a time. Not by COPY: the
 * server's driver can wait for ever for the end of one, and the other one holds the whole of it in memory.
 */
export async function* readLines(
  transaction: Db,
  table: string,
  columns: readonly string[],
  key: readonly string[],
  where?: SQL | undefined,
): AsyncGenerator<Uint8Array> {
  const chosen = where ? sql` WHERE ${where}` : sql``;
  const texts = columns.map((name, index) => `${quoteName(name)}::text AS c${index}`).join(", ");
  const names = columns.map((_, index) => `c${index}`);
  for (let read = 0; ; read += PAGE_ROWS) {
    const page = sql`${sql.raw(`SELECT ${texts} FROM ${quoteName(table)}`)}${chosen}${sql.raw(
      ` ORDER BY ${listNames(key)} LIMIT ${PAGE_ROWS} OFFSET ${read}`,
    )}`;
    const rows = await rowsOf<Record<string, string | null>>(transaction, page);
    const lines = rows.map((row) => names.map((name) => cellOf(row[name], "text")).join("\t"));
    if (rows.length > 0) yield Buffer.from(`${lines.join("\n")}\n`);
    if (rows.length < PAGE_ROWS) return;
  }
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const listNames = (names: readonly string[]) => names.map(quoteName).join(", ");

type StreamedQuery = {
  readonly writable: () => Promise<Writable>;
  reject: (error: unknown) => void;
};

/** Hands the parts to the driver behind the transaction. */
async function send(
  transaction: Db,
  copy: string,
  parts: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const client = clientOf(transaction);
  if (isOneStream(transaction)) {
    const query = (client as TransactionSql).unsafe(`${copy} STDIN`) as unknown as StreamedQuery;
    // What the server says after the last line the driver tells the query alone, and its stream never ends.
    const stop = new AbortController();
    const { reject } = query;
    let said: unknown;
    query.reject = (error) => {
      said = error;
      stop.abort();
      reject(error);
    };
    const sink = await query.writable();
    const waiting = new PassThrough({ highWaterMark: MAX_WAITING });
    try {
      await pipeline(Readable.from(parts), waiting, sink, { signal: stop.signal });
    } catch (error) {
      throw said ?? error;
    }
    return;
  }
  for await (const part of parts)
    await (client as Transaction).query(`${copy} '/dev/blob'`, [], { blob: new Blob([part]) });
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** A value in COPY's text format. */
function cellOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return "\\N";
  if (type === "bytea") return `\\\\x${value}`;
  if (typeof value === "string") return escaped(value);
  if (type === "date") return textOfDay(value as Day);
  if (type === "tsvector") return lexemes(value as string[]);
  if (type === "jsonb") return escaped(JSON.stringify(value));
  if (Array.isArray(value)) return escaped(`{${value.map(quoteItem).join(",")}}`);
  if (typeof value === "object") return wktOf(value as Geometry);
  return String(value);
}

const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? "") : text;

const quoteItem = (item: unknown) => `"${String(item).replace(/["\\]/g, "\\$&")}"`;

/** EWKT of points, the only geometries of which there are many. */
function wktOf(geometry: Geometry): string {
  if (!arePoints(geometry)) throw new Error(`COPY was given a ${geometry.type}`);
  const positions = positionsOfPoints(geometry).map(([lon, lat]) => `${lon} ${lat}`);
  return geometry.type === "Point"
    ? `SRID=4326;POINT(${positions[0]})`
    : `SRID=4326;MULTIPOINT(${positions.map((one) => `(${one})`).join()})`;
}
