import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { packTar } from "modern-tar/fs";
import { startPglite } from "../start-pglite.ts";
import { blankFile } from "./blank-file.ts";

/** Makes the empty database where it is not there yet; `onProgress` is told when it is about to. */
export async function makeBlank(
  migrationsFolder: string,
  onProgress: (message: string) => void,
): Promise<void> {
  const blank = blankFile(migrationsFolder);
  if (existsSync(blank)) return;
  onProgress("making an empty embedded database to copy from (once, about half a minute)");
  await mkdir(path.dirname(blank), { recursive: true });
  const folder = await mkdtemp(path.join(tmpdir(), "rocade-blank-"));
  // Under its name only once it is whole.
  const unfinished = `${blank}.${process.pid}`;
  try {
    const files = path.join(folder, "pg");
    const { client } = await startPglite(files, migrationsFolder);
    await client.close();
    await pipeline(packTar(files), createGzip(), createWriteStream(unfinished));
    await rename(unfinished, blank);
  } finally {
    await rm(unfinished, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
}
