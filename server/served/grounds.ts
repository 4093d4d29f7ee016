// The grounds that were laid under the datasets of an instance: a folder for each in the data directory, with the file,
// named by its hash, and what was said of it.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { decodeLaidGround, type LaidGround } from "#model/dataset/laid-ground.ts";
import { remembered } from "#model/remember.ts";

/** A ground as the service has it. */
export type StoredGround = LaidGround & {
  /** The PMTiles file; another ground never has the same. */
  readonly file: string;
  /** ISO 8601 instant. */
  readonly laidAt: string;
};

/** The folder is looked at again after this long, so that what was laid is served within a second. */
const LIFETIME_MS = 1000;
const MAX_DATASETS = 100;
const SAID = "ground.json";

export const groundsFolder = (dataDirectory: string): string => path.join(dataDirectory, "grounds");

export class Grounds {
  readonly #folder: string;
  readonly #onFault: (words: string) => void;
  readonly #known = new LRUCache<string, Promise<StoredGround | undefined>>({
    max: MAX_DATASETS,
    ttl: LIFETIME_MS,
  });

  /** `onFault` is told of a ground that cannot be read: the dataset is served without it. */
  constructor(folder: string, onFault: (words: string) => void) {
    this.#folder = folder;
    this.#onFault = onFault;
  }

  /** What lies under the dataset now; undefined where nothing does. */
  of(datasetId: string): Promise<StoredGround | undefined> {
    return remembered(this.#known, datasetId, () => this.#read(datasetId));
  }

  /** Lays a copy of the file under the dataset, in place of what lay there; answers with its hash. */
  async lay(
    datasetId: string,
    file: string,
    said: Omit<LaidGround, "hash">,
    laidAt: Date,
  ): Promise<string> {
    const folder = this.#folderOf(datasetId);
    const former = await this.#read(datasetId);
    await mkdir(folder, { recursive: true });
    const hash = await hashOf(file);
    const [own, copied] = [path.join(folder, `${hash}.pmtiles`), path.join(folder, "copied")];
    await copyFile(file, copied);
    await rename(copied, own);
    const written = path.join(folder, "written");
    const text = JSON.stringify({ ...said, hash, laidAt: laidAt.toISOString() }, null, 2);
    await writeFile(written, `${text}\n`);
    await rename(written, path.join(folder, SAID));
    // What readers are being answered from now stays until the next one.
    const kept = [SAID, `${hash}.pmtiles`, ...(former ? [path.basename(former.file)] : [])];
    for (const name of await readdir(folder))
      if (!kept.includes(name)) await rm(path.join(folder, name), { force: true });
    this.#known.delete(datasetId);
    return hash;
  }

  /** Takes the ground away; false where none lay there. */
  async remove(datasetId: string): Promise<boolean> {
    const lay = (await this.#read(datasetId)) !== undefined;
    await rm(this.#folderOf(datasetId), { recursive: true, force: true });
    this.#known.delete(datasetId);
    return lay;
  }

  /** Ids have letters that a file system may read otherwise. */
  #folderOf = (datasetId: string) =>
    path.join(this.#folder, encodeURIComponent(datasetId).replace(/^\./, "%2E"));

  async #read(datasetId: string): Promise<StoredGround | undefined> {
    const folder = this.#folderOf(datasetId);
    const said = path.join(folder, SAID);
    try {
      const stored = JSON.parse(await readFile(said, "utf8"));
      const ground = decodeLaidGround(stored);
      return {
        ...ground,
        file: path.join(folder, `${ground.hash}.pmtiles`),
        laidAt: `${stored.laidAt}`,
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT")
        this.#onFault(`${said} cannot be read: lay the ground of ${datasetId} again`);
      return undefined;
    }
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}

/** What readers are told of a ground. */
export function saidOfGround({ file: _, laidAt: __, ...said }: StoredGround): LaidGround {
  return said;
}
