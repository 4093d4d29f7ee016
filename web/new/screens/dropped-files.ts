// The files of what was dropped; of a folder all that are in it, with their paths.
import type { Brought } from "../reading/brought-files.ts";

const MOST = 500;

export async function droppedFiles(dropped: DataTransfer): Promise<readonly Brought[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...dropped.files].map((file) => ({ path: file.name, file }));
  const all: Brought[] = [];
  for (const entry of entries) await gather(entry, all);
  return all;
}

async function gather(entry: FileSystemEntry, all: Brought[]): Promise<void> {
  if (all.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    all.push({ path: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await gather(one, all);
  }
}
