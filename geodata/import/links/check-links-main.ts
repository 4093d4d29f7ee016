// `npm run check-links -- <folder>`: writes links.csv into a data package.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describeTable } from "../describe-tables.ts";
import { filesOnDisk } from "../disk/files-on-disk.ts";
import { inspectPackage } from "../inspect-package.ts";
import { DESCRIPTOR_FILE } from "../read/descriptor.ts";
import { printRowProblem } from "../row-problem.ts";
import { complain, runCommand, say } from "../run-command.ts";
import { checkLinks } from "./check-links.ts";

const HELP = `npm run check-links -- <folder>

Asks the address of every source in the data package whether it still answers, and writes what it found, with the day,
into links.csv of the package. Needs a network; when no address at all answers, nothing is written.
`;

const TIMEOUT_MS = 15_000;
const AT_ONCE = 6;

async function checkLinksOf(folder: string): Promise<number> {
  const { dataPackage, problems } = await inspectPackage(filesOnDisk(folder));
  if (!dataPackage || problems.length > 0) {
    for (const problem of problems) complain(printRowProblem(problem));
    return 1;
  }
  const links = dataPackage.tables.sources.flatMap(({ values: { id, url } }) =>
    url ? { id, url } : [],
  );
  const checked = await checkLinks(links, {
    timeoutMs: TIMEOUT_MS,
    atOnce: AT_ONCE,
    onProgress: (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done}/${total}`);
    },
  });
  if (checked.every(({ httpStatus }) => httpStatus === null)) {
    complain("No address answered: is there a network? Nothing was written.");
    return 1;
  }
  const today = new Date().toISOString().slice(0, 10);
  const rows = checked.map(({ id, status, httpStatus }) =>
    [id, status, today, httpStatus ?? ""].join(","),
  );
  await writeFile(
    path.join(folder, "links.csv"),
    `${["id,status,checked_on,http_status", ...rows].join("\n")}\n`,
  );
  await nameResource(folder);
  for (const status of ["alive", "dead", "unclear"] as const)
    say(`${checked.filter((link) => link.status === status).length} ${status}`);
  return 0;
}

/** Adds links.csv to the resources of the descriptor when it is not among them. */
async function nameResource(folder: string): Promise<void> {
  const file = path.join(folder, DESCRIPTOR_FILE);
  const descriptor = JSON.parse(await readFile(file, "utf8")) as { resources: { name: string }[] };
  if (descriptor.resources.some(({ name }) => name === "links")) return;
  const resource = {
    name: "links",
    path: "links.csv",
    format: "csv",
    schema: describeTable("links", []),
  };
  const resources = [...descriptor.resources, resource];
  await writeFile(file, `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`);
}

await runCommand({ help: HELP, target: "folder", flags: [] }, checkLinksOf);
