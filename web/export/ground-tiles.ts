// The tiles of a laid ground for pictures that the browser draws, from the service.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { TileAt } from "#web/view/drawing/tile-cover.ts";
import { GroundTiles } from "#web/view/figure/ground/ground-tiles.ts";
import { type TileShapes, tileShapes } from "#web/view/figure/ground/tile-shapes.ts";

/** Tiles that are remembered, from one picture to the next. */
const MAX_REMEMBERED = 200;
const remembered = new Map<string, TileShapes>();

/** What a picture of that address is drawn from; undefined where no ground was laid. */
export function fetchedGround(
  { ground }: Pick<DatasetMeta, "ground">,
  picture: URL,
): GroundTiles | undefined {
  if (!ground) return undefined;
  const addressOf = ({ x, y, z }: TileAt) =>
    new URL(`api/ground/${ground.hash}/${z}/${x}/${y}`, picture).href;
  return new GroundTiles(ground, {
    known: (tile) => remembered.get(addressOf(tile)),
    read: async (tile) => {
      const address = addressOf(tile);
      const response = await fetch(address);
      if (!response.ok) throw new Error(`the ground answers ${response.status}`);
      // Empty where the ground has none.
      const shapes = tileShapes(new Uint8Array(await response.arrayBuffer()), ground.schema);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(address, shapes);
      return shapes;
    },
  });
}
