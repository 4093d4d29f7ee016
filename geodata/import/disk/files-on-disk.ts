import { createReadStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { PackageFiles } from "../files/package-files.ts";

const READ_BYTES = 256 * 1024;

const isFile = (at: string) => statSync(at, { throwIfNoEntry: false })?.isFile() ?? false;

/** The names of the files of a folder, or of one file alone; of what cannot be looked at, none. */
export function namesAt(at: string): readonly string[] {
  try {
    return isFile(at) ? [path.basename(at)] : readdirSync(at);
  } catch {
    return [];
  }
}

/** The files of a folder, or one file alone. */
export function filesOnDisk(called: string): PackageFiles {
  const folder = isFile(called) ? path.dirname(called) : called;
  return {
    called,
    names: namesAt(called),
    isOneFile: isFile(called),
    size: (file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.size,
    read: (file) => createReadStream(path.join(folder, file), { highWaterMark: READ_BYTES }),
  };
}

/** Files, or the path of a folder or of one file. */
export type PackageSource = string | PackageFiles;

export const filesFrom = (source: PackageSource): PackageFiles =>
  typeof source === "string" ? filesOnDisk(source) : source;
