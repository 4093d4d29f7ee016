import { createMiddleware } from "hono/factory";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { ClientLimits } from "../../limits.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problems.ts";
import { clientOf, isLoopback } from "./client-address.ts";

const SECONDS = 60;
/** What takes the service long costs more than one point. */
const COSTS: readonly (readonly [path: RegExp, points: number])[] = [
  [/^\/snapshot\./, 20],
  [/^\/kit\.zip$/, 100],
  [/^\/api\/download\/./, 20],
  [/^\/(verify|api\/datasets\/.*)$/, 20],
  [/^\/(healthz|readyz|assets\/.*)$/, 0],
];

/** 429 for a client that has asked for more than its share of a minute. */
export function clientLimit({ limitsLoopback, pointsPerMinute, trustedProxies }: ClientLimits) {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: SECONDS });
  let isTold = false;
  return createMiddleware<AppEnv>(async function clientLimit(context, next) {
    const [, points] = COSTS.find(([path]) => path.test(context.req.path)) ?? [undefined, 1];
    if (pointsPerMinute === 0 || points === 0) return next();
    if (trustedProxies === 0 && !isTold && context.req.header("X-Forwarded-For") !== undefined) {
      isTold = true;
      context
        .get("log")
        .error("a proxy names its clients, and is not trusted: all of them count as one", {
          setting: "TRUST_PROXY",
        });
    }
    const client = clientOf(context, trustedProxies);
    if (client === undefined || (isLoopback(client) && !limitsLoopback)) return next();
    try {
      await limiter.consume(client, points);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return problemResponse(
        context,
        429,
        {
          title: "Too many requests",
          detail: `a client may spend ${pointsPerMinute} points in ${SECONDS} seconds: a publishing kit costs 100, a picture, a file to download, to check or to publish 20, anything else 1`,
        },
        { "Retry-After": String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000))) },
      );
    }
    return next();
  });
}
