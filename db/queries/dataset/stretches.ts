// Stretches of days as a table, and what it takes for events to fall in one of them.
import { and, type SQL, sql } from "drizzle-orm";
import type { Reading } from "#model/time/span.ts";
import type { Stretch } from "#model/time/timeline.ts";
import { dayValue } from "../../schema/day.ts";
import { publicEvents } from "../../schema/index.ts";
import { stands } from "../features/time.ts";

/** The stretches, each with its place among them: `stretches(place, first, until)`. */
export function stretchTable(stretches: readonly Stretch[]): SQL {
  const rows = stretches.map(
    ({ from, until }, place) => sql`(${place}::integer, ${dayValue(from)}, ${dayValue(until)})`,
  );
  return sql`(VALUES ${sql.join(rows, sql`, `)}) AS stretches(place, first, until)`;
}

/** The place of a stretch, as it was given. */
export const STRETCH_PLACE = sql`stretches.place`;

/** The days by which the rule tells in which stretches an event falls: of the same ones, events are gathered together. */
export const rulingDays = ({ end, start }: Reading) => ({
  startsBy: sql`${publicEvents[start.day]}`.as("starts_by"),
  endsFrom: sql`${publicEvents[end.day]}`.as("ends_from"),
});

/** Whether what has these days falls in the stretch of the row. */
export const fallsIn = (
  { end, start }: Reading,
  { endsFrom, startsBy }: { readonly endsFrom: unknown; readonly startsBy: unknown },
) =>
  and(
    stands(start, sql`${startsBy}`, sql`stretches.until`),
    stands(end, sql`${endsFrom}`, sql`stretches.first`),
  );
