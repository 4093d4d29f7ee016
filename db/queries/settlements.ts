import { and, eq, ne } from "drizzle-orm";
import type { Count } from "#model/record.ts";
import type { Site } from "#model/separation.ts";
import type { Db } from "../database.ts";
import { toDay, toSpan } from "../rows.ts";
import { citations, counts, publicPlaces } from "../schema/index.ts";
import { groupSources } from "./citations.ts";
import { byId } from "./id-order.ts";

/** Every settlement of the area studied, with the distances and the side that PostGIS found. */
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
      precisionM: view.precisionM,
      distanceM: view.distanceM,
      portDistanceM: view.portDistanceM,
      side: view.side,
    })
    .from(view)
    .where(
      and(eq(view.datasetId, datasetId), eq(view.isSettlement, true), ne(view.ringRoad, "region")),
    )
    .orderBy(byId(view.id));
  return rows.flatMap((row) =>
    row.distanceM === null
      ? []
      : {
          id: row.id,
          partOf: row.partOf,
          span: toSpan(row),
          precisionM: row.precisionM ?? 0,
          distanceM: row.distanceM,
          portDistanceM: row.portDistanceM,
          side: row.side ?? "edge",
        },
  );
}

/** Every published figure, oldest first. */
export async function findCounts(db: Db, datasetId: string): Promise<Count[]> {
  const rows = await db
    .select()
    .from(counts)
    .where(eq(counts.datasetId, datasetId))
    .orderBy(counts.earliest, byId(counts.id));
  const sourcesOf = groupSources(
    await db
      .select()
      .from(citations)
      .where(and(eq(citations.datasetId, datasetId), eq(citations.recordKind, "count"))),
  );
  return rows.map(({ datasetId: _, earliest, latest, ...row }) => ({
    ...row,
    earliest: toDay(earliest),
    latest: toDay(latest),
    sourceIds: sourcesOf("count", row.id),
  }));
}
