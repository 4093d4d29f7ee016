// What has to be true of a file before it is laid as a ground; what is not is told in words.
import { open, stat } from "node:fs/promises";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { Compression, type Header, type PMTiles, TileType } from "pmtiles";
import type { GroundSchema, LaidGround } from "#model/dataset/laid-ground.ts";
import { quote } from "#model/problem.ts";
import { type Bbox, boxesMeet } from "#model/space/bbox.ts";
import { systemWords } from "#model/words/system-words.ts";
import { mercatorX, mercatorY } from "#web/view/drawing/projection.ts";
import { drawnLayers } from "#web/view/drawing/tile-ground.ts";
import { openArchive, readTile, type TileAddress, toldLayers } from "./archive.ts";

/** Why a file cannot be a ground, in words. */
export class GroundRefused extends Error {
  override readonly name = "GroundRefused";
}

/** A city with its surroundings takes some tens of megabytes. */
export const MAX_GROUND_BYTES = 1_000_000_000;
/** Nearer no tile is asked for. */
const MAX_GROUND_ZOOM = 18;
/** Tiles that have more are no extract of a map. */
const MAX_TILE_BYTES = 4_000_000;
const MAGIC = "PMTiles";

type Described = Pick<LaidGround, "bounds" | "maxZoom" | "minZoom" | "schema">;

/**
 * What the file has, if it may be laid. `area`: what the ground is for; null where nobody said. Throws `GroundRefused`.
 */
export async function checkArchive(file: string, area: Bbox | null): Promise<Described> {
  const size = await sizeOf(file);
  if (size > MAX_GROUND_BYTES)
    throw new GroundRefused(
      `${file} has ${inMegabytes(size)} MB; allowed are ${inMegabytes(MAX_GROUND_BYTES)}: cut out the area that is wanted`,
    );
  await checkMagic(file);
  const archive = openArchive(file);
  const header = await read(file, () => archive.getHeader());
  checkHeader(file, header, size);
  const bounds = boundsOf(header);
  if (area && !boxesMeet(bounds, area))
    throw new GroundRefused(
      `${file} describes ${inWords(bounds)}, and nothing of ${inWords(area)}, which the ground is for`,
    );
  const tile = await someTile(file, archive, header, area ?? bounds);
  return {
    bounds,
    schema: schemaOf(file, [
      ...(await toldLayers(archive)).map(({ id }) => id),
      ...Object.keys(tile.layers),
    ]),
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
  };
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / 1e6);
const inWords = ({ east, north, south, west }: Bbox) => [west, south, east, north].join(",");

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => {
    throw new GroundRefused(`${file} cannot be read: ${systemWords(error) ?? "it is no file"}`);
  });
  if (!found.isFile()) throw new GroundRefused(`${file} is no file`);
  return found.size;
}

async function checkMagic(file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const [begin, version] = [buffer.toString("latin1", 0, 7), buffer[7]];
    if (begin !== MAGIC)
      throw new GroundRefused(
        `${file} is not a PMTiles file: it begins with ${quote(begin)}, not with ${quote(MAGIC)}`,
      );
    if (version !== 3)
      throw new GroundRefused(`${file} is PMTiles of version ${version}; version 3 is read`);
  } finally {
    await handle.close();
  }
}

function checkHeader(file: string, header: Header, size: number): void {
  if (header.tileType !== TileType.Mvt)
    throw new GroundRefused(
      `${file} has no vector tiles, but ${TileType[header.tileType] ?? "something unknown"}; a ground is drawn from MVT`,
    );
  for (const compression of [header.internalCompression, header.tileCompression])
    if (compression !== Compression.None && compression !== Compression.Gzip)
      throw new GroundRefused(
        `${file} is packed with ${Compression[compression] ?? "something unknown"}; gzip and none are read`,
      );
  const end = header.tileDataOffset + (header.tileDataLength ?? 0);
  if (end > size)
    throw new GroundRefused(
      `${file} is cut off: it has ${size} bytes, and its tiles end after ${end}`,
    );
  if (header.minZoom > header.maxZoom || header.maxZoom > MAX_GROUND_ZOOM)
    throw new GroundRefused(
      `${file} says zooms ${header.minZoom} to ${header.maxZoom}; allowed are 0 to ${MAX_GROUND_ZOOM}, the lowest first`,
    );
  const { east, north, south, west } = boundsOf(header);
  const isBox =
    west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isBox)
    throw new GroundRefused(
      `${file} says that it describes ${inWords(boundsOf(header))}, which is no box of west,south,east,north`,
    );
}

const boundsOf = ({ maxLat, maxLon, minLat, minLon }: Header): Bbox => ({
  west: minLon,
  south: minLat,
  east: maxLon,
  north: maxLat,
});

/** A tile of the area, the nearest that has anything; the far ones have something of all. */
async function someTile(
  file: string,
  archive: PMTiles,
  header: Header,
  area: Bbox,
): Promise<VectorTile> {
  for (let z = header.maxZoom; z >= header.minZoom; z--) {
    const bytes = await read(file, () => readTile(archive, middleOf(boundsOf(header), area, z)));
    if (bytes.length > MAX_TILE_BYTES)
      throw new GroundRefused(
        `${file} has a tile of ${inMegabytes(bytes.length)} MB; allowed are ${inMegabytes(MAX_TILE_BYTES)}`,
      );
    if (bytes.length > 0) return read(file, async () => new VectorTile(new PbfReader(bytes)));
  }
  throw new GroundRefused(`${file} has no tile in the middle of ${inWords(area)}`);
}

function middleOf(bounds: Bbox, area: Bbox, z: number): TileAddress {
  const west = area.west > area.east ? bounds.west : Math.max(bounds.west, area.west);
  const east = area.west > area.east ? bounds.east : Math.min(bounds.east, area.east);
  const south = Math.max(bounds.south, area.south);
  const north = Math.min(bounds.north, area.north);
  const at = (share: number) => Math.min(Math.floor(share * 2 ** z), 2 ** z - 1);
  return { z, x: at(mercatorX((west + east) / 2)), y: at(mercatorY((south + north) / 2)) };
}

function schemaOf(file: string, named: readonly string[]): GroundSchema {
  const names = [...new Set(named)];
  // Names that both have are no sign.
  if (["earth", "roads", "landuse"].some((name) => names.includes(name))) return "protomaps";
  if (names.some((name) => drawnLayers("own").has(name))) return "own";
  throw new GroundRefused(
    `${file} has the layers ${names.map(quote).join(", ") || "of none"}; drawn are those of Protomaps (${[...drawnLayers("protomaps")].join(", ")}) or our own (${[...drawnLayers("own")].join(", ")})`,
  );
}

/** What the file has there; what cannot be read of it is damaged. */
async function read<Value>(file: string, reading: () => Promise<Value>): Promise<Value> {
  try {
    return await reading();
  } catch {
    throw new GroundRefused(`${file} is damaged: what its head tells of is not there`);
  }
}
