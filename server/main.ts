// `npm start`: opens the database, loads the data package, serves page and API on one port.

import { createServer } from "node:http";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { DatabaseUnavailable } from "#db/database.ts";
import { foreignFolder } from "#db/embedded/foreign-folder.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot, readEnvironmentFile } from "#db/project-root.ts";
import { findVersions } from "#db/queries/versions.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { describeProblem, type Problem, quote } from "#model/problem.ts";
import { createApp } from "./app.ts";
import { type Config, parseConfig, SETTINGS } from "./config.ts";
import { identityIn } from "./credentials/identity.ts";
import { openDefaultDataset } from "./default-dataset.ts";
import { describeError } from "./http/tell-error.ts";
import type { ImportTask } from "./imports/import-task.ts";
import { createImportThreads } from "./imports/import-thread.ts";
import { publishPacked } from "./imports/publish-packed.ts";
import { createLimitedServer, type Fetch } from "./listen.ts";
import { createLog, type Log } from "./log.ts";
import { createMetrics } from "./observe/metrics.ts";
import { openMetrics } from "./observe/metrics-routes.ts";
import { packageFault } from "./package-fault.ts";
import { SeedRefused } from "./seed.ts";
import { Grounds, groundsFolder } from "./served/grounds.ts";
import { createPictureThreads } from "./snapshot/picture-threads.ts";
import { createStartingApp } from "./starting.ts";
import { stopOnSignal } from "./stop.ts";
import { CannotListen, takePort } from "./take-port.ts";

const HELP = `npm start [-- --import]: serves the map and the API.

The data package in DATA_PACKAGE is loaded where nothing of its dataset is stored; what is stored stays as it is. Its
dataset, or that of DEFAULT_DATASET, answers at /; every other that npm run import has brought in at /d/ID/; /datasets
lists them.

  --import   load it all the same, in place of what is stored
  --help     this text

Settings are environment variables, listed in .env.example: ${Object.keys(SETTINGS).join(", ")}.
`;

/** Standard output is the log's, a JSON object a line: what a person is told stands on the other stream. */
const write = (line: string) => process.stdout.write(`${line}\n`);
const tell = (message: string) => process.stderr.write(`${message}\n`);

async function main(): Promise<number | undefined> {
  const { help, problem, replaces } = readArguments(process.argv.slice(2));
  if (help || problem !== undefined) {
    if (problem === undefined) write(HELP);
    else tell(`${problem}\n\n${HELP}`);
    return problem === undefined ? 0 : 2;
  }
  const root = projectRoot();
  readEnvironmentFile();
  const config = parseConfig(process.env);
  const needsPackage = replaces || !process.env.DEFAULT_DATASET?.trim();
  const problems = [
    ...(config.ok ? [] : config.problems),
    ...(needsPackage ? packageFault(root, process.env.DATA_PACKAGE) : []),
    ...(config.ok ? await foreignDirectory(root, config.value) : []),
  ];
  if (!config.ok || problems.length > 0) {
    tell(`The settings cannot be used:\n  ${problems.map(describeProblem).join("\n  ")}`);
    return 1;
  }
  try {
    await start(root, config.value, replaces);
    return undefined;
  } catch (error) {
    const isExplained = [CannotListen, DatabaseUnavailable, SeedRefused].some(
      (kind) => error instanceof kind,
    );
    tell(isExplained ? (error as Error).message : `Rocade cannot start: ${wordsOf(error)}`);
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

/** Told whatever the database is: grounds and credentials are kept there, too. */
async function foreignDirectory(root: string, { dataDirectory }: Config): Promise<Problem[]> {
  const problem = await foreignFolder(path.resolve(root, dataDirectory));
  return problem ? [problem] : [];
}

async function start(root: string, config: Config, replaces: boolean): Promise<void> {
  const started = performance.now();
  const stopping = stopOnSignal(tell);
  const onProgress = (message: string) =>
    tell(`  ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${message}`);
  tell("Rocade starts");
  const log = createLog(config.logLevel, write);
  surviveRejections(log);
  const webRoot = path.join(root, "dist", "web");
  const { metricsAt, metricsToken, publicUrl } = config;
  let answer: Fetch = createStartingApp({ log, publicUrl, webRoot }).fetch;
  let answerMetrics: Fetch = () => new Response(null, { status: 503 });
  const server = createLimitedServer((...asked) => answer(...asked), config.limits);
  stopping.follow(server);
  const tellLater = (error: Error) =>
    log.error("a connection could not be taken", describeError(error));
  const port = await takePort(server, config, "PORT", tellLater);
  let metricsPort: number | undefined;
  if (metricsAt) {
    const beside = createServer(getRequestListener((...asked) => answerMetrics(...asked)));
    stopping.follow(beside);
    metricsPort = await takePort(beside, metricsAt, "METRICS_PORT", tellLater);
  }
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
    const seeding = { folder, replaces, onProgress };
    datasetId = await openDefaultDataset(database, config.defaultDataset, seeding);
    const others = (await findVersions(database.db)).filter(({ id }) => id !== datasetId);
    for (const { id, version } of others)
      onProgress(`${id} ${version.label} is stored, too, and is served at /d/${id}/`);
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
    grounds: new Grounds(groundsFolder(path.resolve(root, config.dataDirectory)), log.error),
  };
  // The embedded database is used by one process, and works in its thread.
  const imports = config.databaseUrl
    ? createImportThreads(path.join(root, "dist", "server", "import-worker.js"), {
        url: config.databaseUrl,
        migrationsFolder: path.join(root, "db", "migrations"),
      })
    : { run: (task: ImportTask) => publishPacked(database, task), close: async () => {} };
  const metrics = metricsAt || metricsToken !== undefined ? createMetrics(served) : undefined;
  const app = createApp({
    served,
    log,
    metrics,
    metricsToken,
    drawPicture: pictures.draw,
    openIdentity: identityIn(path.resolve(root, config.credentialsDirectory)),
    clientLimits: config.limits,
    importing: config.imports && { ...config.imports, run: imports.run },
    publicUrl,
    webRoot,
  });
  answer = app.fetch;
  if (metrics) answerMetrics = openMetrics(metrics).fetch;
  stopping.serving(() => Promise.all([pictures.close(), imports.close(), database.close()]));
  void database.breakdown?.then((words) => stopping.fail(() => tell(words)));
  onProgress("ready");
  const host = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
  tell(`\n  The map:  http://${host}:${port}/\n  The API:  http://${host}:${port}/api\n`);
  if (metricsAt) tell(`  Metrics:  http://${metricsAt.host}:${metricsPort}/metrics\n`);
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
