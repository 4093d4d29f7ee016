// From what somebody brings to the files of a package: those of a folder, or a file without a descriptor with one written
// for it.
import { describeTable, looseTables } from "./brought/describe-table.ts";
import type { TableChoice } from "./brought/table-choice.ts";
import type { PackageFiles } from "./files/package-files.ts";
import type { Findings } from "./findings.ts";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";

/** What can be brought, in words. */
export const A_PACKAGE = `a folder or a ZIP with ${DESCRIPTOR_FILE} in it, or one table: CSV (or TSV), a workbook (.xlsx), GeoJSON (a feature a line too), Linked Places, a list of JSON objects, KML or GPX; a ZIP ends in .zip`;

/** Whether the files could be a package. */
export function mayBePackage(files: PackageFiles): boolean {
  return files.names.includes(DESCRIPTOR_FILE) || looseTables(files).length > 0;
}

/** The files of a package; undefined where nobody could tell what they are, which is reported. */
export async function openPackage(
  files: PackageFiles,
  findings: Findings,
  choice: TableChoice = {},
): Promise<PackageFiles | undefined> {
  const tables = looseTables(files);
  // A folder with neither is told of as a package without its descriptor.
  const isTable = !files.names.includes(DESCRIPTOR_FILE) && tables.length > 0;
  const opened = isTable
    ? (await describeTable(files, tables, choice, findings))?.mapped.files
    : files;
  findings.told = opened?.told;
  return opened;
}
