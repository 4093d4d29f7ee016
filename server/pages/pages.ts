import { readFile } from "node:fs/promises";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";
import { languageOf } from "../http/language.ts";
import { messagePage } from "../http/message-page.ts";
import { notFound } from "../http/problems.ts";
import { namedVersion } from "../served/asked-version.ts";
import { newestOfSameState } from "../served/same-state.ts";
import { type ServedDataset, servedVersion } from "../served/served-dataset.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";
import { goneVersion } from "../served/withdrawn.ts";
import { withSharedView } from "../snapshot/page-head.ts";
import { sharedView } from "../snapshot/shared-view.ts";

/**
 * Files under /assets have their content's hash in their name and never change. An embedded map in a sandbox has no
 * origin, to which script, style, typeface and worker are another host's: they may be read from anywhere.
 */
const cachePolicy = createMiddleware<AppEnv>(async function cachePolicy(context, next) {
  await next();
  if (!context.res.ok) return;
  const isHashed = context.req.path.startsWith("/assets/");
  const policy = isHashed ? CACHE_POLICIES.immutable : CACHE_POLICIES.revalidate;
  context.res.headers.set("Cache-Control", policy);
  if (isHashed) context.res.headers.set("Access-Control-Allow-Origin", "*");
});

/** Leads to the page at its own address, with what was asked and perhaps a panel open. */
function leadTo(context: Context<AppEnv>, panel?: string): Response {
  const page = new URL(context.get("root"));
  page.search = new URL(context.req.url).search;
  if (panel) page.searchParams.set("view", panel);
  return context.redirect(page.href, 308);
}

/** The built page: `/`, `/embed` for the frames of other pages, and their files. */
export function pageRoutes(datasets: ServedDatasets, served: ServedDataset, webRoot: string) {
  const answerPage = async (context: Context<AppEnv>, isEmbedded: boolean) => {
    const named = context.req.query("v");
    if (named !== undefined && served.asOf === undefined) {
      const gone = await goneVersion(context, served, { by: "v", text: named });
      if (gone) return gone;
    }
    // Shown is the newest, which says so. Whoever keeps or follows addresses is told that there is nothing at this one.
    const isUnknown =
      named !== undefined &&
      served.asOf === undefined &&
      !(await namedVersion(served, { by: "v", text: named }));
    const page = await readFile(path.join(webRoot, "index.html"), "utf8");
    const address = new URL(context.get("root"));
    address.search = new URL(context.req.url).search;
    const view = await sharedView(served, address, (all) => languageOf(context, all));
    context.header("Content-Language", view.language);
    const service = context.get("service");
    // The default dataset has two addresses: the one at the root is told to be its own.
    const isDefault = served.datasetId === datasets.default.datasetId;
    const canonical = new URL(view.page.search, isDefault ? service : view.page);
    const hasOthers = (await datasets.ids()).length > 1;
    const list = hasOthers ? new URL("datasets", service) : undefined;
    const version = served.asOf === undefined ? undefined : await servedVersion(served);
    const sameAs = version && (await newestOfSameState(served));
    const shown = { canonical, isEmbedded, list, sameAs, version };
    return context.html(withSharedView(page, view, shown), isUnknown && !isEmbedded ? 404 : 200, {
      "Cache-Control": CACHE_POLICIES.revalidate,
    });
  };
  return new Hono<AppEnv>()
    .get("/", (context) => answerPage(context, false))
    .get("/embed", (context) => answerPage(context, true))
    .get("/about", (context) => leadTo(context, "about"))
    .get("/index.html", (context) => leadTo(context))
    .get("/*", cachePolicy, serveStatic({ root: webRoot }));
}

/** What a reader sees at an address that is not there. */
export function missingPage(context: Context<AppEnv>): Response | Promise<Response> {
  const { pathname } = context.get("root");
  if (context.req.path.startsWith("/api")) return notFound(context, `start at ${pathname}api`);
  return messagePage(context, 404) ?? notFound(context, `start at ${pathname}`);
}
