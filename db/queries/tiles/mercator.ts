import { type SQL, sql } from "drizzle-orm";

/** Where a point stands across and down the world in the Web Mercator projection, 0…1 from the north-west (EPSG:3857). */
export function mercatorShares(geom: unknown): { readonly across: SQL; readonly down: SQL } {
  const latitude = sql`radians(least(greatest(ST_Y(${geom}), -89), 89))`;
  return {
    across: sql`(ST_X(${geom}) + 180) / 360`,
    down: sql`0.5 - ln(tan(pi() / 4 + ${latitude} / 2)) / (2 * pi())`,
  };
}
