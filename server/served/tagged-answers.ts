import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";
import { isStillServed, type ServedDataset } from "./served-dataset.ts";

/**
 * Takes the tag from an answer where another version came while it was made: something of that may be in it, and nobody
 * is to know it again under the tag of the one before.
 */
export function taggedAnswers(served: ServedDataset) {
  return createMiddleware<AppEnv>(async function taggedAnswers(context, next) {
    await next();
    const tagged = context.get("tagged");
    if (!tagged || !context.res.ok || context.get("isOfVersion")) return;
    if (await isStillServed(served, tagged)) return;
    const { headers } = context.res;
    for (const name of ["ETag", "Last-Modified"]) headers.delete(name);
    headers.set("Cache-Control", CACHE_POLICIES.never);
  });
}
