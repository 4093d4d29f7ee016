import type { Db } from "#db/database.ts";
import { countNotices } from "#import/findings.ts";
import { importPackage } from "#import/import-package.ts";
import { printCount } from "#import/print-findings.ts";
import { printRowProblem } from "#import/row-problem.ts";

/** The data package cannot be served; the message lists what is wrong with it. */
export class SeedRefused extends Error {
  override readonly name = "SeedRefused";
}

/** Loads the package when the database does not have this content of it yet. Answers the id of its dataset. */
export async function seed(
  db: Db,
  folder: string,
  onProgress: (message: string) => void,
): Promise<string> {
  const outcome = await importPackage(db, folder, (table, done, total) => {
    if (done === total) onProgress(`loaded ${total} ${table}`);
  });
  if (outcome.status === "refused") {
    const lines = outcome.problems.map(printRowProblem).join("\n  ");
    throw new SeedRefused(`the data package in ${folder} cannot be loaded:\n  ${lines}`);
  }
  const { datasetId, version } = outcome;
  if (outcome.status === "loaded" && outcome.notices.length > 0) {
    const count = printCount(countNotices(outcome.notices), "notice");
    onProgress(`${count} about the data: npm run import -- ${folder} --dry-run lists them`);
  }
  const what = `${datasetId} ${version.label} (state ${version.number}, ${version.contentHash.slice(0, 12)})`;
  onProgress(outcome.status === "loaded" ? `loaded ${what}` : `${what} is up to date`);
  return datasetId;
}
