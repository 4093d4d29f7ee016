import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Bbox, unwrapBbox } from "#model/bbox.ts";
import type { Collection, CollectionId } from "#model/collection.ts";
import type { Certainty, Window } from "#model/span.ts";
import type { Db } from "../database.ts";
import {
  publicBasemap,
  publicCounts,
  publicEvents,
  publicMovements,
  publicPhases,
  publicPlaces,
  publicRoutes,
  publicSources,
} from "../schema/index.ts";
import { inWindow } from "./time.ts";

export type FeatureQuestion = {
  readonly datasetId: string;
  readonly collection: Collection;
  /** Undefined: anywhere. Features without a geometry are in no box. */
  readonly bbox?: Bbox | undefined;
  /** Undefined: at any time. Features without a time are in every window. */
  readonly window?: Window | undefined;
  readonly certainty: Certainty;
  readonly limit: number;
};

export type FeaturePage = {
  /** GeoJSON features as text, ordered by id. */
  readonly features: readonly string[];
  readonly numberMatched: number;
};

const VIEWS = {
  places: publicPlaces,
  camps: publicPlaces,
  routes: publicRoutes,
  events: publicEvents,
  movements: publicMovements,
  counts: publicCounts,
  sources: publicSources,
  phases: publicPhases,
  basemap: publicBasemap,
} as const satisfies Record<CollectionId, unknown>;

/** The features of a collection that are in the box and in the window, ordered by id, at most `limit` of them. */
export async function findFeatures(db: Db, question: FeatureQuestion): Promise<FeaturePage> {
  const view = VIEWS[question.collection.id];
  const where = conditions(question);
  const rows = await db
    .select({ feature: featureJson(question.collection) })
    .from(view)
    .where(where)
    .orderBy(view.id)
    .limit(question.limit);
  const [total] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(view)
    .where(where);
  return { features: rows.map((row) => row.feature), numberMatched: total?.count ?? 0 };
}

/** One feature as GeoJSON text, or undefined when the collection has none with this id. */
export async function findFeature(
  db: Db,
  { datasetId, collection, id }: { datasetId: string; collection: Collection; id: string },
): Promise<string | undefined> {
  const view = VIEWS[collection.id];
  const [row] = await db
    .select({ feature: featureJson(collection) })
    .from(view)
    .where(and(belongsTo(collection, datasetId), eq(view.id, id)))
    .limit(1);
  return row?.feature;
}

function belongsTo(collection: Collection, datasetId: string): SQL | undefined {
  const view = VIEWS[collection.id];
  const settlementsOnly = collection.id === "camps" ? sql`${publicPlaces.isSettlement}` : undefined;
  return and(eq(view.datasetId, datasetId), settlementsOnly);
}

function conditions({ datasetId, collection, bbox, window, certainty }: FeatureQuestion) {
  const view = VIEWS[collection.id];
  return and(
    belongsTo(collection, datasetId),
    bbox && inBbox(view.geom, bbox),
    window && collection.temporal ? inWindow(view, window, certainty) : undefined,
  );
}

/** True where the geometry meets the box; a box across the antimeridian is two. */
function inBbox(geom: unknown, bbox: Bbox): SQL {
  const parts = unwrapBbox(bbox).map(
    ({ west, south, east, north }) =>
      sql`ST_Intersects(${geom}, ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326))`,
  );
  return sql`(${sql.join(parts, sql` OR `)})`;
}

/**
 * The row as a GeoJSON feature (RFC 7946): outer rings counter-clockwise, and no more decimals than the precision
 * bears.
 */
function featureJson(collection: Collection): SQL<string> {
  const names = collection.properties.map(({ name }) => sql.identifier(name));
  const hasPrecision = collection.properties.some(({ name }) => name === "precision_m");
  const decimals = hasPrecision ? sql`coordinate_decimals(precision_m)` : sql`7`;
  return sql<string>`json_build_object(
    'type', 'Feature',
    'id', id,
    'geometry', ST_AsGeoJSON(ST_ForcePolygonCCW(geom), ${decimals})::json,
    'properties', (SELECT row_to_json(p) FROM (SELECT ${sql.join(names, sql`, `)}) p)
  )::text`;
}
