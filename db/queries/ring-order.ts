import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * The geometry with outer rings counter-clockwise (RFC 7946 §3.1.6). Areas only: PostGIS before 3.4 turns lines round
 * with `ST_ForcePolygonCCW`, and a fence would stand on the other side of its road.
 */
export function ringsCounterClockwise(geom: SQLWrapper): SQL {
  return sql`CASE WHEN ST_Dimension(${geom}) = 2 THEN ST_ForcePolygonCCW(${geom}) ELSE ${geom} END`;
}
