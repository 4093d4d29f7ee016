// Asking by columns that a dataset has of its own: which values of them a reader wants, in an address and of a record.
import type { Attribute, DeclaredAttributes } from "../dataset/attribute.ts";
import type { Attributes, AttributeValue } from "../field/attributes.ts";
import { parseDay, printDay } from "../time/day.ts";
import { parseNumber } from "../words/number.ts";

/** The tables whose records are found. */
export const FOUND_TABLES = ["events", "places"] as const;
export type FoundTable = (typeof FOUND_TABLES)[number];

/** A column by which records are found; of tables that have one of the same name it is one. */
export type OwnColumn = Pick<Attribute, "name" | "type" | "title" | "unit" | "choices"> & {
  readonly of: readonly FoundTable[];
};

/** From one value to another, both of them included; null: without end. Days are counted as everywhere. */
export type Range<Bound = number> = { readonly from: Bound | null; readonly until: Bound | null };

/** What a reader asks of a column: one of some values, or one in a range. */
export type OwnChoice =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | ({ readonly kind: "range" } & Range);

export type OwnCondition = Pick<OwnColumn, "name" | "type" | "of"> & {
  readonly asked: OwnChoice;
};

/**
 * The columns of events and of places, in the order of their tables. A name means one thing in an address: where both
 * tables have it for values of different types, it is that of events.
 */
export function ownColumns(attributes: DeclaredAttributes): readonly OwnColumn[] {
  const columns = new Map<string, OwnColumn>();
  for (const table of FOUND_TABLES)
    for (const { choices, name, title, type, unit } of attributes[table]) {
      const known = columns.get(name);
      if (!known) columns.set(name, { name, title, type, unit, choices, of: [table] });
      else if (known.type === type) columns.set(name, { ...known, of: [...known.of, table] });
    }
  return [...columns.values()];
}

/** Whether the values of the type have an order in which a range of them makes sense. */
export const isRanged = (type: OwnColumn["type"]): boolean =>
  type === "number" || type === "integer" || type === "day";

/** The most values that are asked for of one column: more is no choice that a reader made. */
export const MAX_VALUES = 100;

const OPEN = "..";

/** Reads `from/until`, with `..` for an end that is open; undefined for any other text, and where both are. */
export function parseRange<Bound>(
  text: string,
  parse: (text: string) => Bound | undefined,
): Range<Bound> | undefined {
  const parts = text.split("/");
  if (parts.length !== 2) return undefined;
  const [from, until] = parts.map((part) => (part === OPEN ? null : parse(part)));
  if (from === undefined || until === undefined || (from === null && until === null))
    return undefined;
  return { from, until };
}

/** What a range is written like, in words. */
export const A_RANGE = "from one to another, both included, as from/until with .. for an open end";

/** A value of a column that has an order, as a number; undefined where it is none. */
export function numberIn(type: OwnColumn["type"], value: AttributeValue): number | undefined {
  if (typeof value === "number") return value;
  if (type === "day") return parseDay(String(value));
  return parseNumber(String(value));
}

const bound = (type: OwnColumn["type"], value: number | null) => {
  if (value === null) return OPEN;
  return type === "day" ? printDay(value as Parameters<typeof printDay>[0]) : String(value);
};

/** Reads what an address asks of the column; undefined where it makes no sense. */
export function parseOwn({ type }: OwnColumn, texts: readonly string[]): OwnChoice | undefined {
  if (texts.length === 0 || texts.length > MAX_VALUES) return undefined;
  if (type === "boolean" && !texts.every((text) => text === "true" || text === "false"))
    return undefined;
  if (!isRanged(type)) return { kind: "values", values: [...new Set(texts)] };
  const [text = ""] = texts;
  const range = texts.length === 1 ? parseRange(text, (part) => numberIn(type, part)) : undefined;
  if (range) return { kind: "range", ...range };
  const numbers = texts.map((one) => numberIn(type, one));
  if (numbers.some((one) => one === undefined)) return undefined;
  return { kind: "values", values: numbers.map((one) => bound(type, one ?? null)) };
}

/** The texts by which an address asks the same; they mean the same as parameters of the API. */
export function printOwn({ asked, type }: OwnCondition): readonly string[] {
  if (asked.kind === "values") return asked.values;
  return [`${bound(type, asked.from)}/${bound(type, asked.until)}`];
}

/** The condition as CQL2 writes it. */
export function cql2Of({ asked, name, type }: OwnCondition): string {
  const property = `"${name}"`;
  const literal = (text: string) => {
    if (type === "text") return `'${text.replaceAll("'", "''")}'`;
    return type === "day" ? `DATE('${text}')` : text.toUpperCase();
  };
  if (asked.kind === "values") return `${property} IN (${asked.values.map(literal).join(", ")})`;
  const { from, until } = asked;
  return [
    from === null ? [] : `${property} >= ${literal(bound(type, from))}`,
    until === null ? [] : `${property} <= ${literal(bound(type, until))}`,
  ]
    .flat()
    .join(" AND ");
}

/** True when a record has what is asked for; what has no value has it not. */
export function hasOwn({ asked, name, type }: OwnCondition, record: Attributes): boolean {
  const value = record[name];
  if (value === undefined) return false;
  if (asked.kind === "values") return asked.values.includes(String(value));
  const number = numberIn(type, value);
  if (number === undefined) return false;
  return number >= (asked.from ?? -Infinity) && number <= (asked.until ?? Infinity);
}
