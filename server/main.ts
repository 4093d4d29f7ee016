// `npm start`: opens the database, loads the data package, serves page and API on one port.

import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { DatabaseUnavailable } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { DESCRIPTOR_FILE } from "#import/descriptor.ts";
import { describeProblem, type Problem, quote } from "#model/problem.ts";
import { createApp } from "./app.ts";
import { type Config, parseConfig, SETTINGS } from "./config.ts";
import { describeError } from "./http/tell-error.ts";
import { createLimitedServer } from "./listen.ts";
import { createLog, type Log } from "./log.ts";
import { createMetrics } from "./observe/metrics.ts";
import { openMetrics } from "./observe/metrics-routes.ts";
import { SeedRefused, seed } from "./seed.ts";
import { createPictureThreads } from "./snapshot/picture-threads.ts";
import { stopOnSignal } from "./stop.ts";

const HELP = `npm start [-- --import]: serves the map and the API.

The data package in DATA_PACKAGE is loaded where nothing of its dataset is stored; what is stored stays as it is.

  --import   load it all the same, in place of what is stored
  --help     this text

Settings are environment variables, listed in .env.example: ${Object.keys(SETTINGS).join(", ")}.
`;

const say = (message: string) => process.stdout.write(`${message}\n`);
const complain = (message: string) => process.stderr.write(`${message}\n`);

async function main(): Promise<number | undefined> {
  const { help, problem, replaces } = readArguments(process.argv.slice(2));
  if (help || problem !== undefined) {
    if (problem === undefined) say(HELP);
    else complain(`${problem}\n\n${HELP}`);
    return problem === undefined ? 0 : 2;
  }
  const root = projectRoot();
  readEnvironmentFile();
  const config = parseConfig(process.env);
  const problems = [...(config.ok ? [] : config.problems), ...missingPackage(root)];
  if (!config.ok || problems.length > 0) {
    complain(`The settings cannot be used:\n  ${problems.map(describeProblem).join("\n  ")}`);
    return 1;
  }
  try {
    await start(root, config.value, replaces);
    return undefined;
  } catch (error) {
    const isExplained = error instanceof DatabaseUnavailable || error instanceof SeedRefused;
    complain(isExplained ? error.message : `Rocade cannot start: ${wordsOf(error)}`);
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  const [unknown] = args.filter((name) => name !== "--help" && name !== "--import");
  return {
    help: args.includes("--help"),
    replaces: args.includes("--import"),
    problem: unknown === undefined ? undefined : `npm start does not know ${quote(unknown)}`,
  };
}

/** What is wrong with DATA_PACKAGE, told before a database is made that nothing would be loaded into. */
function missingPackage(root: string): Problem[] {
  const folder = process.env.DATA_PACKAGE?.trim() || SETTINGS.DATA_PACKAGE.default;
  if (existsSync(path.resolve(root, folder, DESCRIPTOR_FILE))) return [];
  const allowed = `a folder with ${DESCRIPTOR_FILE} in it`;
  return [{ name: "DATA_PACKAGE", got: quote(folder), allowed }];
}

async function start(root: string, config: Config, replaces: boolean): Promise<void> {
  const started = performance.now();
  const stopping = stopOnSignal(say);
  const onProgress = (message: string) =>
    say(`  ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${message}`);
  say("Rocade starts");
  const log = createLog(config.logLevel, (line) => process.stdout.write(`${line}\n`));
  surviveRejections(log);
  const database = await openDatabase({
    url: config.databaseUrl,
    replicaUrls: config.replicaUrls,
    dataDirectory: path.resolve(root, config.dataDirectory),
    migrationsFolder: path.join(root, "db", "migrations"),
    onProgress,
  });
  onProgress(database.description);
  let datasetId: string;
  try {
    const folder = path.resolve(root, config.dataPackage);
    datasetId = await seed(database, { folder, replaces, onProgress });
  } catch (error) {
    // One that has broken down cannot be closed.
    await database.close().catch(() => {});
    if (error instanceof SeedRefused) throw error;
    throw new DatabaseUnavailable(await database.explain(error), { cause: error });
  }
  const worker = path.join(root, "dist", "server", "picture-worker.js");
  const pictures = createPictureThreads(worker, config.pictures);
  const served = {
    db: database.reads,
    datasetId,
    replicas: database.replicas,
    schemaProblem: database.schemaProblem,
    maxEventsInBrowser: config.maxEventsInBrowser,
  };
  const { metricsAt, metricsToken } = config;
  const metrics = metricsAt || metricsToken !== undefined ? createMetrics(served) : undefined;
  const app = createApp({
    served,
    log,
    metrics,
    metricsToken,
    drawPicture: pictures.draw,
    clientLimits: config.limits,
    publicUrl: config.publicUrl,
    webRoot: path.join(root, "dist", "web"),
  });
  const server = createLimitedServer(app.fetch, config.limits);
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    const host = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
    onProgress("ready");
    say(`\n  The map:  http://${host}:${port}/\n  The API:  http://${host}:${port}/api\n`);
  });
  const close = () => Promise.all([pictures.close(), database.close()]);
  const giveUp =
    (setting: "PORT" | "METRICS_PORT", port: number) => (error: NodeJS.ErrnoException) => {
      const host = setting.replace("PORT", "HOST");
      const way =
        error.code === "EADDRINUSE"
          ? `; port ${port} is in use, set ${setting} to another`
          : /^E(NOTFOUND|ADDRNOTAVAIL)$/.test(error.code ?? "")
            ? `; set ${host} to an address of this machine`
            : error.code === "EACCES"
              ? `; port ${port} is not for this user, set ${setting} to one from 1024 on`
              : "";
      complain(`The server cannot listen: ${error.message}${way}`);
      void close().finally(() => process.exit(1));
    };
  server.on("error", giveUp("PORT", config.port));
  const servers: ServerType[] = [server];
  if (metrics && metricsAt) {
    const { host: hostname, port } = metricsAt;
    const beside = serve({ fetch: openMetrics(metrics).fetch, hostname, port }, (address) =>
      onProgress(`metrics: http://${hostname}:${address.port}/metrics`),
    );
    beside.on("error", giveUp("METRICS_PORT", port));
    servers.push(beside);
  }
  stopping.serving(servers, close);
  void database.breakdown?.then((words) => stopping.fail(() => complain(words)));
}

/**
 * What fails without anybody waiting for it, as in a driver of ours, is told in the log and ends nothing: whoever asked
 * for something has an answer of his own.
 */
function surviveRejections(log: Log): void {
  process.on("unhandledRejection", (reason) => {
    const error = reason instanceof Error ? reason : new Error("no error");
    log.error("a failure that nobody waited for", describeError(error));
  });
}

const code = await main();
if (code !== undefined) process.exit(code);
