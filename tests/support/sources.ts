// The files of the project and what they import, for tests of how the house is built.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** All that git knows and does not ignore. */
export const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard"],
  {
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
export const sources = files.filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith(".d.ts"));

export type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

/** Every import of a file, resolved to a path of ours or left as a package's name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\s+"([^"]+)"|import\("([^"]+)"\)/g;
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? "";
    return { from: file, to: resolve(file, target), isType: match[1] !== undefined };
  });
}

function resolve(file: string, target: string): string {
  if (target.startsWith(".")) return path.join(path.dirname(file), target);
  const [folder, ...rest] = target.split("/");
  const roots: Readonly<Record<string, string>> = {
    "#model": "geodata/model",
    "#domain": "geodata/domain",
    "#formats": "geodata/formats",
    "#import": "geodata/import",
    "#db": "db",
    "#server": "server",
    "#web": "web",
    "#tests": "tests",
  };
  const root = roots[folder ?? ""];
  return root ? path.join(root, ...rest) : target;
}

export const imports = sources.flatMap(importsOf);
export const product = imports.filter(({ from }) => !from.startsWith("tests/"));
