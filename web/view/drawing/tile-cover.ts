// Which tiles of the square of Web Mercator cover a box.
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { mercatorX, mercatorY } from "./projection.ts";

/** A tile: its zoom, its column from the left, its row from the top. */
export type TileAt = { readonly z: number; readonly x: number; readonly y: number };

/**
 * The tiles of a zoom that meet the box, row by row; columns go on beyond the square where the box does, or crosses the
 * antimeridian. Nothing where there would be more than `most`.
 */
export function tilesOver(box: Bbox, z: number, most: number): TileAt[] {
  const size = 2 ** z;
  const [left, right] = [mercatorX(box.west), mercatorX(eastOf(box))].map((x) => x * size);
  const [top, bottom] = [mercatorY(box.north), mercatorY(box.south)].map((y) => y * size);
  const columns = range(left ?? 0, right ?? 0);
  const rows = range(top ?? 0, bottom ?? 0).filter((y) => y >= 0 && y < size);
  if (columns.length * rows.length > most) return [];
  return rows.flatMap((y) => columns.map((x) => ({ z, x, y })));
}

/** The whole numbers of the cells between the two, of which the last is met only where it goes beyond its edge. */
function range(from: number, to: number): number[] {
  const first = Math.floor(from);
  const last = Math.max(Math.ceil(to) - 1, first);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
