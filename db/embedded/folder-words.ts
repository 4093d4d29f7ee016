// What is wrong with the folder of the embedded database, in words with the way out.
import { access, constants, mkdir, stat, statfs } from "node:fs/promises";
import path from "node:path";

/** What a new database takes while it is made. */
const NEW_DATABASE_MB = 120;
/** With less the disk counts as full: the database writes ahead 16 MB at a time. */
export const MIN_FREE_MB = 20;

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
  const code = codeOf(error);
  if (code === "EEXIST" || code === "ENOTDIR")
    return `DATA_DIR ${folder} is a file, or lies below one. Set DATA_DIR to a folder.`;
  // Asked by itself, since not every call says why it failed: making a folder on a read-only disk says that it is not there.
  const refused = await refusalOf(folder);
  if (refused === "ENOENT") return notWritable(folder, "it does not exist and cannot be created");
  if (refused === "EROFS") return notWritable(folder, "the file system is mounted read-only");
  if (refused !== undefined || code === "EACCES" || code === "EPERM")
    return notWritable(folder, "this user may not write there");
  const room = await freeMegabytes(folder);
  return FULL.has(code ?? "") || (room ?? MIN_FREE_MB) < MIN_FREE_MB
    ? fullDisk(folder, room)
    : undefined;
}

/** Why this process may not write in the folder or, where there is none, in the one in which it would be. */
async function refusalOf(folder: string): Promise<string | undefined> {
  const refused = await access(folder, constants.W_OK).then(() => undefined, codeOf);
  const above = path.dirname(folder);
  if (refused !== "ENOENT" || above === folder) return refused;
  return (await refusalOf(above)) ?? refused;
}

/** Whether a new database finds no room in the folder, in words. Asked before: in the midst of it PGlite never comes to an end. */
export async function roomProblem(folder: string): Promise<string | undefined> {
  const room = await freeMegabytes(folder);
  return (room ?? NEW_DATABASE_MB) < NEW_DATABASE_MB ? fullDisk(folder, room) : undefined;
}

function fullDisk(folder: string, room: number | undefined): string {
  const free = room === undefined ? "" : `${room} MB are free; `;
  return `The disk under DATA_DIR ${folder} is full (${free}a new database takes about ${NEW_DATABASE_MB} MB). Make room there and start again, or set DATA_DIR to a folder on another disk. Nothing in the folder has to be deleted.`;
}

/** Of the system, and SQLSTATE disk_full. */
const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** The code of the innermost cause that has one. */
function codeOf(error: unknown): string | undefined {
  const { cause, code } = (error ?? {}) as { cause?: unknown; code?: string };
  return (cause === undefined ? undefined : codeOf(cause)) ?? code;
}

const notWritable = (folder: string, reason: string) =>
  `The embedded database needs a folder that it can write, and DATA_DIR ${folder} is none: ${reason}. Make it writable for this user, or set DATA_DIR to another folder.`;

async function freeMegabytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.floor((bavail * bsize) / 1_000_000);
  } catch {
    return undefined;
  }
}
