import { eq } from "drizzle-orm";
import type { Contradiction, Phase, StoryStep } from "#model/record.ts";
import type { Db } from "../database.ts";
import { toDay, toLocalized } from "../rows.ts";
import { publicContradictions, publicPhaseRecords, publicStorySteps } from "../schema/index.ts";
import type { SourcesOf } from "./citations.ts";
import { byId } from "./id-order.ts";

export async function findContradictions(
  db: Db,
  datasetId: string,
  sourcesOf: SourcesOf,
): Promise<Contradiction[]> {
  const rows = await db
    .select()
    .from(publicContradictions)
    .where(eq(publicContradictions.datasetId, datasetId))
    .orderBy(byId(publicContradictions.id));
  return rows.map((row) => ({
    id: row.id,
    subjectIds: row.subjectIds,
    topic: row.topic,
    statement: toLocalized(row.statementEn, row.statementFr),
    resolution: toLocalized(row.resolutionEn, row.resolutionFr),
    sourceIds: sourcesOf("contradiction", row.id),
  }));
}

/** The named periods in order of time. */
export async function findPhases(
  db: Db,
  datasetId: string,
  sourcesOf: SourcesOf,
): Promise<Phase[]> {
  const rows = await db
    .select()
    .from(publicPhaseRecords)
    .where(eq(publicPhaseRecords.datasetId, datasetId))
    .orderBy(publicPhaseRecords.start, byId(publicPhaseRecords.id));
  return rows.map((row) => ({
    id: row.id,
    title: toLocalized(row.titleEn, row.titleFr),
    summary: toLocalized(row.summaryEn, row.summaryFr),
    window: { from: toDay(row.start), until: toDay(row.until) },
    sourceIds: sourcesOf("phase", row.id),
  }));
}

/** The steps of the guided reading in order. */
export async function findStory(
  db: Db,
  datasetId: string,
  sourcesOf: SourcesOf,
): Promise<StoryStep[]> {
  const rows = await db
    .select()
    .from(publicStorySteps)
    .where(eq(publicStorySteps.datasetId, datasetId))
    .orderBy(publicStorySteps.position);
  return rows.map((row) => ({
    id: row.id,
    order: row.position,
    title: toLocalized(row.titleEn, row.titleFr),
    text: toLocalized(row.textEn, row.textFr),
    date: toDay(row.date),
    window: { from: toDay(row.windowStart), until: toDay(row.windowUntil) },
    placeId: row.placeId,
    zoom: row.zoom,
    eventIds: row.eventIds,
    sourceIds: sourcesOf("story-step", row.id),
  }));
}
