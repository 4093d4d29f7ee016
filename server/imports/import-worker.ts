// The thread in which a package is published into PostgreSQL, by connections of its own and with the owner's rights; those
// of readers only read. It opens the database for the package that it is given and closes it.
import { parentPort, workerData } from "node:worker_threads";
import { DatabaseUnavailable, type OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import type { ImportAnswer, ImportTask } from "./import-task.ts";
import { publishPacked } from "./publish-packed.ts";

export type OpenedFor = { readonly url: string; readonly migrationsFolder: string };

async function work({
  migrationsFolder,
  url,
  ...task
}: ImportTask & OpenedFor): Promise<ImportAnswer> {
  let database: OpenDatabase;
  try {
    const choice = { url, migrationsFolder, dataDirectory: "", onProgress: () => {} };
    database = await openDatabase(choice);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return { status: "failed", message: error.message };
  }
  try {
    return await publishPacked(database, task);
  } finally {
    await database.close();
  }
}

parentPort?.postMessage(await work(workerData));
