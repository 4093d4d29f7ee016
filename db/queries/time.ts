import { type SQL, sql } from "drizzle-orm";
import { type Day, printDay } from "#model/day.ts";
import type { Certainty, Window } from "#model/span.ts";

type SpanColumns = { readonly [column in "startLatest" | "endEarliest" | "possibleSpan"]: unknown };

const dayOrNull = (day: Day | null) => sql`${day === null ? null : printDay(day)}::date`;

/**
 * The time rule of `geodata/model/span.ts` as a condition. A null bound of a daterange is unbounded, so one overlap,
 * which the GiST index answers, says "possibly in the window"; "certainly" needs both attested days besides.
 */
export function inWindow(table: SpanColumns, window: Window, certainty: Certainty): SQL {
  const possibly = sql`${table.possibleSpan} && daterange(${dayOrNull(window.from)}, ${dayOrNull(window.until)})`;
  if (certainty === "possible") return possibly;
  const starts = window.until === null ? sql`IS NOT NULL` : sql`< ${dayOrNull(window.until)}`;
  const ends = window.from === null ? sql`IS NOT NULL` : sql`>= ${dayOrNull(window.from)}`;
  return sql`(${possibly} AND ${table.startLatest} ${starts} AND ${table.endEarliest} ${ends})`;
}
