import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PropertyType, ReadProperty } from "#model/collection/property.ts";

/** The SQL type as which values of a property are compared. */
export const CASTS: Readonly<Record<PropertyType, SQL>> = {
  text: sql.raw("text"),
  day: sql.raw("date"),
  // Kept as RFC 3339 writes it, whose offset tells the instant whatever the time zone of the session is.
  instant: sql.raw("timestamptz"),
  integer: sql.raw("double precision"),
  number: sql.raw("double precision"),
  boolean: sql.raw("boolean"),
  list: sql.raw("text"),
};

/** A value that is given as a text. It is sent as one: of a boolean a driver takes every text for false. */
export const given = (value: string | Placeholder | null, type: PropertyType): SQL =>
  sql`${value}::text::${CASTS[type]}`;

/** The SQL type of the values of a property that a column of JSON objects holds. */
const TYPES_WITHIN: Readonly<Record<Exclude<PropertyType, "list">, SQL>> = {
  text: sql.raw("text"),
  day: sql.raw("date"),
  // As everywhere: as RFC 3339 writes it.
  instant: sql.raw("text"),
  integer: sql.raw("integer"),
  number: sql.raw("double precision"),
  boolean: sql.raw("boolean"),
};

/** The value of a property in a row of a view. */
export function propertyValue({ name, type, within }: ReadProperty): SQL {
  if (!within) return sql`${sql.identifier(name)}`;
  const column = sql.identifier(within.column);
  const key = sql.raw(`'${within.key.replaceAll("'", "''")}'`);
  return type === "list"
    ? sql`ARRAY(SELECT jsonb_array_elements_text(${column} -> ${key}))`
    : sql`(${column} ->> ${key})::${TYPES_WITHIN[type]}`;
}

/** The value of a list, which is null where nothing is in it. */
export const listValue = (property: ReadProperty): SQL =>
  sql`NULLIF(${propertyValue(property)}::text[], '{}')`;

/**
 * The columns of properties as they are written. A day before the year 1 has no form that typed columns and RFC 3339
 * know: there is none then, and the columns of years tell it. A list without a value is none, as for any other property:
 * clients that guess types take a field with empty lists for a text.
 */
export function writtenColumns(properties: readonly ReadProperty[]): SQL[] {
  return properties.map((property) => {
    const column = sql.identifier(property.name);
    if (property.type === "list") return sql`${listValue(property)} AS ${column}`;
    const value = propertyValue(property);
    if (property.type === "day")
      return sql`CASE WHEN ${value} >= DATE '0001-01-01' THEN ${value} END AS ${column}`;
    return property.within ? sql`${value} AS ${column}` : value;
  });
}

const readings = new WeakMap<readonly ReadProperty[], string>();

/** What two lists of properties have in common when their values are read by the same SQL. */
export function readingOf(properties: readonly ReadProperty[]): string {
  const known = readings.get(properties);
  if (known !== undefined) return known;
  const reading = JSON.stringify(properties.map(({ name, type, within }) => [name, type, within]));
  readings.set(properties, reading);
  return reading;
}
