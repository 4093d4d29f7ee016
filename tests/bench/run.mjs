// `npm run bench`: figures as ratios in one run, because machines are noisy. Prints a table, writes bench.json.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { benchPictures } from "./pictures.mjs";
import { benchScrubbing } from "./scrubbing.mjs";

const BENCHES = { scrubbing: benchScrubbing, pictures: benchPictures };

const HELP = `npm run bench [-- ${Object.keys(BENCHES).join(" | ")}]: measures what is named, or all; writes bench.json

  scrubbing  a step of the date against a bare repaint of the same map
  pictures   pictures a second: drawn anew, from the cache, and known to the client
`;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES) && name !== "--help");
if (asked.includes("--help") || unknown.length > 0) {
  process.stdout.write(unknown.length > 0 ? `there is no ${unknown.join(", ")}\n\n${HELP}` : HELP);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const folder = mkdtempSync(path.join(tmpdir(), "rocade-bench-"));
process.env.DATA_DIR = folder;
const print = (line) => process.stdout.write(`${line}\n`);
const results = { cores: cpus().length, processor: cpus()[0]?.model, node: process.version };
try {
  print(`\n${results.cores} cores, ${results.processor}, Node ${results.node}\n`);
  if (asked.length === 0 || asked.includes("pictures"))
    execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    results[name] = await bench(print);
    print("");
  }
  writeFileSync("bench.json", `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
