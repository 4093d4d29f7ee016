// When and where a version is as a whole, where its package did not say it: read off what the public sees of its rows.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { DERIVABLE, type Derivable, type Told, wholeOf, withRoom } from "#model/dataset/whole.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { smallestBbox } from "#model/space/smallest-bbox.ts";
import type { Day } from "#model/time/day.ts";
import type { Db } from "../../database.ts";
import { versions } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";

/** Brings what these versions say of the whole, and did not say themselves, in line with their rows. */
export async function deriveDeclared(
  transaction: Db,
  datasetId: string,
  numbers: readonly number[],
): Promise<void> {
  const { declared, derived, number } = versions;
  const found = await transaction
    .select({ declared, derived, number })
    .from(versions)
    .where(and(eq(versions.datasetId, datasetId), inArray(number, [...numbers])));
  for (const { declared: said, derived: parts, number: of } of found)
    if (parts?.length) {
      const told = await toldIn(transaction, { datasetId, number: of }, "public_geom");
      await transaction
        .update(versions)
        .set({ declared: { ...said, ...wholeOf(without(said, parts), told) } })
        .where(and(eq(versions.datasetId, datasetId), eq(number, of)));
    }
}

export type Said = (typeof versions.$inferSelect)["declared"];

/** What is said itself, but for these parts. */
export const without = (said: Said, parts: readonly Derivable[]): Parameters<typeof wholeOf>[0] => {
  const left = Object.fromEntries(
    DERIVABLE.map((part) => [part, parts.includes(part) ? null : said[part]]),
  );
  return left as Parameters<typeof wholeOf>[0];
};

type Version = { readonly datasetId: string; readonly number: number };

/** What the rows of a version tell by their public positions, or by their true ones. */
export async function toldIn(
  transaction: Db,
  version: Version,
  geometry: "geom" | "public_geom",
): Promise<Told> {
  const geom = sql.raw(`r.${geometry}`);
  // By degrees of longitude: a box of all would go round the world where they lie near the antimeridian.
  const strips = await rowsOf<Bbox>(
    transaction,
    sql`SELECT min(ST_XMin(g)) AS west, min(ST_YMin(g)) AS south, max(ST_XMax(g)) AS east, max(ST_YMax(g)) AS north
      FROM (${ofAll(["place_phases", "events"], sql`${geom} AS g`, version)}) p
      WHERE g IS NOT NULL AND NOT ST_IsEmpty(g) GROUP BY floor(ST_XMin(g))`,
  );
  const [days] = await rowsOf<{ first: Day | null; last: Day | null }>(
    transaction,
    sql`SELECT min(a) - DATE '1970-01-01' AS first, max(z) - DATE '1970-01-01' AS last
      FROM (${ofAll(
        ["place_phases", "events", "movements"],
        sql`coalesce(r.start_earliest, r.start_latest, r.end_earliest) AS a,
          coalesce(r.end_latest, r.end_earliest, r.start_latest) AS z`,
        version,
      )}) d`,
  );
  const box = smallestBbox(strips);
  return {
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
    extent: box ? withRoom(box) : null,
  };
}

const ofAll = (tables: readonly string[], columns: SQL, { datasetId, number }: Version): SQL =>
  sql.join(
    tables.map(
      (table) => sql`SELECT ${columns} FROM ${sql.raw(table)} r
        WHERE r.dataset_id = ${datasetId} AND r.since <= ${number} AND (r.until IS NULL OR r.until > ${number})`,
    ),
    sql` UNION ALL `,
  );
