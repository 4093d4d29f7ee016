// Whose a data directory is: nothing is written into a folder that this program has not made.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Problem, quote } from "#model/problem.ts";

/** In a data directory the folder of its locks, which is made before anything else, and stays. */
export const LOCK_FOLDER = "lock";
/** A lock (`lease.ts`): a number that only grows. */
export const LOCK_FILE = /^\d+(\.free)?$/;

/** What this program, or whoever runs it, puts into a data directory that has no lock yet. */
const WITHOUT_LOCK = /^(grounds|credentials(\.[0-9a-f]+)?)$/;
/** The same where there is an empty folder for it. */
const WITH_LOCK_FOLDER = /^(lock|pg(\.unfinished)?)$/;
/** What systems leave in folders that are empty. */
const OF_THE_SYSTEM = /^(lost\+found|\.DS_Store)$/;

const MAX_NAMED = 5;

/**
 * Why the folder is not to be written into: it holds what is somebody else's. Undefined where it is empty, does not exist,
 * or was made by this program, which is seen by its lock. Of a folder that cannot be read nothing is said here.
 */
export async function foreignFolder(folder: string): Promise<Problem | undefined> {
  const locks = await namesIn(path.join(folder, LOCK_FOLDER));
  if (locks?.some((name) => LOCK_FILE.test(name))) return undefined;
  const isOwn = (name: string) =>
    OF_THE_SYSTEM.test(name) ||
    WITHOUT_LOCK.test(name) ||
    (locks?.length === 0 && WITH_LOCK_FOLDER.test(name));
  const foreign = ((await namesIn(folder)) ?? []).filter((name) => !isOwn(name)).sort();
  if (foreign.length === 0) return undefined;
  return {
    name: "DATA_DIR",
    got: `${folder}, in which there ${foreign.length === 1 ? "is" : "are"} ${describe(foreign)}`,
    allowed: `a folder that is empty, that does not exist, or that this program has made (it has ${LOCK_FOLDER}/ with a number in it). Nothing was written there`,
  };
}

function describe(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  const named = `${names.slice(0, MAX_NAMED).map(quote).join(", ")}${more}`;
  return names.includes("PG_VERSION") ? `files of a PostgreSQL server: ${named}` : named;
}

/** Undefined where it is no folder, or may not be read. */
const namesIn = (folder: string): Promise<string[] | undefined> =>
  readdir(folder).catch(() => undefined);
