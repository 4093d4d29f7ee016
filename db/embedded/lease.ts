// The data directory belongs to one process at a time, because two embedded databases on the same files destroy them.
//
// The folder `lock` in it holds files named by numbers that only grow. Whoever makes the highest has the directory, until
// it renames its file to `….free` or is gone. Making a file that must not be there yet is atomic on every file system, so
// that of any number of processes that find a holder gone, one gets the next number. No file of the highest number is
// ever removed: a process that was slow finds one that is as high as its own, and withdraws.
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { DatabaseUnavailable } from "../database.ts";
import { projectRoot } from "../project-root.ts";
import { MIN_FREE_MB } from "./folder-words.ts";
import { LOCK_FILE, LOCK_FOLDER } from "./foreign-folder.ts";
import { type Holder, isAlive, ownHolder, parseHolder } from "./holder.ts";

/** How often a holder gives a sign of life. */
const BEAT_MS = 2000;
/** A holder elsewhere, in another container or machine, that has given no sign of life for this long counts as gone. */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 250;

const FREE = ".free";

type Entry = { readonly name: string; readonly number: number; readonly isFree: boolean };

/**
 * Takes the data directory for this process and resolves to the function that gives it back. What a process left behind
 * that is gone is taken over: at once where that can be seen, else after it has given no sign of life for 15 seconds.
 * Throws DatabaseUnavailable, which names the holder, when the directory is in use.
 */
export async function takeDirectory(
  directory: string,
  onProgress: (message: string) => void,
): Promise<() => Promise<void>> {
  const room = path.join(directory, LOCK_FOLDER);
  await mkdir(room, { recursive: true });
  const own = await ownHolder();
  for (;;) {
    const newest = await newestIn(room);
    if (newest && !newest.isFree) await waitUntilGone(directory, room, newest, onProgress);
    const number = (newest?.number ?? 0) + 1;
    if (!(await makeFile(path.join(room, String(number)), own))) continue;
    const others = (await entriesIn(room)).filter(({ name }) => name !== String(number));
    if (others.some((other) => other.number >= number)) {
      await rm(path.join(room, String(number)), { force: true });
      continue;
    }
    for (const { name } of others) await rm(path.join(room, name), { force: true });
    return hold(path.join(room, String(number)), number);
  }
}

/** Gives signs of life until the directory is given back. */
function hold(file: string, number: number): () => Promise<void> {
  const heartbeat = new Worker(path.join(projectRoot(), "db", "embedded", "heartbeat.mjs"), {
    workerData: { everyMs: BEAT_MS, file, minFreeMegabytes: MIN_FREE_MB, number },
  });
  heartbeat.unref();
  const timer = setInterval(() => heartbeat.postMessage("at work"), BEAT_MS).unref();
  return async () => {
    clearInterval(timer);
    await heartbeat.terminate();
    await rename(file, `${file}${FREE}`);
  };
}

/** Resolves when the holder of the entry is gone; throws when it lives. */
async function waitUntilGone(
  directory: string,
  room: string,
  entry: Entry,
  onProgress: (message: string) => void,
): Promise<void> {
  const { name } = entry;
  const file = path.join(room, name);
  const holder = parseHolder(await readFile(file, "utf8").catch(() => ""));
  const lives = holder && (await isAlive(holder));
  if (lives === false) return;
  const isCopy = lives === true && (await isCopied(file, holder));
  if (lives && !isCopy) throw inUse(directory, `process ${holder.pid}`, holder);
  const who = holder
    ? `process ${holder.pid} on ${holder.host}`
    : "a process that has not said who it is";
  const why = isCopy
    ? `is a copy of the directory of process ${holder.pid}`
    : `was in use by ${who}, which cannot be seen from here`;
  onProgress(`${directory} ${why}: waiting up to ${SILENCE_MS / 1000} s for a sign of life`);
  const before = await beatOf(file);
  for (const since = performance.now(); performance.now() - since < SILENCE_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const now = await beatOf(file);
    // It was given back, or another one has it now.
    if (now === undefined) return;
    // By now it has written who it is.
    if (now !== before && !holder) return waitUntilGone(directory, room, entry, onProgress);
    if (now !== before) {
      const where = isCopy ? "" : " (another container or machine)";
      throw inUse(directory, `${who}${where}`, holder);
    }
  }
}

/**
 * Whether the file is not the one that the holder wrote. Some file systems give a file other numbers later: a sign of
 * life says then that it is the same.
 */
async function isCopied(file: string, { inode }: Holder): Promise<boolean> {
  return inode !== undefined && inode !== (await inodeOf(file));
}

const inodeOf = async (file: string) =>
  stat(file, { bigint: true }).then(
    ({ ino }) => String(ino),
    () => undefined,
  );

function inUse(directory: string, who: string, holder: Holder | undefined): DatabaseUnavailable {
  const since = holder ? ` since ${holder.since}` : "";
  return new DatabaseUnavailable(
    `The data directory ${directory} is in use by ${who}${since}. Stop that one first. (Another DATA_DIR would be another database, with data of its own.)`,
  );
}

/** What changes with each sign of life; undefined when the file is not there any more. */
async function beatOf(file: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size } = await stat(file);
    return `${mtimeMs} ${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes a file that names the holder; false when there is one already. */
async function makeFile(file: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    const { ino } = await handle.stat({ bigint: true });
    await handle.writeFile(JSON.stringify({ ...holder, inode: String(ino) }));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function entriesIn(room: string): Promise<Entry[]> {
  const names = await readdir(room);
  return names.flatMap((name) => {
    const number = LOCK_FILE.test(name) ? Number.parseInt(name, 10) : undefined;
    return number === undefined ? [] : [{ name, number, isFree: name.endsWith(FREE) }];
  });
}

async function newestIn(room: string): Promise<Entry | undefined> {
  const entries = await entriesIn(room);
  // Of two of the same number one is about to withdraw.
  return entries.sort((a, b) => b.number - a.number || Number(b.isFree) - Number(a.isFree))[0];
}
