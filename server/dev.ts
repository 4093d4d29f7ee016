// `npm run dev`: the API inside Vite's own process, loaded anew when its files change. The database is opened once.
import path from "node:path";
import type { OpenDatabase } from "#db/database.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot } from "#db/project-root.ts";
import { remembered } from "#model/remember.ts";
import { createApp } from "./app.ts";
import { parseConfig } from "./config.ts";
import { openDefaultDataset } from "./default-dataset.ts";
import { createLog } from "./log.ts";
import { Grounds, groundsFolder } from "./served/grounds.ts";
import { renderPicture } from "./snapshot/render-picture.ts";

type Ready = {
  readonly database: OpenDatabase;
  readonly datasetId: string;
  readonly grounds: Grounds;
};

/** Survives a reload of this module; the embedded database must not be opened twice. */
const kept = globalThis as { rocadeDev?: Map<"ready", Promise<Ready>> };

async function open(): Promise<Ready> {
  const config = parseConfig(process.env);
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const root = projectRoot();
  const say = (message: string) => process.stdout.write(`  ${message}\n`);
  const database = await openDatabase({
    url: config.value.databaseUrl,
    replicaUrls: config.value.replicaUrls,
    dataDirectory: path.resolve(root, config.value.dataDirectory),
    migrationsFolder: path.join(root, "db", "migrations"),
    onProgress: say,
  });
  const folder = path.resolve(root, config.value.dataPackage);
  const seeding = { folder, replaces: false, onProgress: say };
  const datasetId = await openDefaultDataset(database, config.value.defaultDataset, seeding);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void database.close().finally(() => process.exit(0)));
  const grounds = new Grounds(groundsFolder(path.resolve(root, config.value.dataDirectory)), say);
  return { database, datasetId, grounds };
}

kept.rocadeDev ??= new Map();
const { database, datasetId, grounds } = await remembered(kept.rocadeDev, "ready", open);

export default createApp({
  served: { db: database.reads, datasetId, replicas: database.replicas, grounds },
  log: createLog("error", (line) => process.stdout.write(`${line}\n`)),
  // Not in threads: those would need a built file.
  drawPicture: renderPicture,
  webRoot: undefined,
});
