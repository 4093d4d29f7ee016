// What is packed in one ZIP as the files of a package, in memory and within bounds.
import { inEnglish, NotTaken, type Phrase } from "../refusal/refusal.ts";
import { filesInMemory, type PackageFiles } from "./package-files.ts";
import { WrongZip, zipEntries } from "./unzip.ts";

const MEGABYTE = 1024 * 1024;
/** No more is unpacked of a ZIP, and no more files are read of what is brought at once. */
export const MAX_UNPACKED = 200 * MEGABYTE;
export const MAX_FILES = 200;

/** What was brought is none of what can be read. */
export class NotBrought extends NotTaken {}

/** What `NotBrought` expected of a ZIP, in English. */
export const A_PACKED_PACKAGE = inEnglish(["packed-package", MAX_FILES, MAX_UNPACKED / MEGABYTE]);

/** What `NotBrought` expected of whatever was brought. */
export const A_TABLE_OR_PACKAGE: Phrase = [
  "table-or-packed-package",
  MAX_FILES,
  MAX_UNPACKED / MEGABYTE,
];

/** Whether the bytes begin as those of a ZIP that is not empty do. */
export const isPacked = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4;

/**
 * The files in a ZIP, below the folder that all of them lie in, if there is one. What it packs is counted by its own
 * directory before any of it is unpacked, and one that has another size than that says is refused. Throws NotBrought.
 */
export function packedFiles(called: string, packed: Uint8Array): PackageFiles {
  if (packed.length > MAX_UNPACKED) throw new NotBrought(inMegabytes(packed.length));
  const contents = unzipped(packed);
  const [first = ""] = contents.keys();
  const folder = first.includes("/") ? `${first.split("/")[0]}/` : "";
  const isInFolder = folder !== "" && [...contents.keys()].every((name) => name.startsWith(folder));
  const own = [...contents].map(
    ([name, content]) => [isInFolder ? name.slice(folder.length) : name, content] as const,
  );
  return filesInMemory(called, Object.fromEntries(own));
}

function unzipped(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    const entries = zipEntries(packed).filter(({ name }) => !/\/$|(^|\/)(\.|__MACOSX)/.test(name));
    const bytes = entries.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MAX_UNPACKED) throw new NotBrought(inMegabytes(bytes));
    refuseManyFiles(entries.length);
    return new Map(entries.map(({ name, unpacked }) => [name, unpacked()]));
  } catch (error) {
    throw error instanceof WrongZip ? new NotBrought(error.got) : error;
  }
}

/** Of files that are brought side by side. */
export function refuseManyFiles(count: number): void {
  if (count > MAX_FILES) throw new NotBrought(["files", count]);
}

const inMegabytes = (bytes: number): Phrase => ["megabytes", Math.ceil(bytes / MEGABYTE)];
