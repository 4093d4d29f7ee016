// The service: which part of it answers a request. `dataset-app.ts` has the table of contents of a dataset.
import { Hono } from "hono";
import { createDatasetApp, type Instance } from "./dataset-app.ts";
import { datasetListRoute } from "./datasets/list-route.ts";
import { missingDataset } from "./datasets/missing-dataset.ts";
import { healthRoutes } from "./health.ts";
import type { AppEnv } from "./http/app-env.ts";
import { compression } from "./http/compression.ts";
import { clientLimit } from "./http/limits/client-limit.ts";
import { isLarge, MAX_LARGE, queueLimit } from "./http/limits/queue-limit.ts";
import { requestSize } from "./http/limits/request-size.ts";
import { singleHost } from "./http/limits/single-host.ts";
import { methods } from "./http/methods.ts";
import { openReads } from "./http/open-reads.ts";
import { unexpectedError } from "./http/problems.ts";
import { publicAddress, routedPath } from "./http/public-address.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { ClientLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./observe/metrics.ts";
import { guardedMetrics } from "./observe/metrics-routes.ts";
import { observe, requestLines } from "./observe/observe.ts";
import { missingPage } from "./pages/pages.ts";
import { schemaReason } from "./schema-reason.ts";
import type { ServedDataset } from "./served/served-dataset.ts";
import { pathOfDataset, ServedDatasets } from "./served/served-datasets.ts";
import type { DrawPicture } from "./snapshot/picture-task.ts";
import { createStoredAnswers } from "./stored-answers.ts";

export type AppParts = {
  /** The dataset that answers at the root; all others of its database answer below `/d/`. */
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

/** The connection, where a request came by one. */
type Bindings = AppEnv["Bindings"] | object;

export type App = {
  readonly fetch: (request: Request, env?: Bindings) => Promise<Response>;
  /** The same of an address, in full or as a path. */
  readonly request: (address: string | URL | Request, init?: RequestInit) => Promise<Response>;
};

/** What is of the service itself and of no dataset; `/d/…` is, where there is no such dataset. */
const OF_SERVICE = /^\/(healthz|readyz|metrics|datasets|d)(\/|$)/;
const OF_DATASET = /^\/d\/([^/]+)(\/|$)/;

/** The whole service as one function from request to response. */
export function createApp(parts: AppParts): App {
  const { clientLimits, drawPicture, log, metrics, publicUrl, served, webRoot } = parts;
  const datasets = new ServedDatasets(served);
  const instance: Instance = {
    datasets,
    watched: [
      observe(log, [requestLines(log), ...(metrics ? [metrics.observer] : [])]),
      // Before all that can refuse: a refusal is held to them, too.
      securityHeaders(),
    ],
    limited: [
      compression(),
      openReads(),
      singleHost(),
      requestSize(),
      methods(),
      ...(clientLimits ? [clientLimit(clientLimits)] : []),
    ],
    queued: [
      ["/api/*", queueLimit()],
      ["/api/collections/*", queueLimit(MAX_LARGE, isLarge)],
    ],
    stored: createStoredAnswers(),
    drawPicture,
    publicUrl,
    webRoot,
  };
  const ofService = createServiceApp(instance, parts);
  const byDefault = createDatasetApp(instance, served, "");
  /** Those under their own names, the default one too; each is forgotten with its dataset. */
  const named = new WeakMap<ServedDataset, Hono<AppEnv>>();
  const appOf = (dataset: ServedDataset): Hono<AppEnv> => {
    const known = named.get(dataset);
    if (known) return known;
    const made = createDatasetApp(instance, dataset, pathOfDataset(dataset.datasetId));
    named.set(dataset, made);
    return made;
  };
  const pathOf = routedPath(publicUrl);
  const fetch = async (request: Request, env?: Bindings): Promise<Response> => {
    const path = pathOf(request);
    const [, id] = OF_DATASET.exec(path) ?? [];
    // A list that cannot be read now is asked for again where that is told.
    const dataset = id === undefined ? undefined : await datasets.find(id).catch(() => undefined);
    if (dataset) return appOf(dataset).fetch(request, env);
    return (OF_SERVICE.test(path) ? ofService : byDefault).fetch(request, env);
  };
  return {
    fetch,
    request: (address, init) =>
      fetch(address instanceof Request ? address : new Request(inFull(address), init)),
  };
}

const inFull = (address: string | URL) => new URL(address, "http://localhost");

function createServiceApp(instance: Instance, { metrics, metricsToken, served }: AppParts) {
  const { datasets, limited, publicUrl, watched } = instance;
  const app = new Hono<AppEnv>({ getPath: routedPath(publicUrl) });
  app.use(...watched, publicAddress(publicUrl), ...limited);
  app
    .route("/", healthRoutes(served))
    .route("/datasets", datasetListRoute(datasets))
    .get("/d", (context) => context.redirect(new URL("datasets", context.get("service")).href, 308))
    .all("/d/:id{.+}", (context) =>
      missingDataset(context, datasets, (context.req.param("id") ?? "").replace(/\/.*/, "")),
    );
  if (metrics && metricsToken !== undefined) app.route("/", guardedMetrics(metrics, metricsToken));
  app.notFound(missingPage);
  app.onError((error, context) => unexpectedError(context, error, () => schemaReason(served)));
  return app;
}
