// The tiles of a laid ground for pictures, as each thread has them.
import { LRUCache } from "lru-cache";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { TileAt } from "#web/view/drawing/tile-cover.ts";
import { GroundTiles } from "#web/view/figure/ground/ground-tiles.ts";
import { type TileShapes, tileShapes } from "#web/view/figure/ground/tile-shapes.ts";
import { archiveIn, readTile } from "../ground/archive.ts";

/** Points of tiles that a thread remembers: some 40 MB. */
const MAX_VERTICES = 400_000;
const remembered = new LRUCache<string, TileShapes>({
  maxSize: MAX_VERTICES,
  sizeCalculation: ({ vertices }) => 1 + vertices,
});

/** What a picture is drawn from; undefined where no ground was laid. `file`: of the archive. */
export function groundTilesOf(
  { ground }: Pick<DatasetMeta, "ground">,
  file: string | undefined,
): GroundTiles | undefined {
  if (!ground || file === undefined) return undefined;
  const keyOf = ({ x, y, z }: TileAt) => `${ground.hash} ${z}/${x}/${y}`;
  return new GroundTiles(ground, {
    known: (tile) => remembered.get(keyOf(tile)),
    read: async (tile) => {
      const bytes = await readTile(archiveIn(file), tile);
      const shapes = tileShapes(bytes, ground.schema);
      remembered.set(keyOf(tile), shapes);
      return shapes;
    },
  });
}
