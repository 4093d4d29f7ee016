// What a reader brings as the files of a package: files, a folder, or what is packed in one ZIP.
import type { PackageFiles } from "#import/files/package-files.ts";
import { isPacked, NotBrought, packedFiles, refuseManyFiles } from "#import/files/packed-files.ts";

/** A file with its path below the folder that was brought. */
export type Brought = { readonly path: string; readonly file: File };

/** The files as they are read, none of them held in memory until it is asked for. Throws NotBrought. */
export async function broughtFiles(brought: readonly Brought[]): Promise<PackageFiles> {
  const [one, ...others] = brought;
  if (!one) throw new NotBrought(["nothing"]);
  if (others.length === 0)
    return (await isPackedPackage(one))
      ? packedFiles(one.file.name, new Uint8Array(await one.file.arrayBuffer()))
      : oneFile(one);
  refuseManyFiles(brought.length);
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
  return (
    /\.zip$/i.test(file.name) && isPacked(new Uint8Array(await file.slice(0, 4).arrayBuffer()))
  );
}
