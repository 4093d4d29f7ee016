// Of which rows a view is made: those of the newest version, from the tables, or those of another, from the views that
// have the rows of all versions. What a view says of them is the same.
import { type SQL, sql } from "drizzle-orm";
import { inNewest } from "./lives.ts";

/** What is published of a row `r` that has a position. */
type Published = Readonly<
  Record<
    "attributes" | "dimension" | "position_basis" | "position_note" | "precision_m" | "words",
    SQL
  >
>;

export type Rows = {
  /** Where the rows of a table are read. */
  readonly of: (table: string) => SQL;
  /** True of the rows of this alias that are in the version. */
  readonly alive: (alias: string) => SQL;
  /** True of the row of this alias that is the version. */
  readonly isVersion: (alias: string) => SQL;
  readonly published: Published;
};

/**
 * What may be said of a row as it is stored. Nothing is said of a position that is hidden; and how an exact position was
 * found, or a column that only the dataset knows, may tell what a coarse one does not.
 */
export const AS_STORED: Published = {
  attributes: sql`CASE WHEN r.disclosure = 'exact' THEN r.attributes END`,
  dimension: sql`ST_Dimension(r.geom)`,
  position_basis: sql`CASE WHEN r.disclosure <> 'hidden' THEN r.position_basis END`,
  position_note: sql`CASE WHEN r.disclosure = 'exact' THEN r.position_note END`,
  precision_m: sql`public_precision(r.precision_m, r.disclosure)`,
  words: sql`CASE WHEN r.disclosure = 'exact' THEN r.words ELSE ''::tsvector END`,
};

/** The same of a row that says no more. */
const AS_READ: Published = {
  attributes: sql`r.attributes`,
  dimension: sql`r.dimension`,
  position_basis: sql`r.position_basis`,
  position_note: sql`r.position_note`,
  precision_m: sql`r.precision_m`,
  words: sql`r.words`,
};

const newest = (alias: string) => inNewest(sql.raw(`${alias}.until`));

export const NEWEST: Rows = {
  of: (table) => sql.raw(table),
  alive: newest,
  isVersion: newest,
  published: AS_STORED,
};

/** The view with the rows that a table has of all versions, as they may be seen. */
export const allRowsOf = (table: string): string => `all_${table}`;

/** The rows of the version of a number, which is a whole one. */
export const rowsOfVersion = (number: string): Rows => ({
  of: (table) => sql.raw(allRowsOf(table)),
  alive: (alias) =>
    sql.raw(
      `${alias}.since <= ${number} AND (${alias}.until IS NULL OR ${alias}.until > ${number})`,
    ),
  isVersion: (alias) => sql.raw(`${alias}.number = ${number}`),
  published: AS_READ,
});
