import { createReadStream, existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unpackTar } from "modern-tar/fs";
import { blankFile } from "./blank-file.ts";

/** Puts the files of an empty database into the folder; false where the build has made none for these migrations. */
export async function copyBlank(folder: string, migrationsFolder: string): Promise<boolean> {
  const blank = blankFile(migrationsFolder);
  if (!existsSync(blank)) return false;
  await pipeline(createReadStream(blank), createGunzip(), unpackTar(folder));
  return true;
}
