import { Hono } from "hono";
import { findDataset } from "#db/queries/dataset.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { type ServedDataset, servedVersion } from "./served-dataset.ts";

/** The whole dataset as one document: the page's only data request. Kept as text until a new version is loaded. */
export function datasetRoute(served: ServedDataset) {
  let cached: { contentHash: string; text: string } | undefined;
  return new Hono<AppEnv>().get("/", async (context) => {
    const version = await servedVersion(served);
    const { contentHash } = version;
    const tag = entityTag(contentHash, `dataset ${served.mostEventsInBrowser}`);
    if (isUnchanged(context, tag, version)) return context.body(null, 304);
    if (cached?.contentHash !== contentHash) {
      const dataset = await findDataset(served.db, served.datasetId, served.mostEventsInBrowser);
      cached = { contentHash, text: JSON.stringify(dataset) };
    }
    return context.body(cached.text, 200, { "Content-Type": "application/json" });
  });
}
