import { type SQL, sql } from "drizzle-orm";
import type { PropertyType } from "#model/collection.ts";

/** The SQL type as which values of a property are compared. */
export const CASTS: Readonly<Record<PropertyType, SQL>> = {
  text: sql.raw("text"),
  day: sql.raw("date"),
  integer: sql.raw("double precision"),
  number: sql.raw("double precision"),
  boolean: sql.raw("boolean"),
  list: sql.raw("text"),
};
