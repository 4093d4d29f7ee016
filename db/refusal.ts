// What a database says when it does not take a row.
import { sql } from "drizzle-orm";
import type { Db } from "./database.ts";
import { rowsOf } from "./schema-version.ts";

/** A row that the database refused, as far as its error tells. */
export type Refusal = {
  readonly code: string;
  /** The database's own sentence, which names a value at most. */
  readonly message: string;
  readonly table: string | undefined;
  /** The rule that the row breaks, where that has a name. */
  readonly rule: string | undefined;
  readonly column: string | undefined;
  /** Columns and values of the key that is missing or there twice. */
  readonly key: Readonly<Record<string, string>> | undefined;
  /** The line of a COPY, from 1, and the text of its cell. */
  readonly line: number | undefined;
  readonly cell: string | undefined;
};

/** Classes of SQLSTATE that are about the data: data exceptions, broken constraints, limits; and what PostGIS says of geometries. */
const ABOUT_DATA = /^(22|23|54|XX000)/;

/** What a driver tells of an error; the two drivers name some of it differently. */
type Told = {
  readonly code?: unknown;
  readonly message?: string;
  readonly detail?: string;
  readonly where?: string;
  readonly table_name?: string;
  readonly table?: string;
  readonly column_name?: string;
  readonly column?: string;
  readonly constraint_name?: string;
  readonly constraint?: string;
};

/** What the database refused, when that is why it failed; undefined of any other error. */
export function refusalOf(error: unknown): Refusal | undefined {
  const told = innermost(error) as Told;
  const code = typeof told?.code === "string" ? told.code : "";
  if (code.length !== 5 || !ABOUT_DATA.test(code)) return undefined;
  const { detail = "", message = code, where = "" } = told;
  const copied = /^COPY \S+, line (\d+)(?:, column (\w+)(?:: "([\s\S]*)")?)?/m.exec(where);
  return {
    code,
    message,
    table: told.table_name ?? told.table ?? /^COPY (\w+), line/m.exec(where)?.[1],
    rule: told.constraint_name ?? told.constraint ?? /index "(\w+)"/.exec(message)?.[1],
    column: told.column_name ?? told.column ?? copied?.[2],
    key: keyIn(detail),
    line: copied ? Number(copied[1]) : undefined,
    cell: copied?.[3],
  };
}

/** `Key (dataset_id, place_id)=(harbour, nowhere) is not present in table "places".`, in whichever language. */
function keyIn(detail: string): Refusal["key"] {
  const [, names, values] = /\(([\w, ]+)\)=\((.*)\)/.exec(detail) ?? [];
  if (names === undefined || values === undefined) return undefined;
  const parts = values.split(", ");
  return Object.fromEntries(names.split(", ").map((name, index) => [name, parts[index] ?? ""]));
}

function innermost(error: unknown): unknown {
  let found = error;
  for (let depth = 0; depth < 10 && found instanceof Error && found.cause; depth += 1)
    found = found.cause;
  return found;
}

/** The columns that a constraint or an index of the table is about. */
export async function columnsOfRule(db: Db, table: string, rule: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = to_regclass(${table}) AND attnum > 0 AND (
        attnum IN (SELECT unnest(conkey) FROM pg_constraint
          WHERE conrelid = to_regclass(${table}) AND conname = ${rule})
        OR attnum IN (SELECT unnest(indkey::int2[]) FROM pg_index WHERE indexrelid = to_regclass(${rule})))
      ORDER BY attnum`,
  );
  return rows.map(({ name }) => name);
}

/** A row that the database refused, found among those that were sent. */
export class RowRefused extends Error {
  readonly refusal: Refusal;
  /** The row by the names of its columns; undefined where it is not known, or only its number. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
  /** The number of the row among all that were copied, from 0. */
  readonly index: number | undefined;

  constructor(refusal: Refusal, found: Partial<Pick<RowRefused, "row" | "index">>, error: unknown) {
    super(`the database refuses a row of ${refusal.table}`, { cause: innermost(error) });
    this.refusal = refusal;
    this.row = found.row;
    this.index = found.index;
  }
}
