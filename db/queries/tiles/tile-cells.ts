// What a tile holds where it would hold too many points: how many there are in each cell of a grid.
import { and, sql } from "drizzle-orm";
import { CELLS_OF_TILE } from "#model/collection/tile-cells.ts";
import type { Db } from "../../database.ts";
import { sourceOf } from "../features/feature-question.ts";
import { mercatorShares } from "./mercator.ts";
import { inTile, TILE_EXTENT, type TileQuestion } from "./tiles.ts";

/** Points of one cell: how many, and their middle in units of the tile. */
export type TileCell = { readonly x: number; readonly y: number; readonly count: number };

/** The cells of a tile in which there are points, from the north-west. */
export function findTileCells(db: Db, question: TileQuestion): Promise<TileCell[]> {
  const { x, y, z } = question;
  const { across, down } = mercatorShares(sql`point`);
  const eachPoint =
    question.collection.geometry === "Point" ? sql`geom` : sql`(ST_DumpPoints(geom)).geom`;
  const inCells = (share: unknown, tile: number) =>
    sql`((${share}) * ${2 ** z}::double precision - ${tile}::double precision) * ${CELLS_OF_TILE}::double precision`;
  const points = db
    .select({
      column: inCells(across, x).mapWith(Number).as("column"),
      row: inCells(down, y).mapWith(Number).as("row"),
    })
    .from(
      sql`(SELECT ${eachPoint} AS point FROM ${sourceOf(question)} WHERE ${inTile(question)}) own`,
    )
    .as("points");
  // Each point is in one tile of a zoom, so that the sum over all tiles is the number of all points.
  const isWithin = (place: unknown) => sql`${place} >= 0 AND ${place} < ${CELLS_OF_TILE}`;
  const unit = TILE_EXTENT / CELLS_OF_TILE;
  return db
    .select({
      x: sql`round(avg(${points.column}) * ${unit})`.mapWith(Number),
      y: sql`round(avg(${points.row}) * ${unit})`.mapWith(Number),
      count: sql`count(*)`.mapWith(Number),
    })
    .from(points)
    .where(and(isWithin(points.column), isWithin(points.row)))
    .groupBy(sql`floor(${points.column})`, sql`floor(${points.row})`)
    .orderBy(sql`floor(${points.row})`, sql`floor(${points.column})`);
}
