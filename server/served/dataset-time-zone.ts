import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { type ServedDataset, servedMeta } from "./served-dataset.ts";

/** Tells what follows the time zone of the dataset, in which the instants of a question have their days. */
export function datasetTimeZone(served: ServedDataset) {
  return createMiddleware<AppEnv>(async (context, next) => {
    if (context.req.raw.url.includes("?"))
      context.set("timeZone", (await servedMeta(served)).timeZone);
    await next();
  });
}
