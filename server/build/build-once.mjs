// Builds the product where its sources are not those that it was built from.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

/** What the product is made of, and how; the packages of data are read when it runs. */
const SOURCES = [
  ...["web", "server", "db"],
  ...["domain", "formats", "import", "model"].map((name) => `geodata/${name}`),
  ...["package.json", "package-lock.json", "vite.config.ts"],
];

/** Its parts, with how each is built. A stamp in the folder says from what; the build itself empties the folder. */
const PARTS = {
  web: { args: ["build"], folder: "dist/web" },
  server: { args: ["build", "--ssr"], folder: "dist/server" },
};
const STAMP = ".built-from";

let known;

/** A hash of all sources of the product and of the `others`, files and folders, as text. */
export function sourcesHash(others = []) {
  if (others.length > 0) return hashOf([...SOURCES, ...others]);
  known ??= hashOf(SOURCES);
  return known;
}

function hashOf(names) {
  const hash = createHash("sha256");
  for (const file of names.flatMap((name) => filesIn(path.resolve(ROOT, name))))
    hash.update(`${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

const filesIn = (name) =>
  statSync(name).isFile()
    ? [name]
    : readdirSync(name)
        .sort()
        .flatMap((own) => filesIn(path.join(name, own)));

/**
 * Builds the parts, "web" and "server", of which the sources have changed; `isAnew` builds them in any case. Rejects when
 * one cannot be built: what is wrong has been printed then.
 */
export async function buildOnce(parts, { isAnew = false } = {}) {
  for (const part of parts) {
    const { args, folder } = PARTS[part];
    const stamp = path.join(ROOT, folder, STAMP);
    const isBuilt = existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();
    if (isBuilt && !isAnew) continue;
    await runVite(args);
    writeFileSync(stamp, sourcesHash());
  }
}

/** What it prints goes to stderr: stdout is the program's. */
function runVite(args) {
  const vite = path.join(ROOT, "node_modules", "vite", "bin", "vite.js");
  if (!existsSync(vite))
    throw new Error("the product is not built, and Vite is not there to build it: npm ci first");
  // It is the same product whoever builds it, a test runner too.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const building = spawn(process.execPath, [vite, ...args, "--logLevel", "warn"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", 2, 2],
  });
  const end = (signal) => building.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.once(signal, end);
  return new Promise((resolve, reject) => {
    building.once("error", reject);
    building.once("exit", (code, signal) => {
      for (const one of signals) process.off(one, end);
      if (code === 0) resolve();
      else reject(new Error(`the build ended with ${signal ?? code}`));
    });
  });
}
