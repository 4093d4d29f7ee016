// The only place that knows problems and HTTP statuses both (RFC 9457).
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Link } from "#formats/link.ts";
import { describeProblem, type Problem } from "#model/problem.ts";
import type { AppEnv } from "./app-env.ts";
import type { Busy } from "./busy.ts";
import { databaseAway } from "./database-away.ts";
import { messagePage, wantsPage } from "./message-page.ts";
import { tell, tellError } from "./tell-error.ts";

type ProblemDocument = {
  readonly title: string;
  readonly detail: string;
  readonly problems?: readonly Problem[];
  /** Of what was withdrawn: when and why. */
  readonly withdrawn?: Readonly<Record<"withdrawnAt" | "reason", string>>;
  /** Where there is what can be asked instead. */
  readonly links?: readonly Link[];
};

/** What may have been said already of the answer that a problem takes the place of. */
const OF_ANSWERS = ["ETag", "Last-Modified", "Link", "Content-Crs", "Content-Language"];

/**
 * Answers with `application/problem+json`; `instance` is the request id under which the log has more. A person who asks
 * for a page is answered by one, in the reader's language, where there are words for the status.
 */
export function problemResponse(
  context: Context<AppEnv>,
  status: ContentfulStatusCode,
  { title, detail, links, problems, withdrawn }: ProblemDocument,
  headers: Readonly<Record<string, string>> = {},
): Response {
  for (const name of OF_ANSWERS) context.header(name, undefined);
  const ofAll = { "Cache-Control": "no-store", ...headers };
  const page = wantsPage(context) ? messagePage(context, status, ofAll) : undefined;
  if (page) return page;
  const body = {
    type: "about:blank",
    title,
    status,
    detail,
    instance: `urn:request:${context.get("requestId")}`,
    ...(problems ? { problems } : {}),
    ...withdrawn,
    ...(links ? { links } : {}),
  };
  return context.body(JSON.stringify(body), status, {
    "Content-Type": "application/problem+json",
    ...ofAll,
  });
}

/** 400, naming each parameter, what was got and what is allowed. */
export function badRequest(context: Context<AppEnv>, problems: readonly Problem[]): Response {
  return problemResponse(context, 400, {
    title: "Bad request",
    detail: problems.map(describeProblem).join("; "),
    problems,
  });
}

/** 404, saying what there is instead. */
export function notFound(context: Context<AppEnv>, detail: string): Response {
  return problemResponse(context, 404, { title: "Not found", detail });
}

/** 503 for what can be answered in a moment. */
export function busy(context: Context<AppEnv>, { message, retrySeconds }: Busy): Response {
  return problemResponse(
    context,
    503,
    { title: "Busy", detail: `${message}; try again in a moment` },
    { "Retry-After": String(retrySeconds) },
  );
}

/** When to ask again where the database is away. */
export const RETRY_SECONDS = 5;

/**
 * Whatever else went wrong, of which the log is told: 503 when the database is away, or has become one that this program
 * cannot work with, which `schemaReason` is asked for; 500 otherwise.
 */
export async function unexpectedError(
  context: Context<AppEnv>,
  error: Error,
  schemaReason: () => Promise<string | undefined>,
): Promise<Response> {
  if (databaseAway(error)) {
    tellError(context, error, "the database does not answer");
    return unavailable(context, "The database does not answer; try again in a moment.");
  }
  const reason = await schemaReason();
  if (reason !== undefined) {
    tell(context, "the database cannot be used", { reason });
    return unavailable(context, reason);
  }
  tellError(context, error, "unexpected error");
  return problemResponse(context, 500, {
    title: "Internal error",
    detail: "Something went wrong on our side; the instance above names it in our log.",
  });
}

/** 503, and when to ask again. */
export function unavailable(context: Context<AppEnv>, detail: string): Response {
  return problemResponse(
    context,
    503,
    { title: "Service unavailable", detail },
    { "Retry-After": String(RETRY_SECONDS) },
  );
}
