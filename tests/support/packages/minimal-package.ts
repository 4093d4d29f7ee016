// The least that a package may be: a name, and one file with titles, dates and positions.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./packages.ts";

export const MINIMAL_ROWS = [
  ["First bell", "1871-03-18", "45.1", "5.25"],
  ["Second bell", "1871-03-20", "45.12", "5.3"],
  ["Second bell", "1871-03-20", "45.12", "5.3"],
  ["Ярмарка", "1871-03", "45.2", "5.4"],
] as const;

/** A folder with such a package; `block` is its `rocade`, if it has one. */
export function minimalPackage(block?: object): string {
  const folder = temporaryFolder("minimal");
  const rows = [["title", "date", "lat", "lon"], ...MINIMAL_ROWS];
  writeFileSync(path.join(folder, "bells.csv"), `${rows.join("\n")}\n`);
  const descriptor = {
    name: "bells",
    ...(block ? { rocade: block } : {}),
    resources: [{ name: "events", path: "bells.csv" }],
  };
  writeFileSync(path.join(folder, "datapackage.json"), JSON.stringify(descriptor));
  return folder;
}
