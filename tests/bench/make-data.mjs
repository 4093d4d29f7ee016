// `npm run bench:data`: writes an invented package of any size and brings it into the database by the ordinary import.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeSyntheticPackage } from "./synthetic-package.mjs";

const HELP = `npm run bench:data -- [--events 1000000] [--seed 1] [--folder .data/synthetic] [--only-write]

Writes a data package of invented events (the same seed, the same bytes) and imports it: into DATABASE_URL, or the
embedded database. Serve it with DATA_PACKAGE=<folder> npm start.
`;

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    folder: { type: "string", default: ".data/synthetic" },
    "only-write": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [events, seed] = [Number(values.events), Number(values.seed)];
const isRight = Number.isInteger(events) && events > 0 && Number.isInteger(seed);
if (values.help || !isRight) {
  process.stdout.write(
    values.help
      ? HELP
      : `--events and --seed are whole numbers, got ${values.events}, ${values.seed}\n\n${HELP}`,
  );
  process.exit(values.help ? 0 : 1);
}
const folder = path.resolve(values.folder);
const seconds = (since) => (performance.now() - since) / 1000;
const written = performance.now();
await writeSyntheticPackage(folder, { events, seed });
process.stdout.write(`${folder}: ${events} events written in ${seconds(written).toFixed(1)} s\n`);
if (values["only-write"]) process.exit();
const imported = performance.now();
execFileSync("npm", ["run", "--silent", "import", "--", folder], { stdio: "inherit" });
const taken = seconds(imported);
process.stdout.write(
  `${taken.toFixed(1)} s with building the command, ${Math.round(events / taken)} events a second\n`,
);
