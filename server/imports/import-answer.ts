// What whoever has sent a package is told: the version and what it changes, or why it was not published.
import type { Context } from "hono";
import { countNotices, type Notices } from "#import/findings.ts";
import type { Told } from "#import/load/publish-told.ts";
import { printCount } from "#import/print-findings.ts";
import { printNotice, printRowProblem, type RowProblem } from "#import/row-problem.ts";
import { quote } from "#model/problem.ts";
import type { AppEnv } from "../http/app-env.ts";
import { problemResponse, RETRY_SECONDS } from "../http/problems.ts";
import { pathOfDataset, pathOfVersion } from "../served/served-datasets.ts";
import type { ImportAnswer, ImportTask } from "./import-task.ts";

/** Problems that are told one by one, and notices of a kind. */
const [MAX_PROBLEMS, MAX_NOTICES] = [100, 5];
/** Problems that are told in the sentence. */
const IN_WORDS = 3;

export function answerOf(
  context: Context<AppEnv>,
  { datasetId, isTrial }: Pick<ImportTask, "datasetId" | "isTrial">,
  answer: ImportAnswer,
): Response {
  const refuse = (
    status: 409 | 422,
    title: string,
    detail: string,
    problems?: readonly RowProblem[],
  ) => problemResponse(context, status, { title, detail, ...(problems && { problems }) });
  if (answer.status === "no-package")
    return refuse(
      422,
      "Unprocessable content",
      `got ${answer.got}, allowed is ${answer.allowed}; nothing was published`,
    );
  if (answer.status === "of-another")
    return refuse(
      409,
      "Conflict",
      `the address is that of ${quote(datasetId)}, and the package (name in datapackage.json) that of ${quote(answer.name)}; nothing was published`,
    );
  if (answer.status === "failed")
    return problemResponse(
      context,
      503,
      { title: "Service unavailable", detail: `nothing was published: ${answer.message}` },
      { "Retry-After": String(RETRY_SECONDS) },
    );
  const { outcome } = answer;
  if (outcome.status === "refused") {
    const { isTaken, problems } = outcome;
    const words = problems.slice(0, IN_WORDS).map(printRowProblem).join("; ");
    const more = problems.length > IN_WORDS ? "; …" : "";
    const detail = `${printCount(problems.length, "problem")}, nothing was published: ${words}${more}`;
    const told = problems.slice(0, MAX_PROBLEMS);
    return isTaken
      ? refuse(409, "Conflict", detail, told)
      : refuse(422, "Unprocessable content", detail, told);
  }
  return published(context, isTrial, answer, outcome);
}

type Accepted = Exclude<Told["outcome"], { readonly status: "refused" }>;

function published(
  context: Context<AppEnv>,
  isTrial: boolean,
  { tried }: Told,
  outcome: Accepted,
): Response {
  const { datasetId, version } = outcome;
  const { contentHash, label, publishedAt } = version;
  const service = context.get("service");
  const address = `${pathOfDataset(datasetId)}${pathOfVersion(label)}/api`;
  const isThere = !isTrial || outcome.status !== "loaded";
  const document = {
    status: outcome.status !== "loaded" ? "unchanged" : isTrial ? "would-publish" : "published",
    dataset: datasetId,
    version: isThere ? { label, publishedAt, contentHash } : { label },
    ...(outcome.status === "loaded"
      ? {
          rows: outcome.rows,
          where: outcome.where,
          levels: outcome.levels,
          notices: noticesOf(outcome.notices),
          // Nothing is there with which the first could be compared.
          first: tried?.isFirst === true,
          changes: tried?.changes ?? [],
          protects: tried?.protects,
        }
      : { changes: [] }),
  };
  const isNew = outcome.status === "loaded" && !isTrial && tried?.isFirst === true;
  return context.body(`${JSON.stringify(document)}\n`, isNew ? 201 : 200, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    ...(isThere ? { Location: new URL(address.slice(1), service).href } : {}),
  });
}

/** How many there are, and the first of each kind as sentences. */
const noticesOf = (notices: readonly Notices[]) => ({
  count: countNotices(notices),
  said: notices.flatMap(({ examples }) => examples.slice(0, MAX_NOTICES).map(printNotice)),
});
