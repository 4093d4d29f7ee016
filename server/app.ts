// The table of contents of the service: what answers where.
import { Hono } from "hono";
import { analysisRoutes } from "./api/analysis.ts";
import { datasetRoute } from "./api/dataset.ts";
import { eventColumnsRoute } from "./api/event-columns.ts";
import { healthRoutes } from "./health.ts";
import type { AppEnv } from "./http/app-env.ts";
import { Busy } from "./http/busy.ts";
import { compression } from "./http/compression.ts";
import { WholeFiles } from "./http/files/whole-files.ts";
import { clientLimit } from "./http/limits/client-limit.ts";
import { isLarge, MAX_LARGE, queueLimit } from "./http/limits/queue-limit.ts";
import { requestSize } from "./http/limits/request-size.ts";
import { singleHost } from "./http/limits/single-host.ts";
import { methods } from "./http/methods.ts";
import { openReads } from "./http/open-reads.ts";
import { busy, notFound, unexpectedError } from "./http/problems.ts";
import { publicAddress, routedPath } from "./http/public-address.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { ClientLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./observe/metrics.ts";
import { guardedMetrics } from "./observe/metrics-routes.ts";
import { observe, requestLines } from "./observe/observe.ts";
import { collectionRoutes } from "./ogc/collections.ts";
import { conformanceRoute } from "./ogc/conformance.ts";
import { downloadRoutes } from "./ogc/download.ts";
import { pageStyleRoute } from "./ogc/html/page-style.ts";
import { MAX_FILE_BYTES } from "./ogc/item-formats.ts";
import { landingRoute } from "./ogc/landing.ts";
import { openApiRoute } from "./ogc/openapi.ts";
import { packageRoutes } from "./package/package-routes.ts";
import { missingPage, pageRoutes } from "./pages/pages.ts";
import { schemaReason } from "./schema-reason.ts";
import { datasetTimeZone } from "./served/dataset-time-zone.ts";
import type { ServedDataset } from "./served/served-dataset.ts";
import { taggedAnswers } from "./served/tagged-answers.ts";
import { scriptFontsRoute } from "./snapshot/fonts/script-fonts-route.ts";
import { oembedRoute } from "./snapshot/oembed.ts";
import type { DrawPicture } from "./snapshot/picture-task.ts";
import { snapshotRoutes } from "./snapshot/snapshot.ts";
import { tileMatrixSetRoutes, tileRoutes } from "./tiles/tiles.ts";

export type AppParts = {
  readonly served: ServedDataset;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Who sends it may read the metrics beside the map; undefined: nobody. */
  readonly metricsToken?: string | undefined;
  /** Draws pictures from SVG; in threads, where the service has to stay quick. */
  readonly drawPicture: DrawPicture;
  /** How much one client may ask for; as much as it likes unless told. */
  readonly clientLimits?: ClientLimits | undefined;
  /** Address under which readers reach the service; undefined where it is the one that they ask. */
  readonly publicUrl?: URL | undefined;
  /** Folder of the built page; undefined while a development server serves it. */
  readonly webRoot: string | undefined;
};

/** The whole service as one function from request to response. */
export function createApp(parts: AppParts) {
  const { clientLimits, served, log, metrics, metricsToken, drawPicture, publicUrl, webRoot } =
    parts;
  const files = new WholeFiles(MAX_FILE_BYTES);
  const app = new Hono<AppEnv>({ getPath: routedPath(publicUrl) });
  app.use(
    observe(log, [requestLines(log), ...(metrics ? [metrics.observer] : [])]),
    // Before all that can refuse: a refusal is held to them, too.
    securityHeaders(),
    publicAddress(publicUrl),
    compression(),
    openReads(),
    singleHost(),
    requestSize(),
    methods(),
  );
  if (clientLimits) app.use(clientLimit(clientLimits));
  app.use("/api/*", queueLimit());
  app.use("/api/collections/*", queueLimit(MAX_LARGE, isLarge));
  app.use(taggedAnswers(served));
  for (const path of ["collections", "download", "analysis"])
    app.use(`/api/${path}/*`, datasetTimeZone(served));
  const routed = app
    .route("/", healthRoutes(served))
    .route("/api", landingRoute(served))
    .route("/api/dataset", datasetRoute(served))
    .route("/api/conformance", conformanceRoute(served))
    .route("/api/openapi", openApiRoute(served))
    .route("/api/collections/events/columns", eventColumnsRoute(served))
    .route("/api/collections", collectionRoutes(served))
    .route("/api/collections/:id/tiles", tileRoutes(served))
    .route("/api/tileMatrixSets", tileMatrixSetRoutes(served))
    .route("/api/download", packageRoutes(served, files))
    .route("/api/download", downloadRoutes(served, files))
    .route("/api/page.css", pageStyleRoute())
    .route("/oembed", oembedRoute(served))
    .route("/snapshot.fonts", scriptFontsRoute(drawPicture))
    .route("/", snapshotRoutes(served, drawPicture))
    .route("/api/analysis", analysisRoutes(served));
  app.all("/api/*", (context) =>
    notFound(context, `there is nothing at ${context.req.path}; start at /api`),
  );
  if (metrics && metricsToken !== undefined) app.route("/", guardedMetrics(metrics, metricsToken));
  if (webRoot !== undefined) app.route("/", pageRoutes(served, webRoot));
  app.notFound(missingPage);
  app.onError((error, context) => {
    if (error instanceof Busy) return busy(context, error);
    return unexpectedError(context, error, () => schemaReason(served));
  });
  return routed;
}
