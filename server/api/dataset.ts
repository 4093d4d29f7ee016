import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { type ServedDataset, servedVersion, stateOf } from "../served/served-dataset.ts";
import { readDataset } from "../served/whole-dataset.ts";

/** The whole dataset as one document: the page's only data request. Kept as text until a new version is loaded. */
export function datasetRoute(served: ServedDataset) {
  let cached: { state: string; text: string } | undefined;
  return new Hono<AppEnv>().get("/", async (context) => {
    const version = await servedVersion(served);
    // The document says when and as which state this content was published here.
    const state = stateOf(version);
    const tag = entityTag(version, `dataset ${state} ${served.maxEventsInBrowser}`);
    if (isUnchanged(context, tag, version)) return context.body(null, 304);
    if (cached?.state !== state)
      cached = { state, text: JSON.stringify(await readDataset(served, version)) };
    return context.body(cached.text, 200, { "Content-Type": "application/json" });
  });
}
