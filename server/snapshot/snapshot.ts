// `/snapshot.svg`, `.png`, `.pdf`, `.zip` and, with many pictures, `/kit.zip`: the figure of a date by its address, complete enough to print and to cite.

import { type Context, Hono } from "hono";
import type { Dataset } from "#model/dataset/dataset.ts";
import { isVersionNamed } from "#model/dataset/version.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { picturePath } from "#web/view/address/picture-path.ts";
import { spokenLanguage } from "#web/view/address/spoken-language.ts";
import { FIGURE_EDITION } from "#web/view/proof/figure-edition.ts";
import { printSelection } from "#web/view/question/selection.ts";
import { withdrawalOf } from "#web/view/question/withdrawn-selection.ts";
import { isCredentialFormat } from "../credentials/content-credentials.ts";
import type { OpenIdentity } from "../credentials/identity.ts";
import type { AppEnv } from "../http/app-env.ts";
import { Busy } from "../http/busy.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { questionKey } from "../http/caches/question-key.ts";
import { licenceLinks, savedAs } from "../http/files/saved-file.ts";
import { languageOf } from "../http/language.ts";
import { Turns } from "../http/limits/turns.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { namedVersion, noSuchVersion } from "../served/asked-version.ts";
import {
  isStillServed,
  type ServedDataset,
  servedMeta,
  servedVersion,
} from "../served/served-dataset.ts";
import { servedDataset, servedDatasetText } from "../served/whole-dataset.ts";
import { goneSelection, goneVersion } from "../served/withdrawn.ts";
import { answerDrawing } from "./drawing-answers.ts";
import { leadByBody, ledByDocument } from "./figure-documents.ts";
import { readKitAddress } from "./kit/kit-question.ts";
import { MEDIA_TYPES, svgPolicy } from "./media-types.ts";
import { costOf } from "./picture-cost.ts";
import {
  type Drawing,
  type DrawPicture,
  PICTURE_FORMATS,
  type Picture,
  type PictureFormat,
  PicturesBusy,
} from "./picture-task.ts";
import { crowdOfPicture } from "./pictured-crowd.ts";
import { signedAnswer } from "./signed-answer.ts";
import { unmetBy } from "./unmet.ts";

/** Kits take many times as long as a picture: one after the other, so that pictures have the other threads. */
const kits = new Turns(4, 20_000);

async function inTurn(draw: () => Promise<Drawing>): Promise<Drawing> {
  const drawing = await kits.take(draw);
  if (drawing === undefined) throw new PicturesBusy("queue-full");
  return drawing;
}

/** `drawn`: pictures that were drawn already. */
export function snapshotRoutes(
  served: ServedDataset,
  draw: DrawPicture,
  drawn: CachedAnswers<Drawing>,
  openIdentity: OpenIdentity | undefined,
) {
  async function answer(context: Context<AppEnv>, format: PictureFormat) {
    const root = context.get("root");
    const address = new URL(`${picturePath(format)}${new URL(context.req.url).search}`, root);
    const { attributes, languages } = await servedMeta(served);
    const readAddress = format === "kit" ? readKitAddress : readPictureAddress;
    const read = readAddress(address, ownColumns(attributes));
    if (!read.ok) return badRequest(context, read.problems);
    const question = read.value;
    const { credentials } = question;
    if (credentials === "c2pa" && !isCredentialFormat(format))
      return badRequest(context, [
        {
          name: "credentials",
          got: "c2pa",
          allowed: `signature of ${format}; c2pa of svg and png`,
        },
      ]);
    const language =
      spokenLanguage({ languages }, question.state) ?? languageOf(context, languages);
    context.header("Content-Language", language);
    const version = await servedVersion(served);
    if (question.version !== undefined && !isVersionNamed(version, question.version)) {
      const named = { by: "v", text: question.version } as const;
      // It is there: the database did not say so when the request was led to its version.
      if (await namedVersion(served, named))
        throw new Busy("the database did not answer when it was asked for the version", 1);
      return (
        (await goneVersion(context, served, named)) ??
        notFound(context, await noSuchVersion(served, question.version))
      );
    }
    const key = questionKey([
      "snapshot",
      FIGURE_EDITION,
      format,
      language,
      root.href,
      { ...question, credentials: undefined },
    ]);
    const tag = entityTag(version, key);
    // Signed anew each time, and never cached.
    if (credentials === undefined && isUnchanged(context, tag, version))
      return context.body(null, 304);
    const dataset = await servedDataset(served);
    const { state } = question;
    const withdrawal = state.sel && withdrawalOf(dataset, state.sel);
    if (state.sel && withdrawal)
      return goneSelection(context, withdrawal, printSelection(state.sel));
    const problems = unmetBy(dataset, question);
    if (problems.length > 0) return badRequest(context, problems);
    const drawNow = async () => {
      const [text, crowd] = await Promise.all([
        servedDatasetText(served),
        crowdOfPicture(served, dataset, question),
      ]);
      const task = { kind: "figure", format, dataset: text, address: address.href } as const;
      return draw({ ...task, crowd, language }, costOf(format, question, dataset));
    };
    const make = format === "kit" ? () => inTurn(drawNow) : drawNow;
    context.set("isOfVersion", drawn.has(tag));
    return answerDrawing(
      context,
      () => drawn.answer(tag, make, () => isStillServed(served, version)),
      async (picture) => {
        const { bytes } = picture;
        const name = savedAs(
          MEDIA_TYPES[format] === MEDIA_TYPES.zip ? "attachment" : "inline",
          [...nameParts(dataset, address), format === "kit" ? "kit" : ""],
          format === "kit" ? "zip" : format,
        );
        if (credentials !== undefined) {
          const { id, version: published } = dataset.meta;
          const file = { bytes, format, name, dataset: { id, version: published.label } };
          return signedAnswer(context, file, credentials, { draw, openIdentity });
        }
        if (format === "svg") context.header("Content-Security-Policy", svgPolicy(bytes));
        return context.body(bytes.slice().buffer, 200, {
          ...notesOn(picture),
          "Content-Type": MEDIA_TYPES[format],
          "Content-Disposition": name,
          Link: licenceLinks(dataset.meta),
        });
      },
    );
  }

  const routes = new Hono<AppEnv>();
  for (const format of PICTURE_FORMATS)
    routes
      .get(`/${picturePath(format)}`, ledByDocument, (context) => answer(context, format))
      .post(`/${picturePath(format)}`, leadByBody);
  routes.get("/:file{snapshot(\\..*)?}", (context) =>
    notFound(
      context,
      `pictures have the addresses ${PICTURE_FORMATS.map((format) => `${context.get("root").pathname}${picturePath(format)}`).join(", ")}; other formats, and films, are made and saved in the page`,
    ),
  );
  return routes;
}

/** What the picture does not say of itself: characters that no typeface has, and what was asked for and is not on it. */
function notesOn({ leftOff, missing }: Picture): Record<string, string> {
  return {
    ...(missing.length > 0 ? { "Rocade-Missing-Glyphs": missing.join(" ") } : {}),
    ...(leftOff.length > 0 ? { "Rocade-Left-Off": leftOff.join(", ") } : {}),
  };
}

/** `harbour-1890-1891-01-15`: the dataset and what the address says of time. */
function nameParts({ meta }: Dataset, { searchParams }: URL): string[] {
  const time = searchParams.get("dates") ?? searchParams.get("time") ?? searchParams.get("date");
  return [meta.id, time ?? "", searchParams.get("lang") ?? ""];
}
