// From what somebody brings to the files of a package: those of a folder, or a file without a descriptor with one written
// for it.
import { filesOnDisk } from "./files/files-on-disk.ts";
import type { PackageFiles } from "./files/package-files.ts";
import type { Findings } from "./findings.ts";
import { describeLoose, looseTables } from "./loose/describe-loose.ts";
import type { LooseChoice } from "./loose/loose-choice.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";

/** Files, or the path of a folder or of one file. */
export type PackageSource = string | PackageFiles;

/** Whether there is something at the path that could be a package. */
export function mayBePackage(at: string): boolean {
  const files = filesOnDisk(at);
  return files.names.includes(DESCRIPTOR_FILE) || looseTables(files).length > 0;
}

/** The files of a package; undefined where nobody could tell what they are, which is reported. */
export async function openPackage(
  from: PackageSource,
  findings: Findings,
  loose: LooseChoice = {},
): Promise<PackageFiles | undefined> {
  const files = typeof from === "string" ? filesOnDisk(from) : from;
  const tables = looseTables(files);
  // A folder with neither is told of as a package without its descriptor.
  const isLoose = !files.names.includes(DESCRIPTOR_FILE) && tables.length > 0;
  return isLoose ? describeLoose(files, tables, loose, findings) : files;
}
