// Calais and the harbour in one database, as an instance has them that serves both.
import type { Db } from "#db/database.ts";
import { importPackage } from "#import/load/import-package.ts";
import { rolledBack } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";
import { writeHarbourPackage } from "./harbour-package.ts";
import { temporaryFolder } from "./packages.ts";

export async function importHarbour(db: Db): Promise<void> {
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  const outcome = await importPackage(db, folder);
  if (outcome.status !== "loaded") throw new Error(JSON.stringify(outcome));
}

type Beside = Awaited<ReturnType<typeof testApp>> & { readonly db: Db };

/** Runs the work on a service of both, of which nothing is left. */
export const withBoth = (
  options: Parameters<typeof testApp>[0],
  work: (beside: Beside) => Promise<void>,
): Promise<void> =>
  rolledBack(async (db) => {
    await importHarbour(db);
    await work({ ...(await testApp({ ...options, db })), db });
  });
