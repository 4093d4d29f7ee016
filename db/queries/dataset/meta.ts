import { and, eq, getViewSelectedFields, isNull, sql } from "drizzle-orm";
import type { Polygon } from "geojson";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Db } from "../../database.ts";
import { publicVersions } from "../../schema/index.ts";

/** What belongs to the whole of a dataset, or undefined when it was never loaded. */
export async function findMeta(db: Db, datasetId: string): Promise<DatasetMeta | undefined> {
  const { ring, ...columns } = getViewSelectedFields(publicVersions);
  const [row] = await db
    .select({ ...columns, ring: sql<string | null>`ST_AsGeoJSON(${ring})` })
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), isNull(publicVersions.until)));
  if (!row) return undefined;
  return {
    id: row.datasetId,
    version: {
      number: row.number,
      label: row.label,
      contentHash: row.contentHash,
      publishedAt: row.publishedAt.toISOString(),
      created: row.created?.toISOString() ?? null,
      note: row.note,
      class: row.class,
    },
    licences: row.licences,
    hasClock: row.hasClock,
    severalPoints: row.severalPoints,
    ...row.declared,
    separation: row.separation && {
      ...row.separation,
      area: row.ring === null ? null : (JSON.parse(row.ring) as Polygon),
    },
  };
}
