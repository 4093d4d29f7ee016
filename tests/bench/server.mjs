// Pages and tiles of datasets from a thousand to a million events: answers a second beside the bare statements sent by
// pgbench to the same database, and beside MapServer on the same table.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exponentOf } from "./growth.mjs";
import { layerOf, missingOfMapServer, startMapServer } from "./mapserver.mjs";
import { boxQuestions, MONTHS, tileQuestions } from "./questions.mjs";
import { ask, rateOf, startService } from "./running-product.mjs";
import { printStatement, withModules } from "./statements.mjs";
import { writeSyntheticPackage } from "./synthetic-package.mjs";

const AT_ONCE = 4;
const PGBENCH_SCRIPTS = 100;

/** Answers figures and prints them; needs the programs of PostgreSQL, and says so where they are not. */
export async function benchServer(print, { folder, isQuick }) {
  const sizes = isQuick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000];
  const seconds = isQuick ? 2 : 8;
  return withModules(async (load) => {
    const { findBinaries, startCluster } = await load("/tests/support/cluster.ts");
    const binaries = findBinaries();
    if (!binaries) {
      print("Pages and tiles: left out, there is no PostgreSQL with PostGIS on this machine");
      return { leftOut: "no PostgreSQL" };
    }
    const cluster = await startCluster(binaries, "-c shared_buffers=512MB -c max_wal_size=8GB");
    const figures = {};
    try {
      print(`Pages of 1000 and tiles of events, ${AT_ONCE} at once, questions that differ`);
      for (const events of sizes)
        figures[events] = await benchSize(print, {
          binaries,
          cluster,
          events,
          folder,
          load,
          seconds,
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
    } finally {
      cluster.stop();
    }
  });
}

async function benchSize(print, options) {
  const { binaries, cluster, events, folder, load, seconds, isLargest, isQuick } = options;
  const database = new URL(cluster.url);
  database.pathname = `/events_${events}`;
  const psql = (...args) => execFileSync("psql", ["-q", "-X", ...args], { stdio: "ignore" });
  psql(cluster.url, "-c", `CREATE DATABASE events_${events}`);
  const package_ = path.join(folder, `events-${events}`);
  await writeSyntheticPackage(package_, { events });
  const settings = { DATABASE_URL: database.href, DATA_PACKAGE: package_ };
  const imported = performance.now();
  execFileSync(process.execPath, ["--max-semi-space-size=32", "dist/server/import.js", package_], {
    env: { ...process.env, ...settings },
    stdio: "ignore",
  });
  const importSeconds = (performance.now() - imported) / 1000;
  psql(database.href, "-c", "VACUUM ANALYZE");
  const datasetId = `synthetic-${events}`;
  const service = await startService(settings);
  try {
    const figures = { importRowsPerSecond: events / importSeconds, startSeconds: service.seconds };
    const timing = { seconds, atOnce: AT_ONCE };
    const boxes = boxQuestions(20_000);
    const api = `${service.address}/api/collections/events`;
    const items = await rateOf(
      boxes.map((question) => itemsAddress(api, question)),
      timing,
    );
    const statements = await load("/tests/bench/bare-statements.ts");
    const print_ = (queries) => queries.slice(0, PGBENCH_SCRIPTS).map(printStatement);
    const bare = pgbench(
      binaries,
      folder,
      database.href,
      print_(
        boxes
          .slice(0, PGBENCH_SCRIPTS)
          .map((question) => statements.itemsStatement(datasetId, question)),
      ),
      seconds,
    );
    figures.items = { rate: items.rate, bytes: items.bytes, bare, ratio: items.rate / bare };
    const tiles_ = tileQuestions(20_000);
    const tiles = await rateOf(
      tiles_.map((question) => tileAddress(api, question)),
      timing,
    );
    const bareTiles = pgbench(
      binaries,
      folder,
      database.href,
      print_(
        tiles_
          .slice(0, PGBENCH_SCRIPTS)
          .map((question) => statements.tileStatement(datasetId, question)),
      ),
      seconds,
    );
    figures.tiles = {
      rate: tiles.rate,
      bytes: tiles.bytes,
      bare: bareTiles,
      ratio: tiles.rate / bareTiles,
    };
    figures.unchanged = await shareOfUnchanged(itemsAddress(api, boxes.at(-1)), isQuick ? 50 : 200);
    print(
      `  ${String(events).padStart(8)} events: import ${Math.round(figures.importRowsPerSecond)} a second with its start`,
    );
    print(printRate("pages", figures.items, "bare SQL"));
    print(printRate("tiles z10–16", figures.tiles, "bare ST_AsMVT"));
    print(`           304: ${(100 * figures.unchanged).toFixed(1)} % of the time of the answer`);
    if (isLargest) {
      figures.memory = await memoryOver(service, boxes, api, isQuick ? 1000 : 10_000);
      print(
        `           memory: ${figures.memory.before} MB after 200 requests, ${figures.memory.after} MB after ${figures.memory.requests} more`,
      );
      if (!isQuick)
        figures.mapServer = await besideMapServer(print, {
          boxes,
          database,
          datasetId,
          folder,
          items,
          timing,
        });
    }
    return figures;
  } finally {
    await service.stop();
  }
}

const itemsAddress = (api, { box, month }) =>
  `${api}/items?limit=1000&bbox=${box.west},${box.south},${box.east},${box.north}&datetime=${month.first}/${month.last}`;

/** A corner of the box and few of its events. */
const smallAddress = (api, { box, month }) =>
  itemsAddress(api, {
    box: { ...box, east: box.west + 0.05, north: box.south + 0.05 },
    month,
  }).replace("limit=1000", "limit=50");

const tileAddress = (api, { month, x, y, z }) =>
  `${api}/tiles/WebMercatorQuad/${z}/${y}/${x}?datetime=${month.first}/${month.last}`;

function printRate(name, { bare, bytes, rate, ratio }, what) {
  return `           ${name.padEnd(13)} ${rate.toFixed(1).padStart(7)} a second, ${Math.round(bytes / 1000)} kB each; ${what} ${bare.toFixed(1).padStart(7)}: ${ratio.toFixed(2)} of it`;
}

/** Transactions a second of scripts in turn, as many at once as ask the service. */
function pgbench(binaries, folder, url, statements, seconds) {
  const scripts = path.join(folder, "pgbench");
  mkdirSync(scripts, { recursive: true });
  const files = statements.flatMap((statement, index) => {
    const file = path.join(scripts, `${index}.sql`);
    writeFileSync(file, `${statement};\n`);
    return ["-f", file];
  });
  const args = ["-n", "-T", String(seconds), "-c", String(AT_ONCE), "-j", "2", "--random-seed=1"];
  const printed = execFileSync(path.join(binaries, "pgbench"), [...args, ...files, url], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return Number(/^tps = ([\d.]+)/m.exec(printed)?.[1]);
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

async function memoryOver({ id }, boxes, api, requests) {
  const askSome = async (from, count) => {
    let next = from;
    const worker = async () => {
      while (next < from + count) await ask(smallAddress(api, boxes[next++ % boxes.length]));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  await askSome(0, 200);
  const before = memoryOf(id);
  await askSome(200, requests);
  return { before, after: memoryOf(id), requests };
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
