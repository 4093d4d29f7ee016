import type { OpenDatabase } from "#db/database.ts";
import { findStanding, type StoredVersion } from "#db/queries/versions.ts";
import { broughtOnDisk } from "#import/disk/files-on-disk.ts";
import { identifyPackage, type PackageIdentity } from "#import/disk/source-hash.ts";
import { countNotices, Findings } from "#import/findings.ts";
import { importPackage } from "#import/load/import-package.ts";
import { openPackage } from "#import/open-package.ts";
import { printCount } from "#import/print-findings.ts";
import { printRowProblem, type RowProblem } from "#import/row-problem.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";

/** The data package cannot be served; the message lists what is wrong with it. */
export class SeedRefused extends Error {
  override readonly name = "SeedRefused";
}

export type Seeding = {
  /** The folder, ZIP or one file of the data package whose dataset is served. */
  readonly folder: string;
  /** The package takes the place of what is stored. */
  readonly replaces: boolean;
  readonly onProgress: (message: string) => void;
};

/**
 * Loads the package where nothing of its dataset is stored; what is stored stays, unless the package is told to take its
 * place. Says what it found, and answers the id of the dataset.
 */
export async function seed(
  { db, flush }: Pick<OpenDatabase, "db" | "flush">,
  { folder, replaces, onProgress }: Seeding,
): Promise<string> {
  const findings = new Findings();
  const brought = broughtOnDisk(folder);
  const files = await openPackage(brought, findings);
  const identity = files && (await identifyPackage(files, findings));
  if (!identity) throw refusal(folder, findings.problems);
  const { sourceHash, descriptor } = identity;
  const datasetId = descriptor.name;
  const { newest: stored } = await findStanding(db, datasetId);
  if (stored && (!replaces || stored.sourceHash === sourceHash)) {
    onProgress(describeStored(datasetId, stored, identity, folder));
    return datasetId;
  }
  onProgress(
    stored
      ? `${nameOf(datasetId, stored.version)} is stored; ${folder} is published after it, as it was told to`
      : `nothing is stored of ${datasetId}: loading it from ${folder}`,
  );
  const outcome = await importPackage(db, brought, {
    onlyWhereMissing: !replaces,
    onProgress: (table, done, total) => {
      // Of the other tables some hold rows that no file has by itself, such as the places of shapes.
      if (table === "events" && done === total) onProgress(`loaded ${total} events`);
    },
  });
  if (outcome.status === "refused") throw refusal(folder, outcome.problems);
  const { version } = outcome;
  if (outcome.status !== "loaded") {
    // Another instance started at the same time.
    const storedHash = outcome.status === "unchanged" ? identity.sourceHash : "another";
    onProgress(describeStored(datasetId, { version, sourceHash: storedHash }, identity, folder));
    return datasetId;
  }
  await flush();
  if (outcome.notices.length > 0) {
    const count = printCount(countNotices(outcome.notices), "notice");
    onProgress(`${count} about the data: npm run import -- ${folder} --dry-run lists them`);
  }
  onProgress(`loaded ${nameOf(datasetId, version)}: ${outcome.rows} rows of its files`);
  return datasetId;
}

const nameOf = (datasetId: string, { contentHash, label, number }: DatasetVersion) =>
  `${datasetId} ${label} (state ${number}, ${contentHash.slice(0, 12)})`;

function describeStored(
  datasetId: string,
  { sourceHash: storedHash, version }: StoredVersion,
  { descriptor, sourceHash }: PackageIdentity,
  folder: string,
): string {
  const name = nameOf(datasetId, version);
  if (storedHash === sourceHash) return `${name} is stored, as it is in ${folder}`;
  const why =
    storedHash === null
      ? `Whether the package in ${folder} (${descriptor.version ?? "without a label"}) is the same an older program did not write down; it was not loaded`
      : `The package in ${folder} is another one (${descriptor.version ?? "without a label"}) and was not loaded`;
  return `${name} is stored and is served. ${why}: npm run import -- ${folder} brings it in, or npm start -- --import`;
}

function refusal(folder: string, problems: readonly RowProblem[]): SeedRefused {
  const lines = problems.map(printRowProblem).join("\n  ");
  return new SeedRefused(`the data package in ${folder} cannot be loaded:\n  ${lines}`);
}
