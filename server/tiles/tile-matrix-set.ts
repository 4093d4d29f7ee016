// WebMercatorQuad as OGC 17-083r4 (Two Dimensional Tile Matrix Set) registers it.

export const TILE_MATRIX_SET = "WebMercatorQuad";
export const TILE_MATRIX_SET_URI =
  "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
export const MAX_ZOOM = 22;
export const WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";

/** Half the side of the square world, in metres. */
const HALF_WORLD = 20_037_508.342_789_244;
const TILE_PIXELS = 256;
/** Metres of one pixel of a standard display (OGC 17-083r4, 6.1). */
const PIXEL_M = 0.000_28;

/** Which tile: zoom, row from the top, column from the left. */
export type Tile = { readonly z: number; readonly y: number; readonly x: number };

/** Reads the three numbers of a path; undefined when there is no such tile. */
export function parseTile(z: string, y: string, x: string): Tile | undefined {
  if (![z, y, x].every((text) => /^\d{1,8}$/.test(text))) return undefined;
  const tile = { z: Number(z), y: Number(y), x: Number(x) };
  const isThere = tile.z <= MAX_ZOOM && tile.y < 2 ** tile.z && tile.x < 2 ** tile.z;
  return isThere ? tile : undefined;
}

export function tileMatrixSetDocument() {
  return {
    id: TILE_MATRIX_SET,
    title: "Google Maps Compatible for the World",
    uri: TILE_MATRIX_SET_URI,
    crs: WEB_MERCATOR,
    orderedAxes: ["X", "Y"],
    wellKnownScaleSet: "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
    tileMatrices: Array.from({ length: MAX_ZOOM + 1 }, (_, zoom) => {
      const cellSize = (2 * HALF_WORLD) / (TILE_PIXELS * 2 ** zoom);
      return {
        id: String(zoom),
        scaleDenominator: cellSize / PIXEL_M,
        cellSize,
        pointOfOrigin: [-HALF_WORLD, HALF_WORLD],
        tileWidth: TILE_PIXELS,
        tileHeight: TILE_PIXELS,
        matrixWidth: 2 ** zoom,
        matrixHeight: 2 ** zoom,
      };
    }),
  };
}
