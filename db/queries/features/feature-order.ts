// The order of a page and how the next one begins: after the last feature of this one (a keyset), not after so many.
// A feature that an import adds or takes away between two pages makes none of the others come twice or not at all.
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { ReadProperty } from "#model/collection/property.ts";
import { asGiven, type Values } from "./compiled.ts";
import { CASTS, given, propertyValue } from "./property-casts.ts";

export type SortKey = ReadProperty & {
  readonly isDescending: boolean;
  /** These values come first: 0 stands for them, and 1 for all others. */
  readonly leading?: readonly string[];
};

/** The place of a feature in an order: its values of the sort keys as text, days counted from 1970-01-01, and its id. */
export type Position = { readonly values: readonly (string | null)[]; readonly id: string };

/** From where a page goes on, and whether towards the end or back towards the start. */
export type From = { readonly position: Position; readonly direction: "next" | "prev" };

/** Texts are compared by their code points, so that no server's locale changes the order. */
function column(key: SortKey): SQL {
  const { type } = key;
  const value = sql`${keyValue(key)}::${CASTS[type]}`;
  return type === "text" ? sql`(${value} COLLATE "C")` : value;
}

function keyValue({ leading, ...property }: SortKey): SQL {
  // What leads stands for a number, and is read as it is.
  const value = leading ? sql`${sql.identifier(property.name)}` : propertyValue(property);
  if (!leading) return value;
  const first = leading.map((one) => sql`${one}::text`);
  return sql`(${value} NOT IN (${sql.join(first, sql`, `)}))::integer`;
}

const ID: SortKey = { name: "id", type: "text", isDescending: false };

/** ORDER BY; what has no value comes last. Backwards for a page that is read towards the start. */
export function orderBy(keys: readonly SortKey[], isBackwards: boolean): SQL {
  const parts = [...keys, ID].map((key) => {
    const isDescending = key.isDescending !== isBackwards;
    const nulls = sql.raw(isBackwards ? "NULLS FIRST" : "NULLS LAST");
    return sql`${column(key)} ${sql.raw(isDescending ? "DESC" : "ASC")} ${nulls}`;
  });
  return sql.join(parts, sql`, `);
}

const keyName = (index: number) => `key_${index}`;

/** What the position of a row is made of: its sort values as texts, and its id. */
export function positionColumns(keys: readonly SortKey[]): Record<string, SQL.Aliased> {
  const columns = [...keys, ID].map((key, index) => {
    const value =
      key.type === "day"
        ? sql`(${keyValue(key)} - DATE '1970-01-01')::text`
        : sql`${keyValue(key)}::text`;
    return [keyName(index), value.as(keyName(index))] as const;
  });
  return Object.fromEntries(columns);
}

/** The position of a row that has the columns of `positionColumns`, as one JSON text: sort values, then the id. */
export function positionSql(keys: readonly SortKey[]): SQL<string> {
  const values = [...keys, ID].map((_, index) => sql`${sql.identifier(keyName(index))}`);
  return sql<string>`jsonb_build_array(${sql.join(values, sql`, `)})::text`;
}

export function parsePosition(text: string): Position {
  const values = JSON.parse(text) as (string | null)[];
  return { values: values.slice(0, -1), id: values.at(-1) ?? "" };
}

/** True for the rows beyond the position. */
export function beyond(
  keys: readonly SortKey[],
  { position, direction }: From,
  value: Values = asGiven,
): SQL {
  const all = [...keys, ID];
  const values = [...position.values, value("beyond", position.id)];
  const alternatives = all.map((key, index) => {
    const same = all
      .slice(0, index)
      .map(
        (earlier, at) =>
          sql`${column(earlier)} IS NOT DISTINCT FROM ${valueSql(earlier, values[at])}`,
      );
    return sql`(${sql.join([...same, isPast(key, values[index], direction)], sql` AND `)})`;
  });
  return sql`(${sql.join(alternatives, sql` OR `)})`;
}

/** What a position has in one key. */
type Value = string | Placeholder | null | undefined;

function valueSql({ type }: SortKey, value: Value): SQL {
  if (type === "day") return sql`(DATE '1970-01-01' + ${value ?? null}::integer)`;
  return given(value ?? null, type);
}

/** Past the value in one key, with no value counted as the last of all. */
function isPast(key: SortKey, value: Value, direction: From["direction"]): SQL {
  const isNext = direction === "next";
  if (value === null || value === undefined)
    return isNext ? sql`FALSE` : sql`${column(key)} IS NOT NULL`;
  const sign = sql.raw(isNext !== key.isDescending ? ">" : "<");
  const past = sql`${column(key)} ${sign} ${valueSql(key, value)}`;
  // An id is always there; without the alternative an index leads straight to the place where the page goes on.
  return isNext && key !== ID ? sql`(${past} OR ${column(key)} IS NULL)` : past;
}
