import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problems.ts";
import { takenMethod } from "../taken-method.ts";

/** No question needs a longer address; whoever sends one is told before anything reads it. */
const LONGEST_ADDRESS = 8192;

/** 414 for an address that is too long, 413 for a body where none is taken. */
export function requestSize() {
  return createMiddleware<AppEnv>(async function requestSize(context, next) {
    const { length } = context.req.url;
    if (length > LONGEST_ADDRESS)
      return problemResponse(context, 414, {
        title: "Address too long",
        detail: `got ${length} characters, allowed are ${LONGEST_ADDRESS}`,
      });
    const { method, path } = context.req;
    if (method === takenMethod(path)) return next();
    const body = Number(context.req.header("Content-Length") ?? 0);
    if (body > 0 || context.req.header("Transfer-Encoding") !== undefined)
      return problemResponse(
        context,
        413,
        {
          title: "Content too large",
          detail: "got a body, allowed is none at this address",
        },
        // It is not read: what comes next on the connection would be the rest of it.
        { Connection: "close" },
      );
    return next();
  });
}
