// `/new`: the page on which somebody's own table becomes a time map. It reads what it is given in the browser, and may send it
// nowhere: its policy allows the files of the built page, and no other address, not even of this service.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";
import { missingPage } from "./pages.ts";

/** What the page may ask for: files of the build, which nobody learns anything from. */
function policyOf(service: URL): string {
  const assets = new URL("assets/", service).href;
  const icon = new URL("icon.svg", service).href;
  return [
    "default-src 'none'",
    ...["script-src", "worker-src", "style-src", "font-src", "connect-src", "media-src"].map(
      (kind) => `${kind} ${assets}`,
    ),
    `img-src ${assets} ${icon} data: blob:`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function workbenchRoute(webRoot: string | undefined) {
  return new Hono<AppEnv>().get("/", async (context) => {
    if (webRoot === undefined) return missingPage(context);
    const page = await readFile(path.join(webRoot, "new.html"), "utf8");
    return context.html(page, 200, {
      "Cache-Control": CACHE_POLICIES.revalidate,
      "Content-Security-Policy": policyOf(context.get("service")),
    });
  });
}
