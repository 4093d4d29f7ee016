// What is packed in one ZIP as the files of a package, in memory and within bounds.
import { unzipSync } from "fflate";
import { filesInMemory, type PackageFiles } from "./package-files.ts";

const MEGABYTE = 1024 * 1024;
/** No more is unpacked of a ZIP, and no more files are read of what is brought at once. */
export const MAX_UNPACKED = 200 * MEGABYTE;
export const MAX_FILES = 200;

/** What was brought is none of what can be read; the message says what it is, in words. */
export class NotBrought extends Error {}

/** What `NotBrought` expected of a ZIP. */
export const A_PACKED_PACKAGE = `a data package as a ZIP of at most ${MAX_FILES} files and ${MAX_UNPACKED / MEGABYTE} MB unpacked`;

/** Whether the bytes begin as those of a ZIP that is not empty do. */
export const isPacked = ([p, k, three, four]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && three === 3 && four === 4;

/**
 * The files in a ZIP, below the folder that all of them lie in, if there is one. What it packs is counted by its own
 * directory before any of it is unpacked, and none is unpacked further than that says. Throws NotBrought.
 */
export function packedFiles(called: string, packed: Uint8Array): PackageFiles {
  if (packed.length > MAX_UNPACKED) throw new NotBrought(inMegabytes(packed.length));
  let [bytes, count] = [0, 0];
  const contents = unzipped(packed, ({ name, originalSize }) => {
    if (name.endsWith("/") || /(^|\/)(\.|__MACOSX)/.test(name)) return false;
    bytes += originalSize;
    count += 1;
    if (bytes > MAX_UNPACKED) throw new NotBrought(inMegabytes(bytes));
    if (count > MAX_FILES) throw new NotBrought(`${count} files`);
    return true;
  });
  const names = Object.keys(contents);
  const [first = ""] = names;
  const folder = first.includes("/") ? `${first.split("/")[0]}/` : "";
  const isInFolder = folder !== "" && names.every((name) => name.startsWith(folder));
  const own = Object.entries(contents).map(
    ([name, content]) => [isInFolder ? name.slice(folder.length) : name, content] as const,
  );
  return filesInMemory(called, Object.fromEntries(own));
}

function unzipped(
  packed: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(packed, { filter });
  } catch (error) {
    if (error instanceof NotBrought) throw error;
    throw new NotBrought("a ZIP that is damaged or cut off");
  }
}

/** Of files that are brought side by side. */
export function refuseManyFiles(count: number): void {
  if (count > MAX_FILES) throw new NotBrought(`${count} files`);
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE)} MB`;
