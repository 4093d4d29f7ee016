// `PUT /api/datasets/{id}`: publishes a data package as the next version of its dataset, for whoever has the token.
import { type Context, Hono } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { quote } from "#model/problem.ts";
import { bareType } from "../http/accept.ts";
import type { AppEnv } from "../http/app-env.ts";
import { isBearerOf } from "../http/bearer-token.ts";
import { Busy } from "../http/busy.ts";
import { bodyWithin } from "../http/limits/body-within.ts";
import { clientOf } from "../http/limits/client-address.ts";
import { badRequest, busy, notFound, problemResponse } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { pathOfDataset, type ServedDatasets } from "../served/served-datasets.ts";
import { answerOf } from "./import-answer.ts";
import type { Importing } from "./import-task.ts";

/** What clients call a ZIP; one that says nothing is believed when it is one. */
const ZIP_TYPES = new Set([
  ...["", "application/zip", "application/x-zip-compressed", "application/octet-stream"],
]);
/** Wrong tokens that one client may send in a minute. */
const MAX_WRONG = 10;
const RETRY_SECONDS = 5;

export function importRoute(
  datasets: ServedDatasets,
  importing: Importing | undefined,
  trustedProxies: number,
) {
  const isAllowed = isBearerOf(importing?.token ?? "");
  const wrong = new RateLimiterMemory({ points: MAX_WRONG, duration: 60 });
  let isAtWork = false;

  /** Whoever has not the token learns so before anything is read; undefined: it was sent. */
  const refused = async (context: Context<AppEnv>): Promise<Response | undefined> => {
    const given = context.req.header("Authorization");
    if (given === undefined)
      return problemResponse(
        context,
        401,
        { title: "Unauthorized", detail: "expected Authorization: Bearer with IMPORT_TOKEN" },
        { "WWW-Authenticate": "Bearer" },
      );
    const client = clientOf(context, trustedProxies) ?? "";
    const state = await wrong.get(client);
    if (state !== null && state.consumedPoints >= MAX_WRONG) return tooMany(context, state);
    if (isAllowed(given)) return undefined;
    await wrong.consume(client).catch((limit) => {
      if (!(limit instanceof RateLimiterRes)) throw limit;
    });
    const detail = "the token is not that of this instance (IMPORT_TOKEN)";
    return problemResponse(context, 403, { title: "Forbidden", detail });
  };

  const put = async (context: Context<AppEnv, "/:id">): Promise<Response> => {
    if (!importing)
      return notFound(context, "nothing is published by this address: IMPORT_TOKEN is not set");
    const refusal = await refused(context);
    if (refusal) return refusal;
    const query = readQuery(context, ["dry-run"]);
    if (!query.ok) return badRequest(context, query.problems);
    const type = bareType(context.req.header("Content-Type") ?? "");
    if (!ZIP_TYPES.has(type) || context.req.header("Content-Encoding") !== undefined)
      return problemResponse(context, 415, {
        title: "Unsupported media type",
        detail: `got ${quote(context.req.header("Content-Encoding") ?? type)}, allowed is a data package as application/zip`,
      });
    if (isAtWork)
      return busy(context, new Busy("another package is being published", RETRY_SECONDS));
    isAtWork = true;
    try {
      const { megabytes, run } = importing;
      const { incoming, outgoing } = context.env ?? {};
      if (incoming?.headers.expect !== undefined) outgoing?.writeContinue();
      const packed = await bodyWithin(context.req.raw, megabytes * 1e6);
      if (!packed)
        return problemResponse(context, 413, {
          title: "Content too large",
          detail: `got more, allowed are ${megabytes} MB (IMPORT_MEGABYTES)`,
        });
      const task = {
        ...{ datasetId: context.req.param("id"), packed },
        isTrial: query.value["dry-run"] === true,
      };
      const answer = await patiently(context, () => run(task));
      datasets.forgetList();
      return answerOf(context, task, answer);
    } finally {
      isAtWork = false;
    }
  };

  return new Hono<AppEnv>()
    .put("/:id", put)
    .get("/:id", (context) => {
      const package_ = `${pathOfDataset(context.req.param("id"))}/api/download/package.zip`;
      return context.redirect(new URL(package_.slice(1), context.get("service")).href, 303);
    })
    .all("/*", (context) => notFound(context, "datasets are listed at /datasets"));
}

const tooMany = (context: Context<AppEnv>, { msBeforeNext }: RateLimiterRes) =>
  problemResponse(
    context,
    429,
    { title: "Too many requests", detail: `${MAX_WRONG} wrong tokens were sent within a minute` },
    { "Retry-After": String(Math.max(1, Math.ceil(msBeforeNext / 1000))) },
  );

/** Does the work while nothing passes over the connection, for however long that is. */
async function patiently<Answer>(
  context: Context<AppEnv>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const socket = context.env?.incoming?.socket;
  const longest = socket?.timeout ?? 0;
  socket?.setTimeout(0);
  try {
    return await work();
  } finally {
    socket?.setTimeout(longest);
  }
}
