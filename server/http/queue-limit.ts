import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problems.ts";

/** Requests that may wait for the database at the same time: more would only be told later that it is too late. */
const MOST_IN_FLIGHT = 200;
const RETRY_SECONDS = 2;

/** Turns requests away while so many others are being answered; health checks and files are not asked to wait. */
export function queueLimit(most = MOST_IN_FLIGHT) {
  let inFlight = 0;
  return createMiddleware<AppEnv>(async function queueLimit(context, next) {
    if (inFlight >= most)
      return problemResponse(
        context,
        503,
        { title: "Busy", detail: `${most} requests are being answered; try again in a moment` },
        { "Retry-After": String(RETRY_SECONDS) },
      );
    inFlight += 1;
    try {
      await next();
    } finally {
      inFlight -= 1;
    }
    return undefined;
  });
}
