// The embedded database: PGlite with PostGIS in a folder that belongs to this process.
import { chmod, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { describeProblem } from "#model/problem.ts";
import { DatabaseUnavailable, type OpenDatabase } from "../database.ts";
import { schemaProblem } from "../schema-version.ts";
import { wordsOf } from "../words-of-error.ts";
import { copyBlank } from "./blank/copy-blank.ts";
import { flushFolder } from "./flush-folder.ts";
import { folderProblem, makeFolder, roomProblem } from "./folder-words.ts";
import { foreignFolder } from "./foreign-folder.ts";
import { takeDirectory } from "./lease.ts";
import { startPglite } from "./start-pglite.ts";

export type EmbeddedChoice = {
  /** Where the database keeps its files; made where it is not there. */
  readonly dataDirectory: string;
  readonly migrationsFolder: string;
  readonly onProgress: (message: string) => void;
};

/** Where the files of the database are in a data directory: there when a first start has come to its end. */
export const embeddedFilesIn = (dataDirectory: string): string => path.join(dataDirectory, "pg");

/**
 * Opens the embedded database, which is made at first, and brings its schema up to date. Throws DatabaseUnavailable with
 * a way out. It never asks the system to write to the disk while it works (fsync off): `flush` does.
 */
export async function openEmbedded(choice: EmbeddedChoice): Promise<OpenDatabase> {
  const { dataDirectory, migrationsFolder, onProgress } = choice;
  const giveBack = await takeFolder(choice);
  const finished = embeddedFilesIn(dataDirectory);
  try {
    if (!(await exists(finished))) await create(finished, choice);
    if (!(await exists(path.join(finished, "PG_VERSION"))))
      throw new Error("PG_VERSION is missing, the folder is not a whole database");
    // Of what is coarse or hidden it holds the true position. Where this may not be said, opening will say why.
    await chmod(finished, 0o700).catch(() => {});
    onProgress("opening the embedded database");
    const { breakdown, client, db, owner, reads } = await startPglite(finished, migrationsFolder);
    return {
      db,
      reads,
      description: `embedded PGlite + PostGIS in ${dataDirectory}; it runs without fsync: after a power cut it may have to be made again from the data package`,
      schemaProblem: () => schemaProblem(db, migrationsFolder),
      flush: () => flush(owner, finished),
      explain: (error) => explain(choice, finished, error),
      breakdown: breakdown.then((error) => explainBreakdown(choice, finished, error)),
      close: async () => {
        // One that has broken down is not closed; its folder is free all the same.
        await client.close().finally(giveBack);
      },
    };
  } catch (error) {
    await giveBack();
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(await explain(choice, finished, error), { cause: error });
  }
}

async function takeFolder({ dataDirectory, onProgress }: EmbeddedChoice) {
  const foreign = await foreignFolder(dataDirectory);
  if (foreign) throw new DatabaseUnavailable(describeProblem(foreign));
  try {
    await makeFolder(dataDirectory);
    return await takeDirectory(dataDirectory, onProgress);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const reason =
      (await folderProblem(dataDirectory, error)) ??
      `DATA_DIR ${dataDirectory} cannot be used: ${wordsOf(error)}. Set DATA_DIR to another folder.`;
    throw new DatabaseUnavailable(reason, { cause: error });
  }
}

/** Makes the database beside its final place and moves it there when whole, so that a half-made one is never opened. */
async function create(finished: string, choice: EmbeddedChoice): Promise<void> {
  choice.onProgress("creating the embedded database (once)");
  const unfinished = `${finished}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const reason = await roomProblem(choice.dataDirectory);
  if (reason) throw new DatabaseUnavailable(reason);
  try {
    if (!(await copyBlank(unfinished, choice.migrationsFolder))) {
      const { client } = await startPglite(unfinished, choice.migrationsFolder);
      await client.close();
    }
    await flushFolder(unfinished);
  } catch (error) {
    // Before it is removed: a disk that it has filled has room again afterwards.
    const reason = await folderProblem(choice.dataDirectory, error);
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw reason === undefined ? error : new DatabaseUnavailable(reason, { cause: error });
  }
  await rename(unfinished, finished);
}

/** Writes what the database holds in memory to its files, and the files to the disk. */
async function flush(client: PGlite, folder: string): Promise<void> {
  await client.exec("CHECKPOINT");
  await flushFolder(folder);
}

/** What PGlite says when its own program breaks down over its files tells a reader nothing. */
const BREAKDOWN = /Aborted\(|failed to initialize|unreachable|RuntimeError|memory access|\[object/;

async function explain(
  { dataDirectory }: EmbeddedChoice,
  folder: string,
  error: unknown,
): Promise<string> {
  const outside = await folderProblem(dataDirectory, error);
  if (outside) return outside;
  const said = wordsOf(error);
  const reason = BREAKDOWN.test(said) ? "its files are damaged or incomplete" : said;
  return (
    `The embedded database in ${folder} cannot be used: ${reason}. ` +
    `It holds only what was imported: delete the folder (rm -r "${folder}") and start again, ` +
    "which makes it anew from the data package, or set DATA_DIR to another folder."
  );
}

/** The same of a database that was in use: it was whole when it was opened, so that opening it again is the first way out. */
async function explainBreakdown(
  choice: EmbeddedChoice,
  folder: string,
  error: unknown,
): Promise<string> {
  const outside = await folderProblem(choice.dataDirectory, error);
  return (
    outside ??
    `The embedded database in ${folder} broke down while it was in use. Start again: what was stored is read anew. ` +
      `If that does not help, delete the folder (rm -r "${folder}"): it holds only what was imported.`
  );
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
