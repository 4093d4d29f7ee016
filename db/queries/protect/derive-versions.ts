// What a version says of the whole of its rows, read off them: where the separation starts from, as far as the public may
// see, and what there is at all.
import { type SQL, sql } from "drizzle-orm";
import { POINT_TABLES } from "#model/space/points.ts";
import type { Db } from "../../database.ts";
import { byId } from "../id-order.ts";

/** True of rows of the table that the version `v` has. */
const inVersion = (row: string): SQL =>
  sql.raw(
    `${row}.dataset_id = v.dataset_id AND ${row}.since <= v.number AND (${row}.until IS NULL OR ${row}.until > v.number)`,
  );

const pointOf = (place: SQL): SQL => sql`(
  SELECT r.public_geom FROM place_phases r
  WHERE ${inVersion("r")} AND r.place_id = ${place} AND ST_Dimension(r.public_geom) = 0
  ORDER BY ${byId(sql`r.id`)} LIMIT 1)`;

const LINE = sql`(
  SELECT ST_Collect(r.public_geom ORDER BY ${byId(sql`r.id`)}) FROM place_phases r
  WHERE ${inVersion("r")} AND ST_Dimension(r.public_geom) = 1
    AND r.id IN (SELECT json_array_elements_text(v.separation->'line'->'outlines')))`;

const TABLES = { events: "events", places: "place_phases" } as const;
const SEVERAL = sql.join(
  POINT_TABLES.map(
    (name) => sql`CASE WHEN EXISTS (
      SELECT FROM ${sql.raw(TABLES[name])} r WHERE ${inVersion("r")} AND GeometryType(r.public_geom) = 'MULTIPOINT'
    ) THEN ARRAY['${sql.raw(name)}'] ELSE ARRAY[]::text[] END`,
  ),
  sql` || `,
);
const CLOCK = sql`EXISTS (SELECT FROM events r WHERE ${inVersion("r")} AND r.start_time IS NOT NULL)`;

const COLUMNS = sql`has_clock, several_points, reference_point, further_point, separating_line`;

/**
 * Writes it of these versions of the dataset. Where a line is less than it was, the area beside it, which would tell the
 * rest of it, stays only where the newest version has the same.
 */
export async function deriveVersions(
  transaction: Db,
  datasetId: string,
  numbers: readonly number[],
): Promise<void> {
  await transaction.execute(sql`
    UPDATE versions v
    SET (${COLUMNS}) = (d.has_clock, d.several_points, d.reference_point, d.further_point, d.separating_line),
      ring = CASE
        WHEN v.separating_line IS NOT NULL AND v.separating_line IS DISTINCT FROM d.separating_line
          AND v.ring IS DISTINCT FROM n.ring THEN NULL
        ELSE v.ring
      END
    FROM (
      SELECT v.number, ${CLOCK} AS has_clock, ${SEVERAL} AS several_points,
        ${pointOf(sql`v.separation->'reference'->>'place'`)} AS reference_point,
        ${pointOf(sql`v.separation->'further'->0->>'place'`)} AS further_point,
        CASE WHEN v.separation IS NOT NULL THEN ${LINE} END AS separating_line
      FROM versions v WHERE v.dataset_id = ${datasetId} AND v.number = ANY(${sql.raw(`ARRAY[${numbers.join(", ")}]::integer[]`)})
    ) d, versions n
    WHERE v.dataset_id = ${datasetId} AND v.number = d.number AND n.dataset_id = v.dataset_id AND n.until IS NULL
      AND (v.has_clock, v.several_points, v.reference_point, v.further_point, v.separating_line)
        IS DISTINCT FROM (d.has_clock, d.several_points, d.reference_point, d.further_point, d.separating_line)`);
}
