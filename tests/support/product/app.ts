import type { Db } from "#db/database.ts";
import { createApp } from "#server/app.ts";
import type { OpenIdentity } from "#server/credentials/identity.ts";
import type { Importing } from "#server/imports/import-task.ts";
import type { ClientLimits } from "#server/limits.ts";
import { createLog } from "#server/log.ts";
import { createMetrics } from "#server/observe/metrics.ts";
import type { Grounds } from "#server/served/grounds.ts";
import type { DrawPicture } from "#server/snapshot/picture-task.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { CALAIS_ID, testDatabase } from "../databases/database.ts";

/** The service on the test database; `lines` collects what it logs. */
export async function testApp(
  options: {
    db?: Db;
    datasetId?: string;
    webRoot?: string;
    drawPicture?: DrawPicture;
    publicUrl?: URL;
    metricsToken?: string;
    schemaProblem?: () => Promise<string | undefined>;
    clientLimits?: ClientLimits;
    openIdentity?: OpenIdentity;
    grounds?: Grounds;
    importing?: Importing;
  } = {},
) {
  const lines: string[] = [];
  const { grounds, metricsToken, schemaProblem } = options;
  const db = options.db ?? (await testDatabase());
  const served = { db, datasetId: options.datasetId ?? CALAIS_ID, schemaProblem, grounds };
  const app = createApp({
    served,
    metrics: metricsToken === undefined ? undefined : createMetrics(served),
    metricsToken,
    drawPicture: options.drawPicture ?? renderPicture,
    log: createLog("debug", (line) => void lines.push(line)),
    webRoot: options.webRoot,
    publicUrl: options.publicUrl,
    clientLimits: options.clientLimits,
    openIdentity: options.openIdentity,
    importing: options.importing,
  });
  return { app, lines };
}

/** Asks the service and reads the answer as JSON. */
export async function getJson(path: string, headers: Record<string, string> = {}) {
  const { app } = await testApp();
  const response = await app.request(path, { headers });
  const text = await response.text();
  return { response, status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
