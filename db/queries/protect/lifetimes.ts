// From which version until which other rows were there, and what they have in common.
import { type SQL, sql } from "drizzle-orm";

/** The first version of a row, and the first without it; null of what is there still. */
export type Lifetime = { readonly since: number; readonly until: number | null };

/** The end of a row that is there still, later than any other. */
const FOR_EVER = 2_147_483_647;

/** Where the row ends. */
export const endOf = (row: string): SQL =>
  sql`coalesce(${sql.raw(row)}.until, ${sql.raw(String(FOR_EVER))})`;

/** True of two rows that some version has both of. */
export const areTogether = (one: string, other: string): SQL =>
  sql`${sql.raw(one)}.since < ${endOf(other)} AND ${sql.raw(other)}.since < ${endOf(one)}`;

/** Rows that are told to a statement, as a table that it can read from. */
export const tableOf = (rows: readonly object[], columns: string): SQL =>
  sql`jsonb_to_recordset((${JSON.stringify(rows)}::text)::jsonb) AS ${sql.raw(columns)}`;

/** The versions before one of which something is written over. */
export class Touched {
  readonly #numbers = new Set<number>();
  readonly #newest: number;

  constructor(newest: number) {
    this.#newest = newest;
  }

  /** Notes in which versions the rows are there. */
  note(rows: readonly Lifetime[]): void {
    for (const { since, until } of rows)
      for (let number = since; number < (until ?? this.#newest); number += 1)
        this.#numbers.add(number);
  }

  get numbers(): readonly number[] {
    return [...this.#numbers].filter((number) => number < this.#newest).sort((a, b) => a - b);
  }
}
