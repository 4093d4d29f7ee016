// The built product and the databases prepared with it, which are as good for the next run while no source has changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { plainEnvironment } from "./plain-environment.ts";

/** Goes with each build: those that a test has not made do not have it. */
const STAMP = "dist/server/built-from";

/** What the product is made of, and how. */
const SOURCES = ["web", "server", "db", "geodata", "package-lock.json", "vite.config.ts"];

let known: string | undefined;

/** A hash of all sources of the product. */
export function sourcesHash(): string {
  known ??= hashOf(SOURCES.flatMap(filesIn));
  return known;
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

const filesIn = (name: string): readonly string[] =>
  statSync(name).isFile()
    ? [name]
    : readdirSync(name)
        .sort()
        .flatMap((own) => filesIn(path.join(name, own)));

/** Builds the product where its sources are others than those of what is built. */
export function buildOnce(): void {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash()) return;
  execFileSync("npm", ["run", "--silent", "build"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: plainEnvironment(),
  });
  writeFileSync(STAMP, sourcesHash());
}
