// Pages and tiles of datasets from a thousand to a million events: answers a second beside the bare statements sent by
// pgbench to the same database, and beside MapServer on the same table.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  importRate,
  itemsAddress,
  median,
  somePositions,
  tileAddress,
} from "./asked-of-events.mjs";
import { exponentOf } from "./growth.mjs";
import { asker, rateOf } from "./load.mjs";
import { layerOf, missingOfMapServer, startMapServer } from "./mapserver.mjs";
import { boxQuestions, MONTHS, tileQuestions } from "./questions.mjs";
import { ask, startService } from "./running-product.mjs";
import { printStatement } from "./statements.mjs";
import { writeSyntheticPackage } from "./synthetic-package.mjs";
import { withCluster } from "./with-cluster.mjs";

const AT_ONCE = 4;
/** pgbench takes 128 scripts at most; so few questions would be lighter or heavier than those that the service is asked. */
const [PGBENCH_SCRIPTS, STATEMENTS_OF_SCRIPT] = [100, 20];
/** More than can be answered in all rounds: what is asked twice is answered from what is kept. */
const QUESTIONS = 160_000;

/** Answers figures and prints them; needs the programs of PostgreSQL, and says so where they are not. */
export async function benchServer(print, { folder, isQuick }) {
  const sizes = isQuick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000];
  const timing = { rounds: isQuick ? 1 : 3, seconds: isQuick ? 2 : 5, atOnce: AT_ONCE, folder };
  return withCluster(print, "Pages and tiles", async ({ binaries, cluster, load }) => {
    const figures = { askedBy: asker() };
    print(
      `Pages of 1000 and tiles of events, ${AT_ONCE} at once, questions that differ; asked by ${asker()}`,
    );
    for (const events of sizes)
      figures[events] = await benchSize(print, {
        binaries,
        cluster,
        events,
        folder,
        load,
        timing,
        isQuick,
        isLargest: events === sizes.at(-1),
      });
    const points = (of) => sizes.map((size) => [size, 1 / of(figures[size])]);
    figures.growth = {
      items: exponentOf(points(({ items }) => items.rate)),
      tiles: exponentOf(points(({ tiles }) => tiles.rate)),
    };
    print(
      `  time grows with the number of events to the power of ${figures.growth.items.toFixed(2)} for pages, ${figures.growth.tiles.toFixed(2)} for tiles`,
    );
    return figures;
  });
}

/** One size: imported, served, asked. */
async function benchSize(
  print,
  { binaries, cluster, events, folder, isLargest, isQuick, load, timing },
) {
  const database = new URL(cluster.url);
  database.pathname = `/events_${events}`;
  const psql = (...args) => execFileSync("psql", ["-q", "-X", ...args], { stdio: "ignore" });
  psql(cluster.url, "-c", `CREATE DATABASE events_${events}`);
  const source = path.join(folder, `events-${events}`);
  await writeSyntheticPackage(source, { events });
  const settings = { DATABASE_URL: database.href, DATA_PACKAGE: source };
  const importRowsPerSecond = importRate(source, events, settings);
  psql(database.href, "-c", "VACUUM ANALYZE");
  const datasetId = `synthetic-${events}`;
  const service = await startService(settings);
  try {
    print(
      `  ${String(events).padStart(8)} events: import ${Math.round(importRowsPerSecond)} a second with its start`,
    );
    const { itemsStatement, tileStatement } = await load("/tests/bench/bare-statements.ts");
    const { SESSION_SETTINGS } = await load("/db/sessions.ts");
    const api = `${service.address}/api/collections/events`;
    const bench = { binaries, folder, settings: SESSION_SETTINGS, timing, url: database.href };
    const boxes = boxQuestions(QUESTIONS);
    const items = await besideBare(bench, boxes, {
      address: (question) => itemsAddress(api, question),
      statement: (question) => itemsStatement(datasetId, question),
    });
    print(printRate("pages", items, "bare SQL"));
    const tiles = await besideBare(bench, tileQuestions(QUESTIONS, await somePositions(api)), {
      address: (question) => tileAddress(api, question),
      statement: (question) => tileStatement(datasetId, question),
    });
    print(printRate("tiles z10–16", tiles, "bare ST_AsMVT"));
    const unchanged = await shareOfUnchanged(itemsAddress(api, boxes.at(-1)), isQuick ? 50 : 200);
    print(`           304: ${(100 * unchanged).toFixed(1)} % of the time of the answer`);
    const figures = { importRowsPerSecond, startSeconds: service.seconds, items, tiles, unchanged };
    if (!isLargest) return figures;
    const memory = await memoryOver(service, boxes, api, isQuick ? 2000 : 10_000);
    print(
      `           memory: ${memory.samples.join(", ")} MB during ${memory.requests} small pages after as many`,
    );
    const mapServer = isQuick
      ? undefined
      : await besideMapServer(print, { boxes, database, datasetId, folder, items, timing });
    return { ...figures, memory, mapServer };
  } finally {
    await service.stop();
  }
}

