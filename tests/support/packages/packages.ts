import { hash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "#db/project-root.ts";

export const CALAIS = path.join(projectRoot(), "geodata", "calais");

const made: string[] = [];
process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the worker ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `rocade-${name}-`));
  made.push(folder);
  return folder;
}

/** Gives the package in the folder another label: under the one that it has, other content may be published already. */
export function relabel(folder: string, label: string): void {
  const file = path.join(folder, "datapackage.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/"version":\s*"[^"]*"/, `"version": "${label}"`));
}

/** The events of Calais with another category of one, and one less. */
export const otherEvents = (text: string): string =>
  text
    .split("\n")
    .filter((row) => !row.startsWith("loon-plage-11feb16,"))
    .map((row) =>
      row.startsWith("blockade-5sep16,") ? row.replace(",blockade,", ",protest,") : row,
    )
    .join("\n");

/** A copy of the Calais package with one file rewritten, under a label of its own. */
export function changedPackage(file: string, change: (text: string) => string): string {
  const folder = temporaryFolder("package");
  cpSync(CALAIS, folder, { recursive: true });
  const target = path.join(folder, file);
  const before = readFileSync(target, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`the change did not touch ${file}`);
  writeFileSync(target, after);
  if (file !== "datapackage.json")
    relabel(folder, `9.${Number.parseInt(hash("sha1", after).slice(0, 8), 16)}`);
  return folder;
}
