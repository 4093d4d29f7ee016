// The words by which a record is found may tell what columns of the dataset's own say, which is published of exact ones alone.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { keptWords } from "#model/collection/kept-words.ts";
import { SEARCHED } from "#model/collection/searched.ts";
import type { Db } from "../../database.ts";
import { lexemes } from "../../schema/columns.ts";
import { events, placePhases, places } from "../../schema/index.ts";
import type { Raised, RaisedRows } from "./former-levels.ts";

const ROWS_AT_ONCE = 500;

/** Leaves rows whose level was raised no words but those of their own texts. */
export async function forgetOwnWords(
  transaction: Db,
  datasetId: string,
  raised: RaisedRows,
): Promise<void> {
  const words = keptWords();
  for (const [table, rows, columns] of [
    [places, raised.places, SEARCHED.places],
    [placePhases, raised.outlines, SEARCHED.placePhases],
    [events, raised.events, SEARCHED.events],
  ] as const) {
    const withOwn = rows.filter(({ hasOwn }) => hasOwn);
    for (let start = 0; start < withOwn.length; start += ROWS_AT_ONCE) {
      const some = withOwn.slice(start, start + ROWS_AT_ONCE);
      const found = await transaction
        .select()
        .from(table)
        .where(
          and(
            eq(table.datasetId, datasetId),
            isNotNull(table.until),
            inArray(table.id, [...new Set(some.map(({ id }) => id))]),
          ),
        );
      for (const row of found.filter((one) => isOfOne(one, some)))
        await transaction
          .update(table)
          .set({ words: sql`${lexemes(words(row, columns))}::tsvector` } as object)
          .where(
            and(
              eq(table.datasetId, datasetId),
              eq(table.id, row.id),
              eq(table.until, row.until ?? 0),
            ),
          );
    }
  }
}

/** Whether some version has both the row and one of those that were raised. */
const isOfOne = (
  row: { readonly id: string; readonly since: number; readonly until: number | null },
  raised: readonly Raised[],
): boolean =>
  raised.some(
    ({ id, since, until }) => id === row.id && since < (row.until ?? 0) && row.since < (until ?? 0),
  );
