// oEmbed (https://oembed.com): how another page shows an address of ours.
import { Hono } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import { type Problem, quote } from "#model/problem.ts";
import { unknownParameter } from "#model/unknown-parameter.ts";
import { embedAddress, frameCode, pageOfEmbed } from "#web/view/address/embed-options.ts";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";
import { languageOf } from "../http/language.ts";
import { badRequest, notFound, problemResponse } from "../http/problems.ts";
import { namedVersion } from "../served/asked-version.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { pathOfDataset, type ServedDatasets } from "../served/served-datasets.ts";
import { type SharedView, sharedView } from "./shared-view.ts";

const [FIRST_WIDTH, FIRST_HEIGHT, MIN_SIDE] = [800, 600, 200];
const CACHE_SECONDS = 3600;
const PARAMETERS = ["url", "format", "maxwidth", "maxheight"] as const;

/** The card, where it is no larger than what was asked for. */
function thumbnailOf({ image }: SharedView, { searchParams }: URL) {
  const most = (name: string) => Number(searchParams.get(name) ?? Number.POSITIVE_INFINITY);
  if (image.width > most("maxwidth") || image.height > most("maxheight")) return {};
  return {
    thumbnail_url: image.url.href,
    thumbnail_width: image.width,
    thumbnail_height: image.height,
  };
}

type Shown = { readonly served: ServedDataset; readonly page: URL };

/**
 * The page of the map that an address shows, if it is one of ours: itself or, of an embedded map, the whole. Whichever
 * dataset is asked, the page may be of any.
 */
async function pageAt(
  url: URL,
  service: URL,
  datasets: ServedDatasets,
): Promise<Shown | undefined> {
  const path = `${url.pathname.replace(/\/+$/, "")}/`;
  if (url.origin !== service.origin || !path.startsWith(service.pathname)) return undefined;
  const [, id, rest] = /^(?:d\/([^/]+)\/)?(embed\/)?$/.exec(
    path.slice(service.pathname.length),
  ) ?? [undefined, undefined, null];
  if (rest === null) return undefined;
  const served = id === undefined ? datasets.default : await datasets.find(id);
  if (!served) return undefined;
  const page = new URL(id === undefined ? "" : `d/${id}/`, service);
  page.search = url.search;
  page.hash = url.hash;
  return {
    served: await inAskedVersion(served, page, datasets),
    page: rest === undefined ? page : pageOfEmbed(page),
  };
}

/** The dataset in the version that the page names, if there is one. */
async function inAskedVersion(
  served: ServedDataset,
  { searchParams }: URL,
  datasets: ServedDatasets,
): Promise<ServedDataset> {
  const text = searchParams.get("v");
  const version = text === null ? undefined : await namedVersion(served, { by: "v", text });
  return version ? datasets.inVersion(served, version) : served;
}

/** Where the maps of other datasets are, in words. */
async function ofOthers(datasets: ServedDatasets): Promise<string> {
  const others = (await datasets.ids()).filter((id) => id !== datasets.default.datasetId);
  return others.map((id) => `, ${pathOfDataset(id)}/`).join("");
}

export function oembedRoute(datasets: ServedDatasets) {
  return new Hono<AppEnv>().get("/", async (context) => {
    const request = new URL(context.req.url);
    const problems: Problem[] = [];
    for (const name of new Set(request.searchParams.keys()))
      if (!PARAMETERS.some((one) => one === name))
        problems.push(unknownParameter(name, PARAMETERS));
    const most = (name: "maxwidth" | "maxheight", usual: number) => {
      const text = request.searchParams.get(name);
      if (text === null) return usual;
      if (/^\d{1,5}$/.test(text) && Number(text) >= MIN_SIDE) return Math.min(usual, Number(text));
      problems.push({ name, got: quote(text), allowed: `a whole number from ${MIN_SIDE}` });
      return usual;
    };
    const [width, height] = [most("maxwidth", FIRST_WIDTH), most("maxheight", FIRST_HEIGHT)];
    const text = request.searchParams.get("url");
    if (!text || !URL.canParse(text))
      problems.push({ name: "url", got: quote(text ?? ""), allowed: "the address of a map here" });
    if (problems.length > 0) return badRequest(context, problems);
    const format = request.searchParams.get("format") ?? "json";
    if (format !== "json" && format !== "xml")
      return problemResponse(context, 501, {
        title: "Not implemented",
        detail: `got format ${quote(format)}, allowed is json or xml`,
      });
    const url = new URL(text ?? "");
    const service = context.get("service");
    const asked = await pageAt(url, service, datasets);
    if (!asked)
      return notFound(
        context,
        `there is no map at ${quote(url.href)}; maps are at ${service.href}${await ofOthers(datasets)}`,
      );
    const view = await sharedView(asked.served, asked.page, (all) => languageOf(context, all));
    const shown = new URL(view.page);
    shown.hash = asked.page.hash;
    const answer = {
      version: "1.0",
      type: "rich",
      provider_name: "Rocade",
      provider_url: service.href,
      title: view.title,
      author_name: "Rocade",
      cache_age: CACHE_SECONDS,
      width,
      height,
      html: frameCode(embedAddress(shown, { controls: "all", theme: "auto" }), view.title, {
        width: `${width}`,
        height,
      }),
      ...thumbnailOf(view, request),
    };
    context.header("Cache-Control", CACHE_POLICIES[view.isPlain ? "never" : "versioned"]);
    if (format === "json") return context.json(answer);
    const elements = Object.entries(answer).map(
      ([name, value]) => `<${name}>${escapeMarkup(`${value}`)}</${name}>`,
    );
    return context.body(
      `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join("")}</oembed>\n`,
      200,
      { "Content-Type": "text/xml; charset=utf-8" },
    );
  });
}
