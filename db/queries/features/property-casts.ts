import { type SQL, sql } from "drizzle-orm";
import type { Property, PropertyType } from "#model/collection/property.ts";

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

/** The value of a list, which is null where nothing is in it. */
export const listValue = (name: string): SQL => sql`NULLIF(${sql.identifier(name)}::text[], '{}')`;

/**
 * The columns of properties as they are written. A day before the year 1 has no form that typed columns and RFC 3339
 * know: there is none then, and the columns of years tell it. A list without a value is none, as for any other property:
 * clients that guess types take a field with empty lists for a text.
 */
export function writtenColumns(properties: readonly Property[]): SQL[] {
  return properties.map(({ name, type }) => {
    const column = sql.identifier(name);
    if (type === "list") return sql`${listValue(name)} AS ${column}`;
    if (type !== "day") return sql`${column}`;
    return sql`CASE WHEN ${column} >= DATE '0001-01-01' THEN ${column} END AS ${column}`;
  });
}
