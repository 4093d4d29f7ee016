// Which tiles of a laid ground the browser keeps, for when no network is: those of where the map opens, the far ones first.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { boxesMeet } from "#model/space/bbox.ts";
import { newestApi } from "#web/api/own-address.ts";
import { tilesOver } from "#web/view/drawing/tile-cover.ts";

/** So many of them are kept, some megabytes; nearer ones than those are not to be seen then. */
const MAX_KEPT_TILES = 120;

/** Addresses in full. */
export function keptTiles({ ground, home }: Pick<DatasetMeta, "ground" | "home">): string[] {
  if (!ground || !boxesMeet(ground.bounds, home)) return [];
  const kept: string[] = [];
  for (let zoom = ground.minZoom; zoom <= ground.maxZoom; zoom++) {
    const tiles = tilesOver(home, zoom, MAX_KEPT_TILES - kept.length);
    if (tiles.length === 0) break;
    for (const { x, y, z } of tiles) kept.push(newestApi(`ground/${ground.hash}/${z}/${x}/${y}`));
  }
  return kept;
}
