import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { badRequest } from "../problems.ts";

/**
 * 400 for a request with several Host headers (RFC 9112 §3.2): a proxy may have read one of them, and we another. The
 * request's own headers have the first alone; those of the connection have all.
 */
export function singleHost() {
  return createMiddleware<AppEnv>(async function singleHost(context, next) {
    const raw = context.env?.incoming?.rawHeaders ?? [];
    const hosts = raw.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
    if (hosts.length <= 1) return next();
    return badRequest(context, [{ name: "Host", got: `${hosts.length} times`, allowed: "once" }]);
  });
}
