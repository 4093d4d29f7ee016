// A publish that changes a few rows among many: how long its parts take, and how pages and tiles of the version before are
// answered beside those of the newest.
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { build } from "vite";
import {
  importRate,
  itemsAddress,
  median,
  somePositions,
  tileAddress,
} from "./asked-of-events.mjs";
import { rateOf } from "./load.mjs";
import { boxQuestions, tileQuestions } from "./questions.mjs";
import { startService } from "./running-product.mjs";
import { writeSyntheticPackage } from "./synthetic-package.mjs";
import { withCluster } from "./with-cluster.mjs";

const QUESTIONS = 60_000;

/** Answers figures and prints them; needs the programs of PostgreSQL, and says so where they are not. */
export async function benchPublish(print, { folder, isQuick }) {
  const [events, changed] = isQuick ? [20_000, 100] : [1_000_000, 1000];
  const timing = { rounds: isQuick ? 2 : 5, seconds: isQuick ? 2 : 5, atOnce: 4, folder };
  return withCluster(print, "Publishes", async ({ cluster }) => {
    const source = path.join(folder, `publish-${events}`);
    await writeSyntheticPackage(source, { events });
    const settings = { DATABASE_URL: cluster.url, DATA_PACKAGE: source };
    const first = importRate(source, events, settings);
    execFileSync("psql", ["-q", "-X", cluster.url, "-c", "VACUUM ANALYZE"], { stdio: "ignore" });
    await changeSome(source, events, changed);
    print(`A publish of ${changed} changed rows among ${events} events`);
    const publish = await timePublish(cluster.url, source);
    print(
      `  read and compared ${Math.round(events / publish.reading)} rows a second (the first import: ${Math.round(first)}); then ${publish.writing.toFixed(2)} s to its end, ${publish.protecting.toFixed(2)} of them for earlier versions`,
    );
    const service = await startService(settings);
    try {
      const answers = await besideNewest(print, service, timing);
      return { events, changed, firstRowsPerSecond: first, publish, ...answers };
    } finally {
      await service.stop();
    }
  });
}

/** Gives rows at even distances another title, and the package the next label. */
async function changeSome(source, events, count) {
  const file = path.join(source, "events.csv");
  const every = Math.floor(events / count);
  const changedLines = async function* () {
    let number = 0;
    let part = "";
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const isChanged = number > 0 && number % every === 0;
      part += `${isChanged ? line.replace(" of ", " outside ") : line}\n`;
      number += 1;
      if (part.length < 100_000) continue;
      yield part;
      part = "";
    }
    yield part;
  };
  await pipeline(Readable.from(changedLines()), createWriteStream(`${file}.changed`));
  execFileSync("mv", [`${file}.changed`, file]);
  const descriptor = path.join(source, "datapackage.json");
  writeFileSync(
    descriptor,
    JSON.stringify({ ...JSON.parse(readFileSync(descriptor, "utf8")), version: "2" }),
  );
}

/**
 * Seconds until all rows were read beside those that are stored, from there to the end, and those for earlier versions. The
 * program is bundled as the commands are: modules that Vite serves one by one are a third slower.
 */
async function timePublish(url, source) {
  const outDir = "dist/bench";
  await build({
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, external: ["@electric-sql/pglite", "@electric-sql/pglite-postgis"] },
    build: { ssr: "tests/bench/timed-publish.ts", outDir, target: "node20" },
  });
  const program = path.join(outDir, "timed-publish.js");
  const flags = ["--max-semi-space-size=32"];
  return JSON.parse(execFileSync(process.execPath, [...flags, program, url, source]).toString());
}

/** Rates of the version before beside those of the newest, in turn; the medians. The first round is not counted. */
async function besideNewest(print, service, timing) {
  const api = `${service.address}/api/collections/events`;
  const asked = {
    pages: boxQuestions(QUESTIONS).map((question) => itemsAddress(api, question)),
    tiles: tileQuestions(QUESTIONS, await somePositions(api)).map((one) => tileAddress(api, one)),
  };
  const figures = {};
  for (const [name, addresses] of Object.entries(asked)) {
    const rounds = [];
    for (let round = 0; round <= timing.rounds; round++) {
      const some = () => addresses.splice(0, Math.floor(QUESTIONS / (timing.rounds + 1) / 2));
      const newest = await rateOf(some(), timing);
      const former = await rateOf(
        some().map((address) => `${address}&asOf=1`),
        timing,
      );
      if (round > 0) rounds.push({ newest: newest.rate, former: former.rate });
    }
    const [newest, former] = ["newest", "former"].map((of) => median(rounds.map((one) => one[of])));
    figures[name] = { newest, former, times: newest / former };
    print(
      `  ${name.padEnd(6)} ${newest.toFixed(1)} a second of the newest, ${former.toFixed(1)} of the version before: ${(newest / former).toFixed(2)} times the time`,
    );
  }
  return figures;
}
