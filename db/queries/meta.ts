import { eq, getViewSelectedFields, sql } from "drizzle-orm";
import type { Polygon } from "geojson";
import type { DatasetMeta } from "#model/dataset.ts";
import type { Db } from "../database.ts";
import { toDay, toLocalized } from "../rows.ts";
import { publicDatasets } from "../schema/index.ts";

/** What belongs to the whole of a dataset, or undefined when it was never loaded. */
export async function findMeta(db: Db, datasetId: string): Promise<DatasetMeta | undefined> {
  const { ring, ...columns } = getViewSelectedFields(publicDatasets);
  const [row] = await db
    .select({ ...columns, ring: sql<string>`ST_AsGeoJSON(${ring})` })
    .from(publicDatasets)
    .where(eq(publicDatasets.id, datasetId));
  if (!row) return undefined;
  return {
    id: row.id,
    version: {
      number: row.versionNumber,
      label: row.versionLabel,
      contentHash: row.contentHash,
      publishedAt: row.publishedAt.toISOString(),
      created: row.created?.toISOString() ?? null,
    },
    title: toLocalized(row.titleEn, row.titleFr),
    description: toLocalized(row.descriptionEn, row.descriptionFr),
    attribution: toLocalized(row.attributionEn, row.attributionFr),
    credit: toLocalized(row.creditEn, row.creditFr),
    licences: row.licences,
    words: row.words,
    openingDay: toDay(row.openingDay),
    firstDay: toDay(row.firstDay),
    lastDay: toDay(row.lastDay),
    timeZone: row.timeZone,
    extent: row.extent,
    home: row.home,
    separation: {
      referencePlaceId: row.referencePlaceId,
      portPlaceId: row.portPlaceId,
      bypassOutlineIds: row.bypassOutlineIds,
      ring: JSON.parse(row.ring) as Polygon,
    },
  };
}
