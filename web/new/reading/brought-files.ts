// What a reader brings as the files of a package: files, a folder, or what is packed in one ZIP.
import { unzipSync } from "fflate";
import { filesInMemory, type PackageFiles } from "#import/files/package-files.ts";

/** A file with its path below the folder that was brought. */
export type Brought = { readonly path: string; readonly file: File };

const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_FILES = 200;

/** What was brought is none of what can be read; the message says why. */
export class NotBrought extends Error {}

/** The files as they are read, none of them held in memory until it is asked for. */
export async function broughtFiles(brought: readonly Brought[]): Promise<PackageFiles> {
  const [one, ...others] = brought;
  if (!one) throw new NotBrought("nothing");
  if (others.length === 0) return (await isPackedPackage(one)) ? unpacked(one) : oneFile(one);
  if (brought.length > MAX_FILES) throw new NotBrought(`${brought.length} files`);
  const folder = one.path.includes("/") ? `${one.path.split("/")[0]}/` : "";
  const byPath = new Map(
    brought.map(({ file, path }) => [
      path.startsWith(folder) ? path.slice(folder.length) : path,
      file,
    ]),
  );
  return {
    called: folder === "" ? one.path : folder.slice(0, -1),
    names: [...byPath.keys()].filter((path) => !path.includes("/")),
    isOneFile: false,
    size: (path) => byPath.get(path)?.size,
    read: (path) => bytesOf(byPath.get(path), path),
  };
}

const oneFile = ({ file }: Brought): PackageFiles => ({
  called: file.name,
  names: [file.name],
  isOneFile: true,
  size: () => file.size,
  read: (path) => bytesOf(file, path),
});

async function* bytesOf(file: File | undefined, path: string): AsyncGenerator<Uint8Array> {
  if (!file) throw Object.assign(new Error(path), { code: "ENOENT" });
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** A spreadsheet is a ZIP, too: a package is one that is called so. */
async function isPackedPackage({ file }: Brought): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b && /\.zip$/i.test(file.name);
}

/** The files in a ZIP, of which no more is unpacked than is read of anything. */
async function unpacked({ file }: Brought): Promise<PackageFiles> {
  if (file.size > MAX_UNPACKED) throw new NotBrought(inMegabytes(file.size));
  const packed = new Uint8Array(await file.arrayBuffer());
  let [bytes, count] = [0, 0];
  const contents = unzipSync(packed, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith("/") || /(^|\/)(\.|__MACOSX)/.test(name)) return false;
      bytes += originalSize;
      count += 1;
      if (bytes > MAX_UNPACKED) throw new NotBrought(inMegabytes(bytes));
      if (count > MAX_FILES) throw new NotBrought(`${count} files`);
      return true;
    },
  });
  const names = Object.keys(contents);
  const [first = ""] = names;
  const folder = first.includes("/") ? `${first.split("/")[0]}/` : "";
  const isInFolder = folder !== "" && names.every((name) => name.startsWith(folder));
  const own = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [
      isInFolder ? name.slice(folder.length) : name,
      content,
    ]),
  );
  return filesInMemory(file.name, own);
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
