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
