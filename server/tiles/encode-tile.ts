// A vector tile from rows, where the database cannot write it.
import { type GeoJSONVTTile, geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature } from "geojson";
import type { TileCell } from "#db/queries/tiles/tile-cells.ts";
import { TILE_BUFFER, TILE_EXTENT, type TileRow } from "#db/queries/tiles/tiles.ts";
import type { Tile } from "./tile-matrix-set.ts";

/** Mapbox Vector Tile 2; nothing is simplified away. Empty where nothing lies in the tile. */
export function encodeTile(layer: string, rows: readonly TileRow[], { x, y, z }: Tile): Uint8Array {
  const features = rows.map(
    ({ attributes, geometry }): Feature => ({
      type: "Feature",
      geometry: JSON.parse(geometry),
      properties: JSON.parse(attributes),
    }),
  );
  const tile = geoJSONToTile({ type: "FeatureCollection", features }, z, x, y, {
    extent: TILE_EXTENT,
    buffer: TILE_BUFFER,
    tolerance: 0,
    wrap: false,
    clip: true,
  });
  if (!tile || tile.features.length === 0) return new Uint8Array();
  return fromGeojsonVt({ [layer]: tile }, { version: 2, extent: TILE_EXTENT });
}

/** A tile of cells: each a point with the number of features there, `point_count`. */
export function encodeCells(layer: string, cells: readonly TileCell[]): Uint8Array {
  if (cells.length === 0) return new Uint8Array();
  const features = cells.map(({ x, y, count }) => ({
    type: 1 as const,
    geometry: [[x, y]],
    tags: { point_count: count },
  }));
  const tile = { features } as unknown as GeoJSONVTTile;
  return fromGeojsonVt({ [layer]: tile }, { version: 2, extent: TILE_EXTENT });
}
