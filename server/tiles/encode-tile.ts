// A vector tile from rows, where the database does not write it.
import { type GeoJSONVTFeature, type GeoJSONVTTile, geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature } from "geojson";
import type { TileCell } from "#db/queries/tiles/tile-cells.ts";
import { TILE_BUFFER, TILE_EXTENT, type TileRow } from "#db/queries/tiles/tiles.ts";
import type { Tile } from "./tile-matrix-set.ts";

const TILE_OPTIONS = { version: 2, extent: TILE_EXTENT } as const;

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
  if (!tile) return new Uint8Array();
  const drawn = tile.features.flatMap(withoutCollapsed);
  if (drawn.length === 0) return new Uint8Array();
  return fromGeojsonVt({ [layer]: { ...tile, features: drawn } as GeoJSONVTTile }, TILE_OPTIONS);
}

/**
 * The feature without points that are another again and corners that are the one before again in whole units, which a tile must not have (Mapbox Vector
 * Tile 2.1, §4.3.3.2), and without lines and rings of which nothing is left; none of it where that is all.
 */
function withoutCollapsed(feature: GeoJSONVTFeature): GeoJSONVTFeature[] {
  if (feature.type === 1) return [{ ...feature, geometry: uniquePoints(feature.geometry) }];
  const geometry = feature.geometry
    .map(withoutRepeats)
    .filter((part) => (feature.type === 3 ? doubledArea(part) !== 0 : part.length > 1));
  return geometry.length > 0 ? [{ ...feature, geometry }] : [];
}

/** A position in units of the tile. */
type Unit = [x: number, y: number];

/** Of several points that are one in whole units, one, as PostGIS has it. */
const uniquePoints = (points: readonly Unit[]): Unit[] => [
  ...new Map(points.map((point) => [point.join(), point])).values(),
];

const withoutRepeats = (part: readonly Unit[]): Unit[] =>
  part.filter(([x, y], index) => {
    const before = part[index - 1];
    return !before || before[0] !== x || before[1] !== y;
  });

/** Twice the area in square units, negative where the ring runs the other way round (the shoelace formula). */
function doubledArea(ring: readonly Unit[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Unit;
    return sum + x * nextY - nextX * y;
  }, 0);
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
  return fromGeojsonVt({ [layer]: tile }, TILE_OPTIONS);
}
