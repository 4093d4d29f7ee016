import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";

const EXPOSED = [
  "Content-Crs",
  "Content-Disposition",
  "ETag",
  "Link",
  "OGC-NumberMatched",
  "OGC-NumberReturned",
  "X-Request-Id",
];

/**
 * Lets every page read. Said on the answer once it is there: Hono's own says it on an empty one before, and the answer
 * is then copied into that part by part, which among large pages takes longer than making them.
 */
export function openReads() {
  const asked = cors({ origin: "*", allowMethods: ["GET", "HEAD", "OPTIONS"] });
  return createMiddleware<AppEnv>(async function openReads(context, next) {
    if (context.req.method === "OPTIONS") return asked(context, next);
    await next();
    context.res.headers.set("Access-Control-Allow-Origin", "*");
    context.res.headers.set("Access-Control-Expose-Headers", EXPOSED.join(","));
    return undefined;
  });
}
