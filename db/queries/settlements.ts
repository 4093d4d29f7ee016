import { and, eq, sql } from "drizzle-orm";
import type { Count } from "#model/record.ts";
import type { Site } from "#model/site.ts";
import type { Db } from "../database.ts";
import { toDay, toSpan } from "../rows.ts";
import { publicCitations, publicCountRecords, publicPlaces } from "../schema/index.ts";
import { groupSources } from "./citations.ts";
import { byId } from "./id-order.ts";

/** Every settlement of the area studied, with the distances and the side that PostGIS found (null: no line is given). */
export async function findSites(db: Db, datasetId: string): Promise<Site[]> {
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
      portDistanceM: view.portDistanceM,
      side: view.side,
    })
    .from(view)
    .where(
      and(
        eq(view.datasetId, datasetId),
        eq(view.isSettlement, true),
        // A place of which the sources say nothing is in the area studied: NULL is not "region".
        sql`${view.ringRoad} IS DISTINCT FROM 'region'`,
      ),
    )
    .orderBy(byId(view.id));
  return rows.flatMap((row) =>
    row.distanceM === null
      ? []
      : {
          id: row.id,
          partOf: row.partOf,
          span: toSpan(row),
          convention: row.convention,
          precisionM: row.precisionM ?? 0,
          distanceM: row.distanceM,
          portDistanceM: row.portDistanceM,
          side: row.side,
        },
  );
}

/** Every published figure, oldest first. */
export async function findCounts(db: Db, datasetId: string): Promise<Count[]> {
  const rows = await db
    .select()
    .from(publicCountRecords)
    .where(eq(publicCountRecords.datasetId, datasetId))
    .orderBy(publicCountRecords.earliest, byId(publicCountRecords.id));
  const sourcesOf = groupSources(
    await db
      .select()
      .from(publicCitations)
      .where(
        and(eq(publicCitations.datasetId, datasetId), eq(publicCitations.recordKind, "count")),
      ),
  );
  return rows.map(({ datasetId: _, earliest, latest, ...row }) => ({
    ...row,
    earliest: toDay(earliest),
    latest: toDay(latest),
    sourceIds: sourcesOf("count", row.id),
  }));
}
