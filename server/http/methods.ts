import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problems.ts";

const ALLOWED = "GET, HEAD, OPTIONS";

/** All there is can only be read: OPTIONS says so, and any other method answers 405. */
export function methods() {
  return createMiddleware<AppEnv>(async function methods(context, next) {
    const { method } = context.req;
    if (method === "GET" || method === "HEAD") return next();
    if (method === "OPTIONS") return context.body(null, 204, { Allow: ALLOWED });
    return problemResponse(
      context,
      405,
      { title: "Method not allowed", detail: `got ${method}, allowed is ${ALLOWED}` },
      { Allow: ALLOWED },
    );
  });
}
