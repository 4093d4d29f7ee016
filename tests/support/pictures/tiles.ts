import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";

type DecodedFeature = {
  readonly id: string;
  readonly properties: object;
  /** Vertices in units of the tile. */
  readonly points: readonly number[][];
};

/** What a vector tile holds in a layer, in its order. */
export function decodeTile(bytes: Uint8Array, layer: string): DecodedFeature[] {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, index) => {
    const feature = found?.feature(index);
    const points = (feature?.loadGeometry() ?? []).flat().map(({ x, y }) => [x, y]);
    return { id: String(feature?.properties.id), properties: { ...feature?.properties }, points };
  });
}

/** The tile of Web Mercator that holds a position; written apart from the product's own arithmetic. */
export function tileAt(lon: number, lat: number, z: number) {
  const n = 2 ** z;
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return { z, x: Math.floor(((lon + 180) / 360) * n), y: Math.floor(y * n) };
}

/** The tiles that hold the north of Calais at each zoom to that of a street. */
export const TILES = Array.from({ length: 17 }, (_, z) => z).map((z) => tileAt(1.8576, 50.9618, z));
