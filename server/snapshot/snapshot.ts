// `/snapshot.svg`: the figure of a date by its address, complete enough to print and to cite.
import { Hono } from "hono";
import { drawFigure } from "#web/figure/figure.ts";
import { DARK, LIGHT } from "#web/figure/palette.ts";
import { createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { dateInWords } from "#web/state/date-in-words.ts";
import { filterOf } from "#web/state/url-echo.ts";
import { type ServedDataset, servedDataset, servedVersion } from "../api/served-dataset.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caching.ts";
import { languageOf } from "../http/language.ts";
import { badRequest } from "../http/problems.ts";
import {
  PAPER_PARAMETERS,
  readSnapshotQuestion,
  type SnapshotQuestion,
} from "./snapshot-question.ts";

export function snapshotRoutes(served: ServedDataset) {
  return new Hono<AppEnv>().get("/snapshot.svg", async (context) => {
    const read = readSnapshotQuestion(context);
    if (!read.ok) return badRequest(context, read.problems);
    const language = read.value.state.lang ?? languageOf(context);
    const { contentHash } = await servedVersion(served);
    const question = JSON.stringify([
      "snapshot",
      language,
      new URL(context.req.url).origin,
      read.value,
    ]);
    if (isUnchanged(context, entityTag(contentHash, question))) return context.body(null, 304);
    const svg = await figureOf(served, read.value, language, context.req.url);
    return context.body(svg, 200, { "Content-Type": "image/svg+xml; charset=utf-8" });
  });
}

async function figureOf(
  served: ServedDataset,
  { box, height, showsDistances, state: url, theme, title, width }: SnapshotQuestion,
  language: "en" | "fr",
  address: string,
): Promise<string> {
  const dataset = await servedDataset(served);
  const state = createAppState(dataset, {
    ...NOTHING_ASKED,
    day: url.date,
    range: url.time,
    mode: url.mode,
    certainty: url.certainty,
    filter: filterOf(url),
    language,
  });
  return drawFigure({
    dataset,
    language,
    scene: state.scene.peek(),
    separation: state.separation.peek(),
    date: dateInWords(state),
    title: title ?? dataset.meta.title[language],
    palette: theme === "dark" ? DARK : LIGHT,
    permalink: permalinkOf(address),
    box: box ?? dataset.meta.home,
    showsDistances,
    width,
    height,
  });
}

/** The page that shows the same: the address without what is about paper. */
function permalinkOf(address: string): string {
  const page = new URL(address);
  page.pathname = "/";
  for (const name of PAPER_PARAMETERS) page.searchParams.delete(name);
  return page.href.replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",");
}
