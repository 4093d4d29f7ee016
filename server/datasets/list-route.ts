// `/datasets`: what is published here, for people and for programs.
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { isKnown, tagOf } from "../http/caches/caching.ts";
import { FORMATS, negotiate } from "../http/formats.ts";
import { linkHeader, selfAndAlternates } from "../http/links.ts";
import { askedLanguage } from "../http/message-page.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { describeError } from "../http/tell-error.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";
import { datasetList } from "./dataset-list.ts";
import { entryDocument, entryOf } from "./list-document.ts";
import { listPage } from "./list-page.ts";
import { listTexts } from "./list-texts.ts";

export function datasetListRoute(datasets: ServedDatasets) {
  const list = datasetList(datasets);
  return new Hono<AppEnv>().get("/", async (context) => {
    const query = readQuery(context, ["f"]);
    if (!query.ok) return badRequest(context, query.problems);
    const chosen = negotiate(context, ["json", "html"]);
    if (chosen instanceof Response) return chosen;
    const language = askedLanguage(context);
    context.header("Content-Language", language);
    const { url } = context.req;
    const service = context.get("service");
    const listed = await list();
    const tell = (id: string) => (error: Error) =>
      context
        .get("log")
        .error("a dataset cannot be read", { dataset: id, ...describeError(error) });
    const entries = listed.map((one) => entryOf(one, language, service, tell(one.id)));
    const states = listed.map(({ id, isDefault, state }, index) => [
      id,
      isDefault,
      state,
      entries[index]?.about !== undefined,
    ]);
    const tag = tagOf(JSON.stringify(states), JSON.stringify([url, chosen, language]));
    if (isKnown(context, tag)) return context.body(null, 304);
    const links = selfAndAlternates(url, { json: FORMATS.json, html: FORMATS.html }, chosen);
    context.header("Link", linkHeader(links));
    if (chosen === "html") return context.html(listPage(entries, language, service));
    const document = {
      title: listTexts(language).title,
      default: datasets.default.datasetId,
      datasets: entries.map(entryDocument),
      links,
    };
    return context.body(`${JSON.stringify(document)}\n`, 200, {
      "Content-Type": FORMATS.json.mediaType,
    });
  });
}
