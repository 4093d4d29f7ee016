// The files of a package by their paths inside it, wherever they are: in a folder, or in memory.
import type { ToldPlace } from "../row-problem.ts";

export type PackageFiles = {
  /** What whoever brings them calls the whole: a path, or the name of a file. */
  readonly called: string;
  /** The files that lie beside each other; those in folders below are read by their paths, and not listed. */
  readonly names: readonly string[];
  /** Whether it was one file that was brought, and no folder that happens to have one. */
  readonly isOneFile: boolean;
  /** Where something stands in what was brought, where the files were made of that. */
  readonly told?: (place: ToldPlace) => ToldPlace;
  /** How many bytes a file has, where that is known without reading it. */
  readonly size?: (file: string) => number | undefined;
  /** The bytes of a file, some at once; throws what the system says of one that cannot be read. */
  readonly read: (file: string) => AsyncIterable<Uint8Array>;
};

/** How many bytes of a file are read at once. */
export const READ_BYTES = 256 * 1024;

/** Files that are in memory. */
export function filesInMemory(
  called: string,
  contents: Readonly<Record<string, string | Uint8Array>>,
): PackageFiles {
  const encoder = new TextEncoder();
  const byName = new Map(Object.entries(contents));
  return {
    called,
    names: [...byName.keys()],
    isOneFile: byName.size === 1,
    size: (file) => byName.get(file)?.length,
    read: async function* (file) {
      const content = byName.get(file);
      if (content === undefined) throw Object.assign(new Error(file), { code: "ENOENT" });
      const bytes = typeof content === "string" ? encoder.encode(content) : content;
      for (let at = 0; at < bytes.length; at += READ_BYTES)
        yield bytes.subarray(at, at + READ_BYTES);
    },
  };
}

/** The bytes of a file in one piece. */
export async function wholeFile(files: PackageFiles, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of files.read(file)) parts.push(part);
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
