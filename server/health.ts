import { Hono } from "hono";
import { findVersion } from "#db/queries/load.ts";
import type { ServedDataset } from "./api/served-dataset.ts";
import type { AppEnv } from "./http/app-env.ts";

/** `/healthz`: the process lives. `/readyz`: the database answers and holds the dataset. */
export function healthRoutes({ db, datasetId, replicas }: ServedDataset) {
  return new Hono<AppEnv>()
    .get("/healthz", (context) =>
      context.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }),
    )
    .get("/readyz", async (context) => {
      const version = await findVersion(db, datasetId).catch((error: Error) => {
        context.get("log").error("not ready", { error: error.message });
        return undefined;
      });
      const body = version
        ? {
            status: "ready",
            dataset: datasetId,
            version: version.label,
            ...(replicas ? { replicas: { inUse: replicas.inUse(), of: replicas.count } } : {}),
          }
        : { status: "not ready" };
      return context.json(body, version ? 200 : 503, { "Cache-Control": "no-store" });
    });
}
