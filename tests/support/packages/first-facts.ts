// The facts of Calais as they were first published, and as they were corrected, under a name of their own. The fixture has
// the tables of 1.0.0, in which EDTF texts that are narrower than their days are marked `~`, as the import asks since; the
// rest of the package is as it is now, without what 1.2.0 derived from its tables.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { projectRoot } from "#db/project-root.ts";
import { CALAIS, relabel, temporaryFolder } from "./packages.ts";

const DERIVED = ["citations", "attestations"];
const FIXTURE = path.join(projectRoot(), "tests", "fixtures", "calais-1.0.0.zip");

/** A folder with the package of the label. */
export function firstFacts(id: string, label: "1.0.0" | "1.1.0"): string {
  const folder = temporaryFolder("first-facts");
  cpSync(CALAIS, folder, { recursive: true });
  relabel(folder, label);
  const file = path.join(folder, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8"));
  descriptor.name = id;
  descriptor.resources = descriptor.resources.filter(
    ({ name }: { name: string }) => !DERIVED.includes(name),
  );
  writeFileSync(file, JSON.stringify(descriptor));
  for (const name of DERIVED) rmSync(path.join(folder, `${name}.csv`));
  if (label === "1.0.0")
    for (const [name, text] of Object.entries(unzipSync(readFileSync(FIXTURE))))
      writeFileSync(path.join(folder, name), text);
  return folder;
}
