import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problems.ts";
import { takenMethod } from "./taken-method.ts";

const READ = "GET, HEAD, OPTIONS";

/** What there is can be read, and in few places something sent: OPTIONS says so, and any other method answers 405. */
export function methods() {
  return createMiddleware<AppEnv>(async function methods(context, next) {
    const { method, path } = context.req;
    if (method === "GET" || method === "HEAD") return next();
    const taken = takenMethod(path);
    if (method === taken) return next();
    const allowed = taken ? `${READ}, ${taken}` : READ;
    if (method === "OPTIONS") return context.body(null, 204, { Allow: allowed });
    return problemResponse(
      context,
      405,
      { title: "Method not allowed", detail: `got ${method}, allowed is ${allowed}` },
      { Allow: allowed },
    );
  });
}
