// What has changed since a version, feature by feature, in the order of the publishes that changed them last: a page of it.
import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { ChangeKind } from "#model/change/change-kind.ts";
import { netChange } from "#model/change/net-change.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { Db } from "../../database.ts";
import type { AsOf } from "../../schema/as-of.ts";
import { publicChanges } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { featureJson } from "../features/feature-json.ts";
import { belongsTo, sourceOf, viewOf } from "../features/feature-question.ts";
import { byId } from "../id-order.ts";

/** Where a change stands among all: publishes in their order, then collections in that of the question, then ids. */
export type Place = { readonly number: number; readonly collection: number; readonly id: string };

export type ChangedFeature = Place & {
  readonly kinds: readonly ChangeKind[];
  /** GeoJSON as text, as it is in the version that answers; undefined of what is there no more. */
  readonly feature: string | undefined;
};

export type ChangesQuestion = {
  readonly datasetId: string;
  /** The version that answers, and how its features are asked. */
  readonly number: number;
  readonly asOf: AsOf;
  readonly collections: readonly Collection[];
  /** The version that the reader has; undefined: nothing, and what is there at `base` is told too. */
  readonly since: number | undefined;
  /** The version of which everything is told as it is, and changes from it on. */
  readonly base: number;
  /** The version that answered the first page: what went until then the reader never had from a page. */
  readonly start: number;
  readonly after: Place | undefined;
  readonly limit: number;
};

/** The changes, and whether there are more. */
export async function findChangedFeatures(
  db: Db,
  question: ChangesQuestion,
): Promise<{ readonly changed: readonly ChangedFeature[]; readonly isWhole: boolean }> {
  const { limit } = question;
  const found = await neverChanged(db, question, limit + 1);
  if (found.length <= limit)
    found.push(...(await changedSince(db, question, limit + 1 - found.length)));
  return { changed: found.slice(0, limit), isWhole: found.length <= limit };
}

/** Features that are as they were at the base, for those who have nothing yet. */
async function neverChanged(
  db: Db,
  question: ChangesQuestion,
  limit: number,
): Promise<ChangedFeature[]> {
  const { after, asOf, base, collections, datasetId, number, since } = question;
  if (since !== undefined || (after && after.number > base)) return [];
  const found: ChangedFeature[] = [];
  for (const [index, collection] of collections.entries()) {
    if (after && index < after.collection) continue;
    const last = after?.collection === index ? after.id : undefined;
    const { id } = viewOf({ collection });
    const changed = sql`SELECT FROM ${publicChanges} c WHERE c.dataset_id = ${datasetId} AND c.role = ${collection.role}
      AND c.id = ${id} AND c.number > ${base} AND c.number <= ${number}`;
    const rows = await db
      .select({ id, feature: featureJson({ collection }) })
      .from(sourceOf({ collection, asOf }))
      .where(
        and(
          belongsTo({ collection }, datasetId),
          last === undefined ? undefined : sql`${byId(id)} > ${last}`,
          sql`NOT EXISTS (${changed})`,
        ),
      )
      .orderBy(byId(id))
      .limit(limit - found.length);
    for (const row of rows)
      found.push({ ...row, number: base, collection: index, kinds: ["added"] });
    if (found.length >= limit) break;
  }
  return found;
}

type NetRow = Place & { readonly kinds: string };

async function changedSince(
  db: Db,
  question: ChangesQuestion,
  limit: number,
): Promise<readonly ChangedFeature[]> {
  const rows = await rowsOf<NetRow>(db, netChanges(question, limit));
  const features = await currentFeatures(db, question, rows);
  return rows.map(({ collection, id, kinds: told, number }) => {
    const each = JSON.parse(told) as (readonly ChangeKind[])[];
    const feature = features.get(`${collection} ${id}`);
    const isNew = question.since === undefined;
    const kinds: readonly ChangeKind[] = feature
      ? ((isNew ? undefined : netChange(each)) ?? ["added"])
      : ["removed"];
    return { number, collection, id, kinds, feature };
  });
}

/** The last change of each feature after what the reader has, with all of them; to a reader who has nothing, nothing as gone. */
function netChanges(question: ChangesQuestion, limit: number): SQL {
  const { after, base, collections, datasetId, number, since, start } = question;
  const roles = sql.join(
    collections.map(({ role }) => sql`${role}::text`),
    sql`, `,
  );
  // Whoever has an earlier version may have broken off reading of another: what came and went since is told as gone.
  const isUnknown = since === undefined ? sql`n.number <= ${start}` : sql`FALSE`;
  const isAfter = after
    ? sql`(n.number, n.collection, n.id) > (${after.number}::integer, ${after.collection}::integer, ${after.id}::text COLLATE "C")`
    : sql`TRUE`;
  return sql`SELECT n.number, n.collection, n.id, n.kinds::text AS kinds FROM (
      SELECT max(c.number) AS number, array_position(ARRAY[${roles}], c.role) - 1 AS collection, c.id,
        jsonb_agg(c.kinds ORDER BY c.number) AS kinds
      FROM ${publicChanges} c
      WHERE c.dataset_id = ${datasetId} AND c.role IN (${roles}) AND c.number > ${since ?? base} AND c.number <= ${number}
      GROUP BY c.role, c.id
    ) n
    WHERE ${isAfter} AND NOT (coalesce(n.kinds->-1->>0, '') = 'removed' AND ${isUnknown})
    ORDER BY n.number, n.collection, n.id LIMIT ${limit}`;
}

async function currentFeatures(
  db: Db,
  { asOf, collections, datasetId }: ChangesQuestion,
  rows: readonly Place[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [index, collection] of collections.entries()) {
    const ids = rows.flatMap((row) => (row.collection === index ? [row.id] : []));
    if (ids.length === 0) continue;
    const view = viewOf({ collection });
    const features = await db
      .select({ id: view.id, feature: featureJson({ collection }) })
      .from(sourceOf({ collection, asOf }))
      .where(and(belongsTo({ collection }, datasetId), inArray(view.id, ids)));
    for (const { feature, id } of features) found.set(`${index} ${id}`, feature);
  }
  return found;
}
