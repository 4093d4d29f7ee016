// What is wrong with the folder of the embedded database, in words with the way out.
import { access, constants, mkdir, stat, statfs } from "node:fs/promises";
import path from "node:path";

/** What a new database takes, and what an old one needs to be opened at all. */
const NEW_DATABASE_MB = 120;
const LEAST_FREE_MB = 20;

/** Makes the folder and those above it. Not by `recursive`, which never ends where a folder cannot be made, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (code !== "ENOENT" || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}

/** Why the folder cannot hold a database, as far as that can be seen from outside; undefined when nothing is wrong with it. */
export async function folderProblem(folder: string, error: unknown): Promise<string | undefined> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EEXIST" || code === "ENOTDIR")
    return `DATA_DIR ${folder} is a file, or lies below one. Set DATA_DIR to a folder.`;
  const room = await freeMegabytes(folder);
  if (code === "ENOSPC" || code === "EDQUOT" || (room !== undefined && room < LEAST_FREE_MB))
    return `The disk under DATA_DIR ${folder} is full${room === undefined ? "" : ` (${room} MB free; a new database takes about ${NEW_DATABASE_MB})`}. Make room there and start again, or set DATA_DIR to a folder on another disk; nothing has to be deleted.`;
  if (code === "EROFS")
    return notWritable(folder, "it is on a file system that is mounted read-only");
  if (code === "EACCES" || code === "EPERM" || !(await isWritable(folder)))
    return notWritable(folder, "this user may not write there");
  if (code === "ENOENT") return notWritable(folder, "it is not there and cannot be made");
  return undefined;
}

const notWritable = (folder: string, reason: string) =>
  `The embedded database needs a folder that it can write, and DATA_DIR ${folder} is none: ${reason}. Make it writable for this user, or set DATA_DIR to another folder.`;

const isWritable = (folder: string) =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );

async function freeMegabytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.floor((bavail * bsize) / 1_000_000);
  } catch {
    return undefined;
  }
}
