// From what somebody brings to the files of a package: those of a folder, or a file without a descriptor with one written
// for it.
import type { PackageFiles } from "./files/package-files.ts";
import type { Findings } from "./findings.ts";
import { describeLoose, looseTables } from "./loose/describe-loose.ts";
import type { LooseChoice } from "./loose/loose-choice.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";

/** Whether the files could be a package. */
export function mayBePackage(files: PackageFiles): boolean {
  return files.names.includes(DESCRIPTOR_FILE) || looseTables(files).length > 0;
}

/** The files of a package; undefined where nobody could tell what they are, which is reported. */
export async function openPackage(
  files: PackageFiles,
  findings: Findings,
  loose: LooseChoice = {},
): Promise<PackageFiles | undefined> {
  const tables = looseTables(files);
  // A folder with neither is told of as a package without its descriptor.
  const isLoose = !files.names.includes(DESCRIPTOR_FILE) && tables.length > 0;
  return isLoose ? describeLoose(files, tables, loose, findings) : files;
}
