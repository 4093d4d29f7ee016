// What is answered between the moment at which the port is taken and that at which there is something to serve.
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { AppEnv } from "./http/app-env.ts";
import { RETRY_SECONDS, unavailable } from "./http/problems.ts";
import { publicAddress, routedPath } from "./http/public-address.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { Log } from "./log.ts";
import { observe, requestLines } from "./observe/observe.ts";

type Parts = {
  readonly log: Log;
  readonly publicUrl: URL | undefined;
  readonly webRoot: string;
};

/** The service that only starts: it lives, is not ready, and says when to ask again. */
export function createStartingApp({ log, publicUrl, webRoot }: Parts) {
  const app = new Hono<AppEnv>({ getPath: routedPath(publicUrl) });
  app.use(observe(log, [requestLines(log)]), securityHeaders(), publicAddress(publicUrl));
  app.get("/healthz", (context) =>
    context.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }),
  );
  app.get("/readyz", (context) =>
    context.json({ status: "not ready", reason: "the service is starting" }, 503, {
      "Cache-Control": "no-store",
      "Retry-After": String(RETRY_SECONDS),
    }),
  );
  // Of the page that says so.
  app.get("/missing.css", serveStatic({ root: webRoot }));
  app.all("*", (context) => unavailable(context, "The service is starting; try again in a moment"));
  return app;
}
