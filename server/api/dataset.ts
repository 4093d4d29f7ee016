import { Hono } from "hono";
import { findDataset } from "#db/queries/dataset/dataset.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import {
  DatasetGone,
  type ServedDataset,
  servedVersion,
  stateOf,
} from "../served/served-dataset.ts";

/** The whole dataset as one document: the page's only data request. Kept as text until a new version is loaded. */
export function datasetRoute(served: ServedDataset) {
  let cached: { state: string; text: string } | undefined;
  return new Hono<AppEnv>().get("/", async (context) => {
    const version = await servedVersion(served);
    // The document says when and as which state this content was published here.
    const state = stateOf(version);
    const tag = entityTag(state, `dataset ${served.maxEventsInBrowser}`);
    if (isUnchanged(context, tag, version)) return context.body(null, 304);
    if (cached?.state !== state) {
      const dataset = await findDataset(served.db, served.datasetId, served.maxEventsInBrowser);
      if (!dataset) throw new DatasetGone(served);
      cached = { state, text: JSON.stringify(dataset) };
    }
    return context.body(cached.text, 200, { "Content-Type": "application/json" });
  });
}
