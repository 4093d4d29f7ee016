// Rows live: from the version since which they are there until the one in which they are no more. A publish closes those
// that are gone or changed and adds what is new, and writes over none.
import { type SQL, sql } from "drizzle-orm";
import { type IndexBuilder, index, integer, type PgColumn, uniqueIndex } from "drizzle-orm/pg-core";
import { datasetId } from "./versions.ts";

/** Whose row it is, and in which versions of the dataset it is there. */
export const livesColumns = () => ({
  datasetId: datasetId(),
  since: integer("since").notNull(),
  /** The first version without the row; null of what is there in the newest. */
  until: integer("until"),
});

/** What the newest version has: the condition that views ask and partial indexes hold. */
export const inNewest = (until: PgColumn | SQL): SQL => sql`${until} IS NULL`;

type LivingTable = Readonly<Record<"datasetId" | "since" | "until", PgColumn>>;

/**
 * The key of a record: in the newest version each has one row, found as fast as if there were no others; each of its rows
 * has a beginning of its own. In the order of `_lives`, which has all rows, earlier versions are read.
 */
export function livesKeys(
  name: string,
  { datasetId: dataset, since, until }: LivingTable,
  ...own: readonly [PgColumn, ...PgColumn[]]
) {
  return [
    uniqueIndex(`${name}_newest`)
      .on(dataset, ...own)
      .where(inNewest(sql`${until}`)),
    uniqueIndex(`${name}_lives`).on(dataset, ...own, since),
  ];
}

/** An index of what is in the newest version, and beside it one of what is no more: a question of earlier ones asks both. */
export const newestIndex = (
  name: string,
  { until }: Pick<LivingTable, "until">,
  method: "gin" | "gist",
  ...columns: readonly [PgColumn, ...PgColumn[]]
) => [
  index(name)
    .using(method, ...columns)
    .where(inNewest(sql`${until}`)),
  index(`${name}_former`)
    .using(method, ...columns)
    .where(sql`${until} IS NOT NULL`),
];

/**
 * The rows with which versions began and ended, of a table that has many. Those of the first version, which are nearly
 * all, are in none of them: they are for `beganAfter` alone.
 */
export const turnIndexes = (
  name: string,
  { datasetId: dataset, since, until }: LivingTable,
): readonly IndexBuilder[] => [
  index(`${name}_began`).on(dataset, since).where(sql`${since} > 1`),
  index(`${name}_ended`).on(dataset, until).where(sql`${until} IS NOT NULL`),
];

/** True of rows that began with a version after the first of these, up to the last where there is one. */
export function beganAfter(row: string, first: number, last?: number): SQL {
  const since = sql.raw(`${row}.since`);
  const isIndexed = first >= 1 ? sql`${since} > 1 AND ` : sql``;
  const isUntil = last === undefined ? sql`` : sql` AND ${since} <= ${last}`;
  return sql`(${isIndexed}${since} > ${first}${isUntil})`;
}
