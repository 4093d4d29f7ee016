// `npm run bench`: figures as ratios in one run, because machines are noisy. Prints tables, writes bench.json.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { buildOnce } from "../../server/build/build-once.mjs";
import { wordsOf } from "../run-script.mjs";
import { chromiumPath } from "../support/browser/chromium-path.mjs";
import { benchCrowd } from "./crowd.mjs";
import { benchPictures } from "./pictures.mjs";
import { benchPublish } from "./publish.mjs";
import { benchScrubbing } from "./scrubbing.mjs";
import { benchServer } from "./server.mjs";
import { benchStart } from "./start.mjs";

const BENCHES = {
  scrubbing: benchScrubbing,
  crowd: benchCrowd,
  server: benchServer,
  publish: benchPublish,
  start: benchStart,
  pictures: benchPictures,
};
/** Those of which there is a quick form. */
const QUICK = ["crowd", "server", "publish", "start"];

/** Those that measure in a browser. */
const IN_BROWSER = ["scrubbing", "crowd", "start"];

const HELP = `npm run bench [-- ${Object.keys(BENCHES).join(" | ")}] [--quick]: measures what is named, or all; writes bench.json

  scrubbing  a step of the date against a bare repaint of the same map
  crowd      a step of the date among 1000 to 1 000 000 events: our layer, MapLibre, deck.gl
  server     pages and tiles a second against the bare statements (pgbench), and against MapServer; memory
  publish    a publish of few changed rows among a million, and the version before beside the newest
  start      service and page, cold and warm, and what is sent; the slider, also on a slower processor, and long tasks
  pictures   pictures a second: drawn anew, from the cache, and known to the client

  --quick    fewer and smaller: ${QUICK.join(", ")} in under three minutes
`;

const asked = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const flags = process.argv.slice(2).filter((name) => name.startsWith("--"));
const unknown = [
  ...asked.filter((name) => !(name in BENCHES)),
  ...flags.filter((flag) => !["--help", "--quick"].includes(flag)),
];
if (flags.includes("--help") || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`there is no ${unknown.join(", ")}\n\n${HELP}`);
  else process.stdout.write(HELP);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const isQuick = flags.includes("--quick");
const wanted = asked.length > 0 ? asked : isQuick ? QUICK : Object.keys(BENCHES);
const leftOut = existsSync(chromiumPath())
  ? []
  : wanted.filter((name) => IN_BROWSER.includes(name));
const names = wanted.filter((name) => !leftOut.includes(name));
const folder = mkdtempSync(path.join(tmpdir(), "rocade-bench-"));
// A folder that only the service writes into.
process.env.DATA_DIR = path.join(folder, "data");
const print = (line) => process.stdout.write(`${line}\n`);
const results = {
  machine: {
    cores: cpus().length,
    processor: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    hugePages: hugePages(),
  },
  isQuick,
  leftOut,
};
let code = 0;
try {
  const { cores, memoryGiB, node, processor } = results.machine;
  const pages = results.machine.hugePages ? ", huge pages" : "";
  print(`\n${cores} cores, ${processor}, ${memoryGiB} GiB${pages}, Node ${node}\n`);
  if (leftOut.length > 0)
    print(
      `left out: ${leftOut.join(", ")}, which measure in a browser; there is no Chromium at ${chromiumPath()} (CHROMIUM_PATH)\n`,
    );
  if (names.length > 0) await buildOnce(["web", "server"]);
  for (const name of names) {
    const started = performance.now();
    results[name] = await BENCHES[name](print, { folder, isQuick });
    print(`  (${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
  }
  if (names.length > 0) writeFileSync("bench.json", `${JSON.stringify(results, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  code = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

/** Huge pages that the machine keeps, which PostgreSQL uses where there are enough: what is read costs less. */
function hugePages() {
  const file = "/proc/meminfo";
  if (!existsSync(file)) return 0;
  return Number(/HugePages_Total:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0);
}
