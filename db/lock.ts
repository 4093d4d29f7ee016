import { open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { DatabaseUnavailable } from "./database.ts";

/**
 * Takes the data directory for this process, because two embedded databases on the same files destroy them.
 * Resolves to the function that gives it back. A lock left behind by a process that is gone is taken over.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = path.join(directory, "lock");
  const held = await holderOf(file);
  if (held !== undefined) {
    throw new DatabaseUnavailable(
      `The data directory ${directory} is in use by process ${held}. Stop that one first, or set DATA_DIR to another folder.`,
    );
  }
  await rm(file, { force: true });
  const handle = await open(file, "wx");
  await handle.writeFile(String(process.pid));
  await handle.close();
  return () => rm(file, { force: true });
}

async function holderOf(file: string): Promise<number | undefined> {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM" ? pid : undefined;
  }
}
