import { sql } from "drizzle-orm";
import type { ReadProperty } from "#model/collection/property.ts";
import { type EventSum, toldSum } from "#model/measure/sum.ts";
import { TIME_RULE } from "#model/time/span.ts";
import type { Stretch } from "#model/time/timeline.ts";
import type { Db } from "../../database.ts";
import { conditions, type FeatureQuestion, sourceOf } from "../features/feature-question.ts";
import { propertyValue } from "../features/property-casts.ts";
import { fallsIn, rulingDays, STRETCH_PLACE, stretchTable } from "./stretches.ts";

/**
 * What the values of a numeric property come to over the events that answer the question, whatever its window, in each
 * stretch: as `sumOver` of the model adds them up.
 */
export async function findEventSums(
  db: Db,
  question: FeatureQuestion,
  property: ReadProperty,
  stretches: readonly Stretch[],
): Promise<EventSum[]> {
  const reading = TIME_RULE[question.certainty];
  const value = propertyValue(property);
  // Events of the same days are added up once, together. Added up as decimals: their order changes nothing then.
  const groups = db
    .select({
      ...rulingDays(reading),
      sum: sql`sum((${value})::numeric)`.as("sum"),
      told: sql`count(${value})`.as("told"),
      events: sql`count(*)`.as("events"),
    })
    .from(sourceOf(question))
    .where(conditions({ ...question, window: undefined }))
    .groupBy(({ endsFrom, startsBy }) => [startsBy, endsFrom])
    .as("groups");
  const rows = await db
    .select({
      place: STRETCH_PLACE.mapWith(Number),
      sum: sql<string | null>`sum(${groups.sum})::text`,
      told: sql`sum(${groups.told})`.mapWith(Number),
      events: sql`sum(${groups.events})`.mapWith(Number),
    })
    .from(stretchTable(stretches))
    .innerJoin(groups, fallsIn(reading, groups))
    .groupBy(STRETCH_PLACE);
  const found: EventSum[] = stretches.map(() => ({ sum: null, told: 0, events: 0 }));
  for (const { events, place, sum, told } of rows)
    found[place] = { sum: sum === null ? null : toldSum(Number(sum)), told, events };
  return found;
}
