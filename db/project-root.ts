import { existsSync } from "node:fs";
import path from "node:path";

/** The folder of package.json, from a source file or from the built bundle alike. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("package.json was not found above the program");
    folder = parent;
  }
  return folder;
}

/** Reads `.env` beside package.json into the environment, where it is there; what the environment has already stays. */
export function readEnvironmentFile(): void {
  try {
    process.loadEnvFile(path.join(projectRoot(), ".env"));
  } catch {
    // There is none: the usual case.
  }
}
