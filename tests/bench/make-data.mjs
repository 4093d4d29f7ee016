// `npm run bench:data`: writes an invented package of any size and brings it into the database by the ordinary import.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readArguments, runScript, WrongUse } from "../run-script.mjs";
import { writeSyntheticPackage } from "./synthetic-package.mjs";

const HELP = `npm run bench:data -- [--events 1000000] [--seed 1] [--folder .data/synthetic] [--only-write]

Writes a data package of invented events (the same seed, the same bytes) and imports it: into DATABASE_URL, or the
embedded database. Serve it with DATA_PACKAGE=<folder> npm start.
`;

const OPTIONS = {
  events: { type: "string", default: "1000000" },
  seed: { type: "string", default: "1" },
  folder: { type: "string", default: ".data/synthetic" },
  "only-write": { type: "boolean", default: false },
};

async function main() {
  const { values } = readArguments(OPTIONS, 0);
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [events, seed] = [Number(values.events), Number(values.seed)];
  if (!(Number.isInteger(events) && events > 0 && Number.isInteger(seed)))
    throw new WrongUse(
      `--events and --seed are whole numbers, got ${values.events}, ${values.seed}`,
    );
  const seconds = (since) => (performance.now() - since) / 1000;
  const folder = path.resolve(values.folder);
  const written = performance.now();
  await writeSyntheticPackage(folder, { events, seed });
  process.stdout.write(`${folder}: ${events} events written in ${seconds(written).toFixed(1)} s\n`);
  if (values["only-write"]) return;
  const imported = performance.now();
  const args = ["run", "--silent", "import", "--", folder];
  // It has said itself what is wrong.
  if (spawnSync("npm", args, { stdio: "inherit" }).status !== 0)
    throw new Error(`${folder} was written, and not imported`);
  const taken = seconds(imported);
  process.stdout.write(
    `${taken.toFixed(1)} s with building the command, ${Math.round(events / taken)} events a second\n`,
  );
}

await runScript(HELP, main);
