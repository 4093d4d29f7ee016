// Which dataset answers at the root, and what is loaded for it at the start.
import { existsSync } from "node:fs";
import type { OpenDatabase } from "#db/database.ts";
import { findVersions } from "#db/queries/versions.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { identifyPackage } from "#import/disk/source-hash.ts";
import { Findings } from "#import/findings.ts";
import { openPackage } from "#import/open-package.ts";
import { quote } from "#model/problem.ts";
import { type Seeding, SeedRefused, seed } from "./seed.ts";

/**
 * The id of the default dataset. `wanted`, of the settings, where it is stored: then the package is left alone, even if
 * it is not there any more, unless it was told to be loaded. Otherwise the dataset of the package, which is loaded where
 * nothing of it is stored. Throws SeedRefused where the one that is wanted is neither.
 */
export async function openDefaultDataset(
  database: Pick<OpenDatabase, "db" | "flush">,
  wanted: string | undefined,
  seeding: Seeding,
): Promise<string> {
  const { folder, onProgress, replaces } = seeding;
  if (wanted === undefined) return seed(database, seeding);
  const seeded = replaces ? await seed(database, seeding) : undefined;
  const stored = await findVersions(database.db);
  const found = stored.find(({ id }) => id === wanted);
  if (found) {
    if (seeded === undefined)
      onProgress(`${wanted} ${found.version.label} is stored and is served`);
    return wanted;
  }
  if (existsSync(folder)) {
    const findings = new Findings();
    const files = await openPackage(filesOnDisk(folder), findings);
    const identity = files && (await identifyPackage(files, findings));
    if (identity?.descriptor.name === wanted) return seed(database, seeding);
  }
  const there = stored.length === 0 ? "nothing is" : stored.map(({ id }) => id).join(", ");
  throw new SeedRefused(
    `DEFAULT_DATASET is ${quote(wanted)}, of which nothing is stored, and the package in ${folder} is not its own; stored: ${there}. npm run import -- PACKAGE brings a dataset in`,
  );
}
