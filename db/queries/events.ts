import { and, eq, sql } from "drizzle-orm";
import { addMonths, type Day, printDay } from "#model/day.ts";
import type { Certainty } from "#model/span.ts";
import type { TimelineBin } from "#model/timeline.ts";
import type { Db } from "../database.ts";
import { toDay } from "../rows.ts";
import { publicEvents } from "../schema/index.ts";

/** How many events fall in each month, by category, as `binByMonth` of the model counts them. */
export async function findEventBins(
  db: Db,
  datasetId: string,
  months: readonly Day[],
  certainty: Certainty,
): Promise<TimelineBin[]> {
  const view = publicEvents;
  const begins = sql.join(
    months.map((month) => sql`(${printDay(month)}::date, ${printDay(addMonths(month, 1))}::date)`),
    sql`, `,
  );
  // Events of the same days and category are counted once, together: there are far fewer such groups than events.
  const groups = db
    .select({
      category: view.category,
      startsBy: (certainty === "certain"
        ? sql`${view.startLatest}`
        : sql`${view.startEarliest}`
      ).as("starts_by"),
      endsFrom: (certainty === "certain" ? sql`${view.endEarliest}` : sql`${view.endLatest}`).as(
        "ends_from",
      ),
      events: sql`count(*)`.as("events"),
    })
    .from(view)
    .where(eq(view.datasetId, datasetId))
    .groupBy(({ category, endsFrom, startsBy }) => [category, startsBy, endsFrom])
    .as("groups");
  const unknown = certainty === "certain" ? sql`FALSE` : sql`TRUE`;
  const rows = await db
    .select({
      month: sql<string>`months.month::text`,
      category: groups.category,
      count: sql`sum(${groups.events})`.mapWith(Number),
    })
    .from(sql`(VALUES ${begins}) AS months(month, until)`)
    .innerJoin(
      groups,
      and(
        sql`coalesce(${groups.startsBy} < months.until, ${unknown})`,
        sql`coalesce(${groups.endsFrom} >= months.month, ${unknown})`,
      ),
    )
    .groupBy(sql`months.month`, groups.category);
  const byMonth = new Map<Day, Record<string, number>>(months.map((month) => [month, {}]));
  for (const { month, category, count } of rows) {
    const bin = byMonth.get(toDay(month));
    if (bin) bin[category] = count;
  }
  return months.map((month) => {
    const byCategory = byMonth.get(month) ?? {};
    const total = Object.values(byCategory).reduce((sum, count) => sum + count, 0);
    return { month, total, byCategory };
  });
}
