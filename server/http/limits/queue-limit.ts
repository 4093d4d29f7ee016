import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { Busy } from "../busy.ts";
import { busy } from "../problems.ts";

/** Requests that may be under way at the same time: more would only be told later that it is too late. */
const MAX_REQUESTS = 200;
/** The same of large answers, each of which is in memory until it is sent, however slowly it is read. */
export const MAX_LARGE = 20;
const LARGE_LIMIT = 1000;
const RETRY_SECONDS = 2;

/** Whether a request asks for a page of many features. */
export const isLarge = ({ req }: Context<AppEnv>): boolean =>
  Number(req.query("limit")) > LARGE_LIMIT;

/**
 * Turns requests away while so many others are being answered, of those that count; health checks and files of the page
 * are not asked to wait. A request is over when its answer has been sent, or nobody reads it any more; one that is sent
 * from a file on the disk takes nothing from others, and is over when that begins.
 */
export function queueLimit(
  most = MAX_REQUESTS,
  counts: (context: Context<AppEnv>) => boolean = () => true,
) {
  let inFlight = 0;
  return createMiddleware<AppEnv>(async function queueLimit(context, next) {
    if (!counts(context)) return next();
    if (inFlight >= most)
      return busy(
        context,
        new Busy(`${most} requests like this are being answered`, RETRY_SECONDS),
      );
    inFlight += 1;
    let isOver = false;
    await untilSent(context, next, () => {
      if (!isOver) inFlight -= 1;
      isOver = true;
    });
    return undefined;
  });
}

async function untilSent(context: Context<AppEnv>, next: Next, over: () => void): Promise<void> {
  const outgoing = context.env?.outgoing;
  outgoing?.once("close", over);
  try {
    await next();
  } finally {
    if (!outgoing || context.get("isOnDisk")) over();
  }
}
