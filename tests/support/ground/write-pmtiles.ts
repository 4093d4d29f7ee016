// A small writer of PMTiles version 3 for tests: every tile once, one directory, unpacked unless asked otherwise.
// https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

export type WrittenTile = {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
};

type Said = {
  readonly tiles: readonly WrittenTile[];
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly layers: readonly string[];
  /** As the format numbers them: 1 is MVT, 2 PNG. */
  readonly tileType?: number;
  /** 1 none, 2 gzip, 4 zstd. */
  readonly compression?: number;
};

const HEADER_BYTES = 127;

export function writePmtiles({
  bounds,
  compression = 2,
  layers,
  tiles,
  tileType = 1,
}: Said): Uint8Array {
  const sorted = tiles
    .map((tile) => ({
      ...tile,
      id: zxyToTileId(tile.z, tile.x, tile.y),
      bytes: compression === 2 ? gzipSync(tile.bytes) : tile.bytes,
    }))
    .sort((a, b) => a.id - b.id);
  const directory = Buffer.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ id }, index) => varint(id - (sorted[index - 1]?.id ?? 0))),
    ...sorted.flatMap(() => varint(1)),
    ...sorted.flatMap(({ bytes }) => varint(bytes.length)),
    // Right after the one before, but for the first, which is at 0.
    ...sorted.flatMap((_, index) => varint(index === 0 ? 1 : 0)),
  ]);
  const metadata = Buffer.from(
    JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: {} })) }),
  );
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  const at = (offset: number, value: number) => header.writeBigUInt64LE(BigInt(value), offset);
  const [ofMetadata, ofData] = [
    HEADER_BYTES + directory.length,
    HEADER_BYTES + directory.length + metadata.length,
  ];
  for (const [index, value] of [
    HEADER_BYTES,
    directory.length,
    ofMetadata,
    metadata.length,
    ofData,
    0,
    ofData,
    data.length,
    sorted.length,
    sorted.length,
    sorted.length,
  ].entries())
    at(8 + 8 * index, value);
  const zooms = sorted.map(({ z }) => z);
  header[96] = 1;
  header[97] = 1;
  header[98] = compression;
  header[99] = tileType;
  header[100] = Math.min(...zooms);
  header[101] = Math.max(...zooms);
  for (const [index, degrees] of bounds.entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index);
  return Buffer.concat([header, directory, metadata, data]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left > 127) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}
