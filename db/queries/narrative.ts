import { eq } from "drizzle-orm";
import type { Contradiction, Phase, StoryStep } from "#model/record.ts";
import type { Db } from "../database.ts";
import { toDay, toLocalized } from "../rows.ts";
import { contradictions, phases, storySteps } from "../schema/index.ts";
import type { SourcesOf } from "./citations.ts";
import { byId } from "./id-order.ts";

export async function findContradictions(
  db: Db,
  datasetId: string,
  sourcesOf: SourcesOf,
): Promise<Contradiction[]> {
  const rows = await db
    .select()
    .from(contradictions)
    .where(eq(contradictions.datasetId, datasetId))
    .orderBy(byId(contradictions.id));
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
    .from(phases)
    .where(eq(phases.datasetId, datasetId))
    .orderBy(phases.start, byId(phases.id));
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
    .from(storySteps)
    .where(eq(storySteps.datasetId, datasetId))
    .orderBy(storySteps.position);
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
