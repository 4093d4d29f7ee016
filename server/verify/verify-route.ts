// `/verify`: the page, and what a program posts a file to.
import { type Context, Hono } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import { describeProblem } from "#model/problem.ts";
import type { OpenIdentity } from "../credentials/identity.ts";
import { preferredType } from "../http/accept.ts";
import type { AppEnv } from "../http/app-env.ts";
import { askedLanguage } from "../http/message-page.ts";
import { badRequest, problemResponse } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { vary } from "../http/vary.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";
import type { DrawPicture } from "../snapshot/picture-task.ts";
import { checkFile } from "./check-file.ts";
import { type Refused, receivedFile } from "./received-file.ts";
import { wordsOfVerdict } from "./verdict-words.ts";
import { MAX_MEGABYTES, verdictHtml, verifyPage } from "./verify-page.ts";
import { verifyTexts } from "./verify-texts.ts";

const NEVER = { "Cache-Control": "no-store" };

export function verifyRoute(
  datasets: ServedDatasets,
  draw: DrawPicture,
  openIdentity: OpenIdentity | undefined,
) {
  return new Hono<AppEnv>()
    .use("/", async (context, next) => {
      const query = readQuery(context, []);
      return query.ok ? next() : badRequest(context, query.problems);
    })
    .get("/", (context) => {
      const language = askedLanguage(context);
      context.header("Content-Language", language);
      return context.html(verifyPage(language, context.get("service")));
    })
    .post("/", async (context) => {
      const language = askedLanguage(context);
      const service = context.get("service");
      const received = await receivedFile(context.req.raw, MAX_MEGABYTES * 1e6);
      if ("problem" in received) return refusal(context, received);
      const verdict = await checkFile(
        received.file,
        { datasets, draw, service, openIdentity },
        received.signature,
      );
      context.header("Content-Language", language);
      if (isForPeople(context))
        return context.html(
          verifyPage(language, service, verdictHtml(verdict, language)),
          200,
          NEVER,
        );
      const document = { ...verdict, said: wordsOfVerdict(verdict, language) };
      return context.json(document, 200, NEVER);
    });
}

/** Whether a browser has sent the form. */
function isForPeople(context: Context<AppEnv>): boolean {
  vary(context, "Accept");
  const accept = context.req.header("Accept") ?? "*/*";
  return preferredType(accept, ["application/json", "text/html"]) === "text/html";
}

function refusal(
  context: Context<AppEnv>,
  { problem, status, why }: Refused,
): Response | Promise<Response> {
  // What is left of it is not read.
  const headers = { ...NEVER, ...(status === 413 ? { Connection: "close" } : {}) };
  if (isForPeople(context)) {
    const language = askedLanguage(context);
    context.header("Content-Language", language);
    const said = escapeMarkup(verifyTexts(language).refused(why, MAX_MEGABYTES));
    const page = verifyPage(language, context.get("service"), `<p role="alert">${said}</p>`);
    return context.html(page, status, headers);
  }
  const detail = describeProblem(problem);
  const title = status === 413 ? "Content too large" : "Bad request";
  return problemResponse(context, status, { title, detail, problems: [problem] }, headers);
}
