import { and, eq, getViewSelectedFields, isNotNull, sql } from "drizzle-orm";
import { groupSources } from "#model/evidence/sources-of.ts";
import { recordMaker } from "#model/field/rows.ts";
import type { Site } from "#model/measure/site.ts";
import { COUNT, type Count } from "#model/record/claim.ts";
import { SPAN } from "#model/record/groups.ts";
import type { Language } from "#model/words/language.ts";
import type { Db } from "../../database.ts";
import { viewAsOf } from "../../schema/as-of.ts";
import { publicCitations, publicCountRecords, publicPlaces } from "../../schema/index.ts";
import { byId } from "../id-order.ts";
import { type DatasetAt, findRecords } from "./records.ts";

const readSpan = recordMaker({ span: SPAN });

/** Every site of the area studied, with the distances and the side that PostGIS found (null: no line is given). */
export async function findSites(db: Db, { asOf, datasetId }: DatasetAt): Promise<Site[]> {
  const view = publicPlaces;
  const rows = await db
    .select({
      id: view.placeId,
      partOf: view.partOf,
      startEarliest: view.startEarliest,
      startLatest: view.startLatest,
      endEarliest: view.endEarliest,
      endLatest: view.endLatest,
      convention: view.convention,
      precisionM: view.precisionM,
      distanceM: view.distanceM,
      furtherDistanceM: view.furtherDistanceM,
      side: view.side,
    })
    .from(viewAsOf(view, asOf))
    .where(
      and(
        eq(view.datasetId, datasetId),
        eq(view.isSite, true),
        // A place of which the sources say nothing is in the area studied: NULL is not "region".
        sql`${view.statedSide} IS DISTINCT FROM 'region'`,
        // What is on no map is in no measure.
        isNotNull(view.geom),
      ),
    )
    .orderBy(byId(view.id));
  return rows.map((row) => ({
    id: row.id,
    partOf: row.partOf,
    ...readSpan(row),
    convention: row.convention,
    precisionM: row.precisionM ?? 0,
    distanceM: row.distanceM,
    furtherDistanceM: row.furtherDistanceM,
    side: row.side,
  }));
}

/** Every published figure, oldest first. */
export async function findCounts(
  db: Db,
  { asOf, datasetId }: DatasetAt,
  languages?: readonly Language[],
): Promise<Count[]> {
  const sourcesOf = groupSources(
    await db
      .select(getViewSelectedFields(publicCitations))
      .from(viewAsOf(publicCitations, asOf))
      .where(
        and(eq(publicCitations.datasetId, datasetId), eq(publicCitations.recordKind, "count")),
      ),
  );
  return findRecords(db, COUNT, publicCountRecords, {
    asOf,
    datasetId,
    by: [publicCountRecords.earliest],
    ...(languages ? { languages } : {}),
    sourcesOf: (id) => sourcesOf("count", id),
  });
}
