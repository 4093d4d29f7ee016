// What is different between two versions of a collection: the features that do not read the same, as each version has them.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Feature } from "geojson";
import type { Collection } from "#model/collection/collection.ts";
import type { Db } from "../../database.ts";
import { allEvents, allPlaces } from "../../schema/index.ts";
import { beganAfter } from "../../schema/lives.ts";
import { byId } from "../id-order.ts";
import { featureJson } from "./feature-json.ts";
import { belongsTo, sourceOf, viewOf } from "./feature-question.ts";

export type Difference = {
  readonly id: string;
  /** Undefined where the version has no feature of the id. */
  readonly before: Feature | undefined;
  readonly after: Feature | undefined;
};

export type DifferencesQuestion = {
  readonly datasetId: string;
  readonly collection: Collection;
  /** Numbers of the versions; either may be the earlier one. */
  readonly from: number;
  readonly to: number;
  /** So many are answered at most, the first in the order of their ids. */
  readonly limit: number;
  /** Only those with an id after this one. */
  readonly after?: string | undefined;
};

/** The differences, and whether they are all. */
export async function findDifferences(
  db: Db,
  question: DifferencesQuestion,
): Promise<{ readonly differences: readonly Difference[]; readonly isWhole: boolean }> {
  const { after: last, from, limit, to } = question;
  const [before, after] = [
    stateAt(db, question, from, "before"),
    stateAt(db, question, to, "after"),
  ];
  const id = sql<string>`coalesce(${before.id}, ${after.id})`;
  const rows = await db
    .select({ id: id.as("id"), before: before.feature, after: after.feature })
    .from(before)
    .fullJoin(after, eq(before.id, after.id))
    .where(
      and(
        sql`${before.feature} IS DISTINCT FROM ${after.feature}`,
        last === undefined ? undefined : sql`${byId(id)} > ${last}`,
      ),
    )
    .orderBy(byId(id))
    .limit(limit + 1);
  const differences = rows.slice(0, limit).map((row) => ({
    id: row.id,
    before: parsed(row.before),
    after: parsed(row.after),
  }));
  return { differences, isWhole: rows.length <= limit };
}

const parsed = (text: string | null): Feature | undefined =>
  text === null ? undefined : (JSON.parse(text) as Feature);

/** The features of the collection in the version of the number, under a name of its own. */
function stateAt(db: Db, question: DifferencesQuestion, asOf: number, name: string) {
  const { collection, datasetId } = question;
  return db
    .select({ id: viewOf(question).id, feature: featureJson({ collection }).as(`feature_${name}`) })
    .from(sourceOf({ collection, asOf }))
    .where(and(belongsTo({ collection }, datasetId), touched(question)))
    .as(name);
}

/**
 * Of events, which may be many: those of which a row begins or ends between the versions, or whose place is called
 * otherwise. The others read the same.
 */
function touched({ collection, datasetId, from, to }: DifferencesQuestion): SQL | undefined {
  if (collection.role !== "events") return undefined;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const isIn = (row: string, number: number) =>
    sql.raw(`${row}.since <= ${number} AND (${row}.until IS NULL OR ${row}.until > ${number})`);
  const ofEvents = (turned: SQL) =>
    sql`SELECT e.id FROM ${allEvents} e WHERE e.dataset_id = ${datasetId} AND ${turned}`;
  return sql`id IN (${ofEvents(beganAfter("e", first, last))}
    UNION ALL ${ofEvents(sql`e.until > ${first} AND e.until <= ${last}`)}
    UNION ALL SELECT e.id FROM ${allPlaces} o JOIN ${allPlaces} n ON n.dataset_id = o.dataset_id AND n.id = o.id
      JOIN ${allEvents} e ON e.dataset_id = o.dataset_id AND e.place_id = o.id
      WHERE o.dataset_id = ${datasetId} AND ${isIn("o", first)} AND ${isIn("n", last)}
        AND o.name IS DISTINCT FROM n.name)`;
}
