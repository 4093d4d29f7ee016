import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { badRequest } from "../problems.ts";

/**
 * 400 for a request with several Host headers, or none where HTTP/1.1 asks for one (RFC 9112 §3.2): a proxy may have read
 * one of them, and we another. The request's own headers have the first alone; those of the connection have all.
 */
export function singleHost() {
  return createMiddleware<AppEnv>(async function singleHost(context, next) {
    const incoming = context.env?.incoming;
    if (!incoming) return next();
    const { httpVersion, rawHeaders } = incoming;
    const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host");
    if (hosts.length === 1 || (hosts.length === 0 && httpVersion === "1.0")) return next();
    const got = hosts.length === 0 ? "nothing" : `${hosts.length} times`;
    return badRequest(context, [{ name: "Host", got, allowed: "once" }]);
  });
}
