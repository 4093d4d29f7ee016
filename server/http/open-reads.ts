import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";

/** What pages of other hosts may read: the API, pictures and oEmbed, of datasets that are not there too, and the list. */
const OPEN = /^(\/d\/[^/]*)?\/(api|oembed|feed\.xml|snapshot\.\w+|kit\.zip)(\/|$)|^\/datasets$/;

/** Headers of an answer that a page of another host may read, besides those that browsers always show. */
const EXPOSED = [
  "Accept-Ranges",
  "Allow",
  "Content-Crs",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Range",
  "ETag",
  "Link",
  "OGC-NumberMatched",
  "OGC-NumberReturned",
  "Retry-After",
  "Rocade-Left-Off",
  "Rocade-Missing-Glyphs",
  "X-Request-Id",
];

/** How long a browser remembers that it may ask, in seconds. */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Lets every page read. Said on the answer once it is there: Hono's own says it on an empty one before, and the answer
 * is then copied into that part by part, which among large pages takes longer than making them.
 */
export function openReads() {
  const asked = cors({
    origin: "*",
    allowMethods: ["GET", "HEAD", "OPTIONS"],
    maxAge: PREFLIGHT_SECONDS,
  });
  return createMiddleware<AppEnv>(async function openReads(context, next) {
    if (!OPEN.test(context.req.path)) return next();
    if (context.req.header("Access-Control-Request-Method") !== undefined)
      return asked(context, next);
    await next();
    context.res.headers.set("Access-Control-Allow-Origin", "*");
    context.res.headers.set("Access-Control-Expose-Headers", EXPOSED.join(","));
    return undefined;
  });
}
