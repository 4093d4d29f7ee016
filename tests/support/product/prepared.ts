// Data directories with an embedded database as the built product leaves it, made once for the same
// sources. Tests that are not of a first start take copies of them: that is a second or two, and a first start is twenty.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import path from "node:path";
import { sourcesHash } from "#server/build/build-once.mjs";
import { CALAIS } from "../packages/packages.ts";
import { plainEnvironment } from "./plain-environment.ts";
import { SHORT_LIVED } from "./short-lived.ts";

/** Up to date: `empty` holds no dataset, `loaded` the package that is shipped. Nobody opens them. */
export type Prepared = { readonly empty: string; readonly loaded: string };

const PREPARED = ".cache/prepared";
const LONGEST_RUN_MS = 3 * 3_600_000;
/** Tells the workers where they are. */
const VARIABLE = "ROCADE_TEST_PREPARED";

/** Makes them with the built product, unless an earlier run has from the same sources. */
export function prepareOnce(): Prepared {
  const folder = path.resolve(PREPARED, sourcesHash([CALAIS]));
  if (!existsSync(folder)) {
    removeFormer();
    prepareIn(folder);
  }
  const now = new Date();
  utimesSync(folder, now, now);
  process.env[VARIABLE] = folder;
  return inFolder(folder);
}

/** Those of other sources, which no run uses any more. */
function removeFormer(): void {
  mkdirSync(PREPARED, { recursive: true });
  for (const name of readdirSync(PREPARED)) {
    const former = path.join(PREPARED, name);
    if (Date.now() - statSync(former).mtimeMs > LONGEST_RUN_MS) rmSync(former, { recursive: true });
  }
}

function prepareIn(folder: string): void {
  // Under its name only once it is whole: another run may look for it.
  const unfinished = `${folder}-${process.pid}`;
  const { empty, loaded } = inFolder(unfinished);
  const run = (DATA_DIR: string, ...args: readonly string[]) => {
    const env = { ...plainEnvironment(), DATABASE_URL: "", DATA_DIR };
    return spawnSync(process.execPath, [...SHORT_LIVED, "dist/server/import.js", ...args], { env });
  };
  // There is nothing to remove, which is told when the database is there.
  run(empty, "--remove", "none");
  copyDatabase(empty, loaded);
  const { status, stderr } = run(loaded, CALAIS);
  if (status !== 0) throw new Error(stderr.toString());
  renameSync(unfinished, folder);
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

/** Copies a data directory that nobody uses, with an empty lock: that of its last user is not ours. */
export function copyDatabase(from: string, to: string): void {
  const files = path.join(from, "pg");
  if (!existsSync(files)) throw new Error(`there is no database in ${from}`);
  mkdirSync(path.join(to, "lock"), { recursive: true });
  cpSync(files, path.join(to, "pg"), { recursive: true });
}
