// The service: which part of it answers a request. `dataset-app.ts` has the table of contents of a dataset.
import { Hono } from "hono";
import { MAX_WAITING } from "./api/analysis.ts";
import type { OpenIdentity } from "./credentials/identity.ts";
import type { Instance } from "./dataset-app.ts";
import { DatasetApps } from "./dataset-apps.ts";
import { datasetListRoute } from "./datasets/list-route.ts";
import { missingDataset } from "./datasets/missing-dataset.ts";
import { healthRoutes } from "./health.ts";
import type { AppEnv } from "./http/app-env.ts";
import { Busy } from "./http/busy.ts";
import { compression } from "./http/compression.ts";
import { keepLanguage } from "./http/keep-language.ts";
import { clientLimit } from "./http/limits/client-limit.ts";
import { isLarge, MAX_LARGE, queueLimit } from "./http/limits/queue-limit.ts";
import { requestSize } from "./http/limits/request-size.ts";
import { singleHost } from "./http/limits/single-host.ts";
import { Turns } from "./http/limits/turns.ts";
import { methods } from "./http/methods.ts";
import { openReads } from "./http/open-reads.ts";
import { busy, unexpectedError } from "./http/problems.ts";
import { publicAddress, routedPath } from "./http/public-address.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { importRoute } from "./imports/import-route.ts";
import type { Importing } from "./imports/import-task.ts";
import type { ClientLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./observe/metrics.ts";
import { guardedMetrics } from "./observe/metrics-routes.ts";
import { observe, requestLines } from "./observe/observe.ts";
import { missingPage } from "./pages/pages.ts";
import { workbenchRoute } from "./pages/workbench-route.ts";
import { schemaReason } from "./schema-reason.ts";
import { type Naming, namedVersion } from "./served/asked-version.ts";
import type { ServedDataset } from "./served/served-dataset.ts";
import { pathOfVersion, ServedDatasets } from "./served/served-datasets.ts";
import type { DrawPicture } from "./snapshot/picture-task.ts";
import { createStoredAnswers } from "./stored-answers.ts";
import { verifyRoute } from "./verify/verify-route.ts";

export type AppParts = {
  /** The dataset that answers at the root; all others of its database answer below `/d/`. */
  readonly served: ServedDataset;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Who sends it may read the metrics beside the map; undefined: nobody. */
  readonly metricsToken?: string | undefined;
  /** Draws pictures from SVG; in threads, where the service has to stay quick. */
  readonly drawPicture: DrawPicture;
  /** Who signs files that somebody wants signed; undefined: nobody. */
  readonly openIdentity?: OpenIdentity | undefined;
  /** How much one client may ask for; as much as it likes unless told. */
  readonly clientLimits?: ClientLimits | undefined;
  /** By whom and how packages are published over HTTP; undefined: by nobody. */
  readonly importing?: Importing | undefined;
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
const OF_SERVICE = /^\/(healthz|readyz|metrics|datasets|api\/datasets|verify|new|d)(\/|$)/;
const OF_DATASET = /^(\/d\/([^/]+))(?=\/|$)/;
/** Below the path of a dataset: the API of a version, the API itself, and what shows a state of the dataset. */
const OF_VERSION = /^\/v\/([^/]+)(?=\/api(\/|$))/;
const OF_API = /^\/api(\/|$)/;
const OF_STATE = /^\/?(embed|about|index\.html|snapshot\.\w+|kit\.zip)?\/?$/;

/** The whole service as one function from request to response. */
export function createApp(parts: AppParts): App {
  const { clientLimits, drawPicture, importing, log, metrics, openIdentity } = parts;
  const { publicUrl, served, webRoot } = parts;
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
      keepLanguage(),
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
    analyses: new Turns(MAX_WAITING),
    drawPicture,
    openIdentity,
    takesPackages: importing !== undefined,
    publicUrl,
    webRoot,
  };
  const ofService = createServiceApp(instance, parts);
  const apps = new DatasetApps(instance);
  const pathOf = routedPath(publicUrl);
  const fetch = async (request: Request, env?: Bindings): Promise<Response> => {
    const path = pathOf(request);
    const [, at = "", id] = OF_DATASET.exec(path) ?? [];
    // A list that cannot be read now is asked for again where that is told.
    const dataset = id === undefined ? undefined : await datasets.find(id).catch(() => undefined);
    if (!dataset && OF_SERVICE.test(path)) return ofService.fetch(request, env);
    const asked = { newest: dataset ?? served, at: dataset ? at : "" };
    const found = await inVersion(datasets, asked, path, request).catch(() => undefined);
    return apps.of(found ?? { served: asked.newest, at: asked.at }).fetch(request, env);
  };
  return {
    fetch,
    request: (address, init) =>
      fetch(address instanceof Request ? address : new Request(inFull(address), init)),
  };
}

/** A dataset as it is served, the path at which a request finds it, and the one that its answers tell. */
type Found = { readonly served: ServedDataset; readonly at: string; readonly told?: string };

/** The dataset in the version that the request names, if it names one that is there; routes tell of any other. */
async function inVersion(
  datasets: ServedDatasets,
  { newest, at }: { readonly newest: ServedDataset; readonly at: string },
  path: string,
  request: Request,
): Promise<Found | undefined> {
  const own = path.slice(at.length);
  const [ofVersion, inPath] = OF_VERSION.exec(own) ?? [];
  const { searchParams } = new URL(request.url);
  const by = OF_API.test(own) || inPath !== undefined ? "asOf" : "v";
  const texts = searchParams.getAll(by);
  if (inPath === undefined && !(by === "asOf" || OF_STATE.test(own))) return undefined;
  const names: readonly Naming[] = [
    ...(inPath === undefined ? [] : [{ by: "v", text: decodeURIComponent(inPath) } as const]),
    ...texts.map((text) => ({ by, text }) as const),
  ];
  const [version, ...others] = await Promise.all(names.map((name) => namedVersion(newest, name)));
  // What is named twice has to be the same: clients carry a parameter along to where the links of an answer lead.
  if (!version || others.some((one) => one?.number !== version.number)) return undefined;
  if (inPath === undefined && others.length > 0) return undefined;
  const served = datasets.inVersion(newest, version);
  if (by === "v") return { served, at };
  return { served, at: at + (ofVersion ?? ""), told: at + pathOfVersion(version.label) };
}

const inFull = (address: string | URL) => new URL(address, "http://localhost");

/** Files that are being checked at the same time: each is in memory meanwhile. */
const MAX_CHECKED = 4;

function createServiceApp(
  instance: Instance,
  { clientLimits, importing, metrics, metricsToken, served }: AppParts,
) {
  const { datasets, drawPicture, limited, openIdentity, publicUrl, watched, webRoot } = instance;
  const app = new Hono<AppEnv>({ getPath: routedPath(publicUrl) });
  app.use(...watched, publicAddress(publicUrl), ...limited);
  app
    .route("/", healthRoutes(served))
    .route("/datasets", datasetListRoute(datasets))
    .route("/api/datasets", importRoute(datasets, importing, clientLimits?.trustedProxies ?? 0))
    .use(
      "/verify",
      queueLimit(MAX_CHECKED, ({ req }) => req.method === "POST"),
    )
    .route("/verify", verifyRoute(datasets, drawPicture, openIdentity))
    .route("/new", workbenchRoute(webRoot))
    .get("/d", (context) => context.redirect(new URL("datasets", context.get("service")).href, 308))
    .all("/d/:id{.+}", (context) =>
      missingDataset(context, datasets, (context.req.param("id") ?? "").replace(/\/.*/, "")),
    );
  if (metrics && metricsToken !== undefined) app.route("/", guardedMetrics(metrics, metricsToken));
  app.notFound(missingPage);
  app.onError((error, context) =>
    error instanceof Busy
      ? busy(context, error)
      : unexpectedError(context, error, () => schemaReason(served)),
  );
  return app;
}
