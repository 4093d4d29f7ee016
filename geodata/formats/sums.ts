// The sums of numeric fields of events as files write them.

import type { DeclaredSum } from "#model/collection/declared-sums.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { EventSum } from "#model/measure/sum.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays, type Day, printDay } from "#model/time/day.ts";
import type { Certainty } from "#model/time/span.ts";
import { tableCsv } from "./csv.ts";

/** A stretch of days, the last not included, and what each declared sum comes to in it, in their order. */
export type SumsRow = {
  readonly window: { readonly from: Day; readonly until: Day };
  readonly sums: readonly EventSum[];
};

/** The entry as the API's JSON has it. */
export function printSums({ sums, window }: SumsRow, declared: readonly DeclaredSum[]) {
  return {
    datetime: printDatetime(window),
    events: sums[0]?.events ?? 0,
    sums: Object.fromEntries(
      declared.map(({ property }, at) => [
        property.name,
        { sum: sums[at]?.sum ?? null, told: sums[at]?.told ?? 0 },
      ]),
    ),
  };
}

/** One line a stretch (RFC 4180); a sum that no event tells is an empty cell. */
export function sumsCsv(
  meta: Pick<DatasetMeta, "id" | "version" | "licences">,
  certainty: Certainty,
  declared: readonly DeclaredSum[],
  rows: readonly SumsRow[],
): string {
  return tableCsv(
    rows.map(({ sums, window }) => ({
      datetime: printDatetime(window),
      from: printDay(window.from),
      to: printDay(addDays(window.until, -1)),
      certainty,
      events: sums[0]?.events ?? 0,
      ...Object.fromEntries(
        declared.flatMap(({ property: { name } }, at) => [
          [name, sums[at]?.sum ?? null],
          [`${name}_told`, sums[at]?.told ?? 0],
        ]),
      ),
      dataset: meta.id,
      version: meta.version.label,
      licence: meta.licences[0]?.name ?? null,
    })),
  );
}
