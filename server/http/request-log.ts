import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Log } from "../log.ts";
import type { AppEnv } from "./app-env.ts";

/** Gives each request an id, answers with it, and logs one line a request. Query texts are not logged. */
export function requestLog(log: Log) {
  return createMiddleware<AppEnv>(async function requestLog(context, next) {
    const requestId = randomUUID();
    const started = performance.now();
    context.set("requestId", requestId);
    context.set("log", log);
    await next();
    context.res.headers.set("X-Request-Id", requestId);
    log.info("request", {
      requestId,
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
}
