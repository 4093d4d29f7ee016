// Data directories with an embedded database as the built product leaves it, made once in a run. Tests that are not of a
// first start take copies of them: that is a second or two, and a first start is twenty.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CALAIS } from "../packages/packages.ts";
import { plainEnvironment } from "./plain-environment.ts";

/** Up to date: `empty` holds no dataset, `loaded` the package that is shipped. Nobody opens them. */
export type Prepared = { readonly empty: string; readonly loaded: string };

/** Tells the workers where they are. */
const VARIABLE = "ROCADE_TEST_PREPARED";

/** Makes them with the built product, once in a run; they are gone when it ends. */
export function prepareOnce(): Prepared {
  const before = prepared();
  if (before) return before;
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-prepared-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const made = inFolder(folder);
  const run = (DATA_DIR: string, ...args: readonly string[]) => {
    const env = { ...plainEnvironment(), DATABASE_URL: "", DATA_DIR };
    return spawnSync(process.execPath, ["dist/server/import.js", ...args], { env });
  };
  // There is nothing to remove, which is told when the database is there.
  run(made.empty, "--remove", "none");
  copyDatabase(made.empty, made.loaded);
  const { status, stderr } = run(made.loaded, CALAIS);
  if (status !== 0) throw new Error(stderr.toString());
  process.env[VARIABLE] = folder;
  return made;
}

/** Undefined where the run has made none: its product was started by somebody else. */
export function prepared(): Prepared | undefined {
  const folder = process.env[VARIABLE];
  return folder === undefined ? undefined : inFolder(folder);
}

const inFolder = (folder: string): Prepared => ({
  empty: path.join(folder, "empty"),
  loaded: path.join(folder, "loaded"),
});

/** Copies a data directory that nobody uses, without the lock of its last user. */
export function copyDatabase(from: string, to: string): void {
  const files = path.join(from, "pg");
  if (!existsSync(files)) throw new Error(`there is no database in ${from}`);
  cpSync(files, path.join(to, "pg"), { recursive: true });
}