/**
 * The service and the bare statements in turn, in sessions of the same settings, round after round; the medians. A round
 * before them is not counted: the service is compiled in it.
 */
async function besideBare(bench, questions, { address, statement }) {
  const { timing } = bench;
  const statements = questions
    .slice(0, PGBENCH_SCRIPTS * STATEMENTS_OF_SCRIPT)
    .map((question) => printStatement(statement(question)));
  const addresses = questions.map(address);
  const rounds = [];
  for (let round = 0; round <= timing.rounds; round++) {
    // Each round asks what was not asked before: nothing is answered from what is kept.
    const some = addresses.splice(0, Math.floor(QUESTIONS / (timing.rounds + 1)));
    const own = await rateOf(some, timing);
    if (round === 0) continue;
    rounds.push({ ...own, bare: pgbench(bench, statements) });
  }
  const [rate, bytes, bare] = ["rate", "bytes", "bare"].map((name) =>
    median(rounds.map((round) => round[name])),
  );
  return { rate, bytes, bare, ratio: rate / bare };
}

/** A corner of the box and few of its events. */
const smallAddress = (api, { box, month }) =>
  itemsAddress(api, {
    box: { ...box, east: box.west + 0.05, north: box.south + 0.05 },
    month,
  }).replace("limit=1000", "limit=50");

function printRate(name, { bare, bytes, rate, ratio }, what) {
  return `           ${name.padEnd(13)} ${rate.toFixed(1).padStart(7)} a second, ${Math.round(bytes / 1000)} kB each; ${what} ${bare.toFixed(1).padStart(7)}: ${ratio.toFixed(2)} of it`;
}

/** Statements a second of scripts in turn, as many at once as ask the service. */
function pgbench({ binaries, folder, settings, timing, url }, statements) {
  const scripts = path.join(folder, "pgbench");
  mkdirSync(scripts, { recursive: true });
  const files = Array.from({ length: PGBENCH_SCRIPTS }, (_, index) => {
    const file = path.join(scripts, `${index}.sql`);
    const own = statements.slice(index * STATEMENTS_OF_SCRIPT, (index + 1) * STATEMENTS_OF_SCRIPT);
    writeFileSync(file, own.map((statement) => `${statement};\n`).join(""));
    return ["-f", file];
  }).flat();
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const args = [
    "-n",
    "-T",
    String(timing.seconds),
    "-c",
    String(AT_ONCE),
    "-j",
    "2",
    "--random-seed=1",
  ];
  const printed = execFileSync(path.join(binaries, "pgbench"), [...args, ...files, url], {
    encoding: "utf8",
    env: { ...process.env, PGOPTIONS: options.join(" ") },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return STATEMENTS_OF_SCRIPT * Number(/^tps = ([\d.]+)/m.exec(printed)?.[1]);
}

/** The time of a 304 as a share of that of the answer made anew, one after the other. */
async function shareOfUnchanged(address, count) {
  const anew = performance.now();
  const { headers } = await ask(`${address}&properties=category`);
  const first = performance.now() - anew;
  const known = { "If-None-Match": headers.etag };
  await ask(`${address}&properties=category`, known);
  const started = performance.now();
  for (let index = 0; index < count; index++) await ask(`${address}&properties=category`, known);
  return (performance.now() - started) / count / first;
}

const memoryOf = (id) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) / 1024);

/** Resident memory before and ten times on the way, once as many requests have been answered: until then it is still growing. */
async function memoryOver({ id }, boxes, api, requests) {
  let next = 0;
  const askSome = async (count) => {
    const until = next + count;
    const worker = async () => {
      while (next < until) await ask(smallAddress(api, boxes[next++ % boxes.length]));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  await askSome(requests);
  const samples = [memoryOf(id)];
  while (samples.length <= 10) {
    await askSome(requests / 10);
    samples.push(memoryOf(id));
  }
  return { requests, samples };
}

async function besideMapServer(print, { boxes, database, datasetId, folder, items, timing }) {
  const missing = missingOfMapServer();
  if (missing) {
    print(
      `           MapServer: left out, there is no ${missing} (Debian: cgi-mapserver, nginx-light, spawn-fcgi)`,
    );
    return { leftOut: missing };
  }
  const months = MONTHS.map(({ first, name, until }) => [name, first, until]);
  const { address, stop } = await startMapServer(
    path.join(folder, "mapserver"),
    database.href,
    datasetId,
    months,
  );
  try {
    const addresses = boxes.map(
      ({ box, month }) =>
        `${address}/${layerOf(month.name)}/items?f=json&limit=1000&bbox=${box.west},${box.south},${box.east},${box.north}`,
    );
    await untilAnswered(addresses[0]);
    const { rate, bytes } = await rateOf(addresses, timing);
    print(
      printRate(
        "",
        { rate: items.rate, bytes, bare: rate, ratio: items.rate / rate },
        "MapServer",
      ).replace("of it", "times that"),
    );
    return { rate, ratio: items.rate / rate };
  } finally {
    stop();
  }
}

async function untilAnswered(address) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status } = await ask(address).catch(() => ({ status: 0 }));
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("MapServer does not answer");
}
