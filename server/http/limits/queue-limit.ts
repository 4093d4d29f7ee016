import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problems.ts";

/** Requests that may be under way at the same time: more would only be told later that it is too late. */
const MAX_REQUESTS = 200;
/** The same of files, each of which takes a file of its own on the disk while it is sent, however slowly it is read. */
export const MAX_DOWNLOADS = 40;
const RETRY_SECONDS = 2;

/**
 * Turns requests away while so many others are being answered; health checks and files of the page are not asked to
 * wait. A request is over when its answer has been sent, or nobody reads it any more.
 */
export function queueLimit(most = MAX_REQUESTS) {
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
    await untilSent(context, next, () => {
      inFlight -= 1;
    });
    return undefined;
  });
}

async function untilSent(context: Context<AppEnv>, next: Next, over: () => void): Promise<void> {
  const outgoing = context.env?.outgoing;
  if (outgoing) {
    outgoing.once("close", over);
    return next();
  }
  try {
    await next();
  } finally {
    over();
  }
}
