// The table of contents of one dataset: what answers where, below the address that it has.
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { analysisRoutes } from "./api/analysis.ts";
import { changesRoute } from "./api/changes.ts";
import { datasetRoute } from "./api/dataset.ts";
import { eventColumnsRoute } from "./api/event-columns.ts";
import { feedRoute } from "./api/feed.ts";
import { versionDiffRoute } from "./api/version-diff.ts";
import { versionsRoute } from "./api/versions.ts";
import type { OpenIdentity } from "./credentials/identity.ts";
import { missingDataset } from "./datasets/missing-dataset.ts";
import { groundRoutes } from "./ground/ground-routes.ts";
import type { AppEnv } from "./http/app-env.ts";
import { Busy } from "./http/busy.ts";
import type { Turns } from "./http/limits/turns.ts";
import { busy, notFound, problemResponse, unexpectedError } from "./http/problems.ts";
import { publicAddress, routedPath } from "./http/public-address.ts";
import { collectionRoutes } from "./ogc/collections.ts";
import { conformanceRoute } from "./ogc/conformance.ts";
import { downloadRoutes } from "./ogc/download.ts";
import { pageStyleRoute } from "./ogc/html/page-style.ts";
import { landingRoute } from "./ogc/landing.ts";
import { openApiRoute } from "./ogc/openapi/openapi.ts";
import { packageRoutes } from "./package/package-routes.ts";
import { pageFontsRoute } from "./pages/page-fonts.ts";
import { missingPage, pageRoutes } from "./pages/pages.ts";
import { schemaReason } from "./schema-reason.ts";
import { datasetTimeZone } from "./served/dataset-time-zone.ts";
import { newestBeside, ofAllVersions } from "./served/newest-beside.ts";
import { DatasetGone, type ServedDataset } from "./served/served-dataset.ts";
import type { ServedDatasets } from "./served/served-datasets.ts";
import { taggedAnswers } from "./served/tagged-answers.ts";
import { knownAsOf, versionRoutes } from "./served/version-routes.ts";
import { figureSchemaRoute } from "./snapshot/figure-documents.ts";
import { scriptFontsRoute } from "./snapshot/fonts/script-fonts-route.ts";
import { oembedRoute } from "./snapshot/oembed.ts";
import type { DrawPicture } from "./snapshot/picture-task.ts";
import { snapshotRoutes } from "./snapshot/snapshot.ts";
import type { StoredAnswers } from "./stored-answers.ts";
import { tileMatrixSetRoutes, tileRoutes } from "./tiles/tiles.ts";

/** What the datasets of an instance have in common: its limits and stores are of all of them together. */
export type Instance = {
  readonly datasets: ServedDatasets;
  /** What every request goes through before it is told at which address it is asked, and after that. */
  readonly watched: readonly MiddlewareHandler<AppEnv>[];
  readonly limited: readonly MiddlewareHandler<AppEnv>[];
  /** Limits of those that are being answered, by what they ask. */
  readonly queued: readonly (readonly [path: string, limit: MiddlewareHandler<AppEnv>])[];
  readonly stored: StoredAnswers;
  /** In which analyses are worked out, one after the other. */
  readonly analyses: Turns;
  /** Draws pictures from SVG; in threads, where the service has to stay quick. */
  readonly drawPicture: DrawPicture;
  /** Who signs files that somebody wants signed; undefined: nobody. */
  readonly openIdentity: OpenIdentity | undefined;
  /** Whether packages are published over HTTP. */
  readonly takesPackages: boolean;
  readonly publicUrl: URL | undefined;
  /** Folder of the built page; undefined while a development server serves it. */
  readonly webRoot: string | undefined;
};

/**
 * One dataset as a function from request to response; `at` is its path below the service, and `told` the one that its
 * answers have, where a version was named otherwise.
 */
export function createDatasetApp(
  instance: Instance,
  served: ServedDataset,
  at: string,
  told: string = at,
) {
  const {
    openIdentity,
    analyses,
    datasets,
    drawPicture,
    limited,
    publicUrl,
    queued,
    stored,
    takesPackages,
    watched,
    webRoot,
  } = instance;
  const app = new Hono<AppEnv>({ getPath: routedPath(publicUrl, at) });
  app.use((context, next) => {
    context.set("dataset", served.datasetId);
    return next();
  });
  app.use(...watched, publicAddress(publicUrl, at, told, served.asOf !== undefined), ...limited);
  for (const [path, limit] of queued) app.use(path, limit);
  app.use("/api/*", served.asOf === undefined ? knownAsOf(served) : newestBeside(served));
  app.use(taggedAnswers(served));
  for (const path of ["collections", "download", "analysis"])
    app.use(`/api/${path}/*`, datasetTimeZone(served));
  app
    .route("/api", landingRoute(served))
    .route("/api/dataset", datasetRoute(served))
    .use("/api/versions/*", ofAllVersions(served))
    .route("/api/versions", versionsRoute(served))
    .route("/api/versions", versionDiffRoute(served, stored.differences))
    .route("/api/changes", changesRoute(served))
    .route("/api/conformance", conformanceRoute(served))
    .route("/api/openapi", openApiRoute(served, takesPackages))
    .route("/api/collections/events/columns", eventColumnsRoute(served, stored.columns))
    .route("/api/collections", collectionRoutes(served))
    .route("/api/collections/:id/tiles", tileRoutes(served, stored.tiles))
    .route("/api/ground", groundRoutes(served, stored.tiles))
    .route("/api/tileMatrixSets", tileMatrixSetRoutes(served))
    .route("/api/download", packageRoutes(served, stored.files))
    .route("/api/download", downloadRoutes(served, stored.files))
    .route("/api/figure.schema.json", figureSchemaRoute())
    .route("/api/page.css", pageStyleRoute())
    .route("/api/page-fonts", pageFontsRoute())
    .route("/v", versionRoutes(served))
    .route("/feed.xml", feedRoute(served))
    .route("/oembed", oembedRoute(datasets))
    .route("/snapshot.fonts", scriptFontsRoute(drawPicture, stored.fonts))
    .route("/", snapshotRoutes(served, drawPicture, stored.drawings, openIdentity))
    .get("/verify", (context) => context.redirect(toVerify(context), 308))
    .route("/api/analysis", analysisRoutes(served, stored.analyses, analyses));
  app.all("/api/*", (context) => notFound(context, nothingThere(context)));
  if (webRoot !== undefined) app.route("/", pageRoutes(datasets, served, webRoot));
  app.notFound(missingPage);
  app.onError((error, context) => {
    if (error instanceof Busy) return busy(context, error);
    // A version that was withdrawn since it was found.
    if (error instanceof DatasetGone && served.asOf !== undefined)
      return problemResponse(context, 410, { title: "Gone", detail: "this version was withdrawn" });
    if (error instanceof DatasetGone) return missingDataset(context, datasets, served.datasetId);
    return unexpectedError(context, error, () => schemaReason(served));
  });
  return app;
}

/** Files of all datasets are checked at one address. */
function toVerify(context: Context<AppEnv>): string {
  const address = new URL("verify", context.get("service"));
  address.search = new URL(context.req.url).search;
  return address.href;
}

function nothingThere(context: Context<AppEnv>): string {
  const { pathname } = context.get("root");
  return `there is nothing at ${pathname.slice(0, -1)}${context.req.path}; start at ${pathname}api`;
}
