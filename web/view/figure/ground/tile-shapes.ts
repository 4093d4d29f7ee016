// A vector tile as shapes: those layers of it that a ground is drawn from, in one unit.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { GroundSchema } from "#model/dataset/laid-ground.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { drawnLayers } from "#web/view/drawing/tile-ground.ts";

/** So many units a tile is wide, whatever its file says of its own. */
export const TILE_UNITS = 4096;

export type TileShape = {
  readonly kind: string | undefined;
  readonly isArea: boolean;
  /** Rings of areas, each ending where it began, and lines; in units from the left and from the top. */
  readonly parts: readonly (readonly Pixel[])[];
};

export type TileShapes = {
  readonly layers: ReadonlyMap<string, readonly TileShape[]>;
  /** Points of all of them. */
  readonly vertices: number;
};

export const EMPTY_TILE: TileShapes = { layers: new Map(), vertices: 0 };

/** Of more the rest is not read: no extract of a map has it. */
const MAX_TILE_VERTICES = 400_000;

/** What is drawn of a tile (Mapbox Vector Tile 2). Throws where it is none. */
export function tileShapes(bytes: Uint8Array, schema: GroundSchema): TileShapes {
  if (bytes.length === 0) return EMPTY_TILE;
  const tile = new VectorTile(new PbfReader(bytes));
  const layers = new Map<string, TileShape[]>();
  let vertices = 0;
  for (const name of drawnLayers(schema)) {
    const layer = tile.layers[name];
    if (!layer) continue;
    const scale = TILE_UNITS / layer.extent;
    const shapes: TileShape[] = [];
    for (let index = 0; index < layer.length && vertices < MAX_TILE_VERTICES; index++) {
      const feature = layer.feature(index);
      if (feature.type === 1) continue;
      const parts = feature
        .loadGeometry()
        .map((part) => part.map(({ x, y }): Pixel => [x * scale, y * scale]));
      vertices += parts.reduce((sum, part) => sum + part.length, 0);
      const { kind } = feature.properties;
      shapes.push({
        kind: typeof kind === "string" ? kind : undefined,
        isArea: feature.type === 3,
        parts,
      });
    }
    layers.set(name, shapes);
  }
  return { layers, vertices };
}
