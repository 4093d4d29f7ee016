// The tiles of a PMTiles file, read from the disk piece by piece.
import { open } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import { PMTiles, type RangeResponse, ResolvedValueCache, type Source } from "pmtiles";

/** Directories of a file that are remembered. */
const MAX_DIRECTORIES = 64;

/** A file that is opened for each piece: one that is replaced meanwhile keeps none open. */
class FileOnDisk implements Source {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  getKey(): string {
    return this.#file;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const handle = await open(this.#file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead) };
    } finally {
      await handle.close();
    }
  }
}

/** Archives that are open, which have their directories at hand. */
const MAX_ARCHIVES = 8;
const opened = new LRUCache<string, PMTiles>({ max: MAX_ARCHIVES });

/** The archive in a file. */
export const openArchive = (file: string): PMTiles =>
  new PMTiles(new FileOnDisk(file), new ResolvedValueCache(MAX_DIRECTORIES));

/** The same of a file whose name has its content's hash. */
export function archiveIn(file: string): PMTiles {
  const known = opened.get(file);
  if (known) return known;
  const archive = openArchive(file);
  opened.set(file, archive);
  return archive;
}

export type TileAddress = { readonly z: number; readonly x: number; readonly y: number };

/** A tile as Mapbox Vector Tile, unpacked; empty where the archive has none there. */
export async function readTile(archive: PMTiles, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const tile = await archive.getZxy(z, x, y);
  return tile ? new Uint8Array(tile.data) : new Uint8Array();
}

type ToldLayer = { readonly id: string; readonly fields: object };

/** The layers that the file tells of, of which a single tile need not have all; none where it tells nothing. */
export async function toldLayers(archive: PMTiles): Promise<readonly ToldLayer[]> {
  const told = (await archive.getMetadata().catch(() => null)) as {
    readonly vector_layers?: unknown;
  } | null;
  const layers: readonly Partial<ToldLayer>[] = Array.isArray(told?.vector_layers)
    ? told.vector_layers
    : [];
  return layers.flatMap(({ fields, id }) =>
    typeof id === "string" ? { id, fields: typeof fields === "object" ? fields : {} } : [],
  );
}
