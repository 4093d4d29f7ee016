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

export type TileAddress = { readonly z: number; readonly x: number; readonly y: number };

/** Where a position stands in the square of Web Mercator, 0…1; written apart from the product's own arithmetic. */
function sharesAt(lon: number, lat: number): [across: number, down: number] {
  const down = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return [(lon + 180) / 360, down];
}

/** The tile that holds a position. */
export function tileAt(lon: number, lat: number, z: number): TileAddress {
  const [across, down] = sharesAt(lon, lat);
  return { z, x: Math.floor(across * 2 ** z), y: Math.floor(down * 2 ** z) };
}

/** Units from the north-west corner of a tile to a position, of which a tile has 4096 a side. */
export function unitsIn({ z, x, y }: TileAddress, lon: number, lat: number): [number, number] {
  const [across, down] = sharesAt(lon, lat);
  return [(across * 2 ** z - x) * 4096, (down * 2 ** z - y) * 4096];
}

/** The tiles that hold the north of Calais at each zoom to that of a street. */
export const TILES = Array.from({ length: 17 }, (_, z) => z).map((z) => tileAt(1.8576, 50.9618, z));
