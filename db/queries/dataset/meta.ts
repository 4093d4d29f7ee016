import { and, eq, getViewSelectedFields, sql } from "drizzle-orm";
import type { Polygon } from "geojson";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Db } from "../../database.ts";
import { publicVersions } from "../../schema/index.ts";
import { isVersion } from "../versions.ts";
import type { DatasetAt } from "./records.ts";

/** What belongs to the whole of a dataset, or undefined when it was never loaded. */
export async function findMeta(
  db: Db,
  { asOf, datasetId }: DatasetAt,
): Promise<DatasetMeta | undefined> {
  const { ring, ...columns } = getViewSelectedFields(publicVersions);
  const [row] = await db
    .select({ ...columns, ring: sql<string | null>`ST_AsGeoJSON(${ring})` })
    .from(publicVersions)
    .where(and(eq(publicVersions.datasetId, datasetId), isVersion(asOf)));
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
