import { open, readdir } from "node:fs/promises";
import path from "node:path";

const AT_ONCE = 16;

/**
 * Asks the system to bring everything in the folder to the disk (fsync), files first and then the folders that name
 * them. What the system cannot do so is left out, such as folders on Windows.
 */
export async function flushFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = (isFolder: boolean) =>
    entries
      .filter((entry) => (isFolder ? entry.isDirectory() : entry.isFile()))
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  await flushAll(paths(false), "r+");
  await flushAll([...paths(true), folder, path.dirname(folder)], "r");
}

async function flushAll(paths: readonly string[], mode: "r" | "r+"): Promise<void> {
  const waiting = [...paths];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await flush(next, mode);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function flush(target: string, mode: "r" | "r+"): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(target, mode);
  } catch {
    // The database has removed it in the meantime, or it is a folder that cannot be opened here.
    return;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (mode === "r+") throw error;
  } finally {
    await handle.close();
  }
}
