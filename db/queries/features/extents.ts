// Where and when the features of a collection are: all of them, and no more.
import { sql } from "drizzle-orm";
import type { Bbox } from "#model/space/bbox.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";
import type { Day } from "#model/time/day.ts";
import type { Db } from "../../database.ts";
import { belongsTo, type FeatureQuestion, sourceOf } from "./feature-question.ts";

export type Extent = {
  /** Undefined where no feature has a position. */
  readonly bbox: Bbox | undefined;
  /** First and last day; null where a feature has no such bound. Undefined where no feature has a time. */
  readonly days: { readonly first: Day | null; readonly last: Day | null } | undefined;
};

type Asked = Pick<FeatureQuestion, "asOf" | "collection" | "datasetId">;

/** What the published features of a collection cover. */
export async function findExtent(db: Db, asked: Asked): Promise<Extent> {
  const { collection } = asked;
  return {
    bbox: collection.geometry ? await findBbox(db, asked) : undefined,
    days: collection.temporal ? await findDays(db, asked) : undefined,
  };
}

/** Gathered by degrees of longitude, as a box of all would go round the world where places lie near the antimeridian. */
async function findBbox(db: Db, asked: Asked) {
  const number = (value: ReturnType<typeof sql>) => value.mapWith(Number);
  const strips = await db
    .select({
      west: number(sql`min(ST_XMin(geom))`),
      south: number(sql`min(ST_YMin(geom))`),
      east: number(sql`max(ST_XMax(geom))`),
      north: number(sql`max(ST_YMax(geom))`),
    })
    .from(sourceOf(asked))
    .where(sql`${belongsTo(asked, asked.datasetId)} AND NOT ST_IsEmpty(geom)`)
    .groupBy(sql`floor(ST_XMin(geom))`);
  return smallestBbox(strips);
}

async function findDays(db: Db, asked: Asked) {
  const [row] = await db
    .select({
      first: sql<Day | null>`min(start_earliest) - DATE '1970-01-01'`,
      last: sql<Day | null>`max(end_latest) - DATE '1970-01-01'`,
      hasNoFirst: sql<boolean | null>`bool_or(start_earliest IS NULL)`,
      hasNoLast: sql<boolean | null>`bool_or(end_latest IS NULL)`,
    })
    .from(sourceOf(asked))
    .where(belongsTo(asked, asked.datasetId));
  if (!row || row.hasNoFirst === null) return undefined;
  return {
    first: row.hasNoFirst ? null : row.first,
    last: row.hasNoLast ? null : row.last,
  };
}
