// The columns of a table that are written as they are; what the database derives from them it derives by itself.
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Their names, without those that say from which version until which a row lives. */
export function writtenColumns(table: PgTable): readonly string[] {
  return Object.values(getTableColumns(table)).flatMap(({ generated, name }) =>
    generated === undefined && name !== "since" && name !== "until" ? [name] : [],
  );
}

/** The names of columns, as a list of a statement. */
export const columnList = (names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
