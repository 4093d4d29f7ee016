import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { isBearerOf } from "../http/bearer-token.ts";
import { problemResponse } from "../http/problems.ts";
import type { Metrics } from "./metrics.ts";

/** `/metrics` on a port of its own: whoever reaches that may read them. */
export function openMetrics({ contentType, text }: Metrics) {
  return new Hono().get("/metrics", async (context) =>
    context.text(await text(), 200, { "Content-Type": contentType, "Cache-Control": "no-store" }),
  );
}

/** `/metrics` beside the map, for those who send `Authorization: Bearer TOKEN`; 401 for all others. */
export function guardedMetrics(metrics: Metrics, token: string) {
  const isAllowed = isBearerOf(token);
  return new Hono<AppEnv>()
    .use("/metrics", async (context, next) => {
      if (isAllowed(context.req.header("Authorization"))) return next();
      return problemResponse(
        context,
        401,
        { title: "Unauthorized", detail: "expected Authorization: Bearer with METRICS_TOKEN" },
        { "WWW-Authenticate": "Bearer" },
      );
    })
    .route("/", openMetrics(metrics));
}
