// Whether a package is the one that is stored: by a hash over its files, as they are, which takes Node to reckon.
import { createHash } from "node:crypto";
import type { PackageFiles } from "../files/package-files.ts";
import type { Findings } from "../findings.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { type DescribedPackage, readDescriptor } from "../read/read-package.ts";
import { TABLES, type TableName } from "../tables.ts";

export type PackageIdentity = Pick<DescribedPackage, "descriptor"> & {
  readonly sourceHash: string;
};

/** Which dataset and content a package is, without looking at its rows; undefined when its descriptor cannot be used. */
export async function identifyPackage(
  source: PackageFiles,
  findings: Findings,
): Promise<PackageIdentity | undefined> {
  const described = await readDescriptor(source, findings);
  if (!described) return undefined;
  return { descriptor: described.descriptor, sourceHash: await sourceHashOf(described) };
}

/**
 * SHA-256 over the descriptor and the file of each table, always in the same order, each with its name; what cannot be read
 * is left out. Some of that is not published: nobody but the importer is told the hash.
 */
export async function sourceHashOf({
  files,
  source,
}: Pick<DescribedPackage, "files" | "source">): Promise<string> {
  const hash = createHash("sha256");
  const ofTables = (Object.keys(TABLES) as TableName[]).flatMap((name) => files.get(name) ?? []);
  for (const file of [DESCRIPTOR_FILE, ...ofTables]) {
    hash.update(`${file}\n`);
    try {
      for await (const part of source.read(file)) hash.update(part);
    } catch {
      // Reported where it is read for its rows.
    }
    hash.update("\n");
  }
  return hash.digest("hex");
}
