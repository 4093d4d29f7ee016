import { sql } from "drizzle-orm";
import { TIME_RULE, type TimeRule } from "#model/time/span.ts";
import type { Stretch, TimelineBin } from "#model/time/timeline.ts";
import type { Db } from "../../database.ts";
import { publicEvents } from "../../schema/index.ts";
import { conditions, type FeatureQuestion, sourceOf } from "../features/feature-question.ts";
import { byId } from "../id-order.ts";
import { fallsIn, rulingDays, STRETCH_PLACE, stretchTable } from "./stretches.ts";

/**
 * How many of the events that answer the question, whatever its window, fall in each stretch, by category: as
 * `countInBins` of the model counts them.
 */
export async function findEventBins(
  db: Db,
  question: FeatureQuestion,
  stretches: readonly Stretch[],
  rule: TimeRule = TIME_RULE,
): Promise<TimelineBin[]> {
  const view = publicEvents;
  const reading = rule[question.certainty];
  // Events of the same days and category are counted once, together: there are far fewer such groups than events.
  const groups = db
    .select({
      category: view.category,
      ...rulingDays(reading),
      events: sql`count(*)`.as("events"),
    })
    .from(sourceOf(question))
    .where(conditions({ ...question, window: undefined }))
    .groupBy(({ category, endsFrom, startsBy }) => [category, startsBy, endsFrom])
    .as("groups");
  const rows = await db
    .select({
      place: STRETCH_PLACE.mapWith(Number),
      category: groups.category,
      count: sql`sum(${groups.events})`.mapWith(Number),
    })
    .from(stretchTable(stretches))
    .innerJoin(groups, fallsIn(reading, groups))
    .groupBy(STRETCH_PLACE, groups.category)
    .orderBy(byId(groups.category));
  const bins: Record<string, number>[] = stretches.map(() => ({}));
  for (const { place, category, count } of rows) {
    const bin = bins[place];
    if (bin) bin[category] = count;
  }
  return bins.map((byCategory) => ({
    total: Object.values(byCategory).reduce((sum, count) => sum + count, 0),
    byCategory,
  }));
}
