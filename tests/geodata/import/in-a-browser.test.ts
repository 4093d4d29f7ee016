// What reads a package has nothing of Node in it: as it is built for browsers it reads packages where there is no Node.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import type { filesInMemory } from "#import/files/package-files.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { LOOSE_BELLS } from "#tests/support/packages/loose.ts";
import { CALAIS, temporaryFolder } from "#tests/support/packages/packages.ts";

type Reader = {
  readonly inspectPackage: typeof inspectPackage;
  readonly filesInMemory: typeof filesInMemory;
};

/** The reader as a browser would load it, in a world that has what every browser has, and no more. */
async function readerInBrowser(): Promise<Reader> {
  const entry = path.join(temporaryFolder("reader"), "reader.ts");
  const exported = ["inspect-package.ts", "files/package-files.ts"].map(
    (file) => `export * from ${JSON.stringify(path.join(projectRoot(), "geodata/import", file))};`,
  );
  writeFileSync(entry, exported.join("\n"));
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "reader" },
    },
  });
  const [{ output }] = built as unknown as [{ output: readonly { readonly code: string }[] }];
  const { code = "" } = output[0] ?? {};
  // What Vite puts in the place of modules of Node.
  expect(code).not.toContain("browser-external");
  const world = createContext({ TextDecoder, TextEncoder, URL });
  return runInContext(`${code}; reader`, world);
}

/** The files of a folder in memory. */
const contentsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      new Uint8Array(readFileSync(path.join(folder, name))),
    ]),
  );

describe("the reader of packages, in a browser", () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await readerInBrowser();
  });

  it("finds in a package what it finds in Node", async () => {
    const files = reader.filesInMemory("calais", contentsOf(CALAIS));
    const { problems, rows, where } = await reader.inspectPackage(files);
    const inNode = await inspectPackage(filesOnDisk(CALAIS));
    expect(problems).toEqual([]);
    expect({ rows, where }).toEqual({ rows: inNode.rows, where: inNode.where });
  });

  it("reads a file without a descriptor, and tells what is wrong with another", async () => {
    const read = async (content: string | Uint8Array) =>
      reader.inspectPackage(reader.filesInMemory("bells.csv", { "bells.csv": content }));
    expect(await read(LOOSE_BELLS)).toMatchObject({ problems: [], rows: 2 });
    const latin = Uint8Array.from(`${LOOSE_BELLS}\u00e9,1871,45,5\n`, (one) => one.charCodeAt(0));
    expect(await read(latin)).toMatchObject({ problems: [], rows: 3 });
    expect((await read(`${LOOSE_BELLS}"bell,1871,45,5\n`)).problems[0]).toMatchObject({
      line: 4,
      got: 'a quote (") that is never closed',
    });
  });
});
