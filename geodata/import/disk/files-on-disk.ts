import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type PackageFiles, READ_BYTES } from "../files/package-files.ts";
import { isPacked, packedFiles } from "../files/packed-files.ts";

const isFile = (at: string) => statSync(at, { throwIfNoEntry: false })?.isFile() ?? false;

/** The names of the files of a folder, or of one file alone; of what cannot be looked at, none. */
function namesAt(at: string): readonly string[] {
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

/** The same, or what is packed in a file that is called `.zip` and is one. Throws NotBrought for one that cannot be unpacked. */
export function broughtOnDisk(called: string): PackageFiles {
  if (!/\.zip$/i.test(called) || !isFile(called)) return filesOnDisk(called);
  const packed = readFileSync(called);
  return isPacked(packed) ? packedFiles(path.basename(called), packed) : filesOnDisk(called);
}

/** Files, or the path of a folder or of one file. */
export type PackageSource = string | PackageFiles;

export const filesFrom = (source: PackageSource): PackageFiles =>
  typeof source === "string" ? filesOnDisk(source) : source;
