import { Hono } from "hono";
import { findVersions } from "#db/queries/versions.ts";
import type { AppEnv } from "./http/app-env.ts";
import { RETRY_SECONDS } from "./http/problems.ts";
import { describeError } from "./http/tell-error.ts";
import { schemaReason } from "./schema-reason.ts";
import type { ServedDataset } from "./served/served-dataset.ts";

/**
 * `/healthz`: the process lives. `/readyz`: the database answers, holds the default dataset, and has the schema that this
 * program knows; a newer one may have changed it since the start. What is wrong with another dataset makes nobody wait.
 */
export function healthRoutes(served: ServedDataset) {
  const { datasetId, db, replicas } = served;
  return new Hono<AppEnv>()
    .get("/healthz", (context) =>
      context.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }),
    )
    .get("/readyz", async (context) => {
      const versions = await findVersions(db).catch((error: Error) => {
        context.get("log").error("not ready", describeError(error));
        return [];
      });
      const version = versions.find(({ id }) => id === datasetId)?.version;
      if (version) context.set("version", version.label);
      // A database that does not answer is not asked again.
      const reason = version && (await schemaReason(served));
      const isReady = version !== undefined && reason === undefined;
      const body = isReady
        ? {
            status: "ready",
            dataset: datasetId,
            version: version.label,
            datasets: Object.fromEntries(versions.map((one) => [one.id, one.version.label])),
            ...(replicas ? { replicas: { inUse: replicas.inUse(), of: replicas.count } } : {}),
          }
        : { status: "not ready", reason };
      const headers = { "Cache-Control": "no-store" };
      return isReady
        ? context.json(body, 200, headers)
        : context.json(body, 503, { ...headers, "Retry-After": String(RETRY_SECONDS) });
    });
}
