// Whole collections as files, with the same filters as items, written as they are read.

import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { findAllPages } from "#db/queries/features/features.ts";
import { aboutData } from "#formats/about-data.ts";
import { crsOfFormat, type FeatureSet, FileTooLarge } from "#formats/feature-writer.ts";
import { collectionsOf, findCollection } from "#model/collection/collections.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { firstLanguage } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { answerFile } from "../http/files/file-answers.ts";
import { licenceLinks, savedAs } from "../http/files/saved-file.ts";
import type { WholeFiles } from "../http/files/whole-files.ts";
import { languageOf } from "../http/language.ts";
import { apiAddress } from "../http/links.ts";
import { badRequest, notFound } from "../http/problems.ts";
import { type Held, heldAtFirst } from "../served/held-to.ts";
import { offeredCollections } from "../served/served-collections.ts";
import { isStillServed, type ServedDataset, servedMeta } from "../served/served-dataset.ts";
import { answerDocument } from "./answer-document.ts";
import { noSuchCollection } from "./collections.ts";
import { allFileLinks, filesOf, rememberLength } from "./file-links.ts";
import {
  ITEM_FORMATS,
  MAX_FILE_BYTES,
  WHOLE_IN_MEMORY,
  WRITERS,
  type WrittenFormat,
} from "./item-formats.ts";
import { FILTER_PARAMETERS, questionText, type readItemsQuestion } from "./items-question.ts";
import { readQuestionFor } from "./question-for-format.ts";

/** Features read at a time. */
const PAGE_SIZE = 2000;
const TOO_LARGE = {
  name: "file",
  got: `more than ${MAX_FILE_BYTES / 2 ** 20} MB in this format`,
  allowed: "a part of it, by bbox, datetime or filter, or another format",
};
const CHECKSUM = ".sha256";

export function downloadRoutes(served: ServedDataset, files: WholeFiles) {
  return new Hono<AppEnv>()
    .get("/", (context) =>
      answerDocument(context, served, {
        title: { en: "Files to download", fr: "Fichiers à télécharger" },
        dependsOn: (about) => allFileLinks(served, about, Object.values(collectionsOf(about.meta))),
        document: async (about) => ({
          links: allFileLinks(served, about, await offeredCollections(served, about.meta)),
        }),
      }),
    )
    .get("/:file", async (context) => {
      try {
        return await answerDownload(context, served, files);
      } catch (error) {
        if (!(error instanceof FileTooLarge)) throw error;
        return badRequest(context, [TOO_LARGE]);
      }
    });
}

async function answerDownload(
  context: Context<AppEnv>,
  served: ServedDataset,
  files: WholeFiles,
): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const wantsChecksum = file.endsWith(CHECKSUM);
  const name = wantsChecksum ? file.slice(0, -CHECKSUM.length) : file;
  const dot = name.indexOf(".");
  const meta = await servedMeta(served);
  const collection = findCollection(meta, dot < 0 ? name : name.slice(0, dot));
  if (!collection) return noSuchCollection(context, served, meta);
  const extension = dot < 0 ? "" : name.slice(dot + 1);
  const format = filesOf(collection).find((one) => ITEM_FORMATS[one].extension === extension);
  if (!format) {
    const offered = filesOf(collection).map(
      (one) => `${collection.id}.${ITEM_FORMATS[one].extension}`,
    );
    return notFound(context, `there is no such file; there are ${offered.join(", ")}`);
  }
  const read = readQuestionFor(format, true, context, collection, FILTER_PARAMETERS);
  if (!read.ok) return badRequest(context, read.problems);
  const asked = read.value;
  const language = languageOf(context, meta.languages, asked.lang);
  const root = context.get("root");
  const tagOf = (one: string) =>
    entityTag(
      meta.version,
      JSON.stringify(["download", root.href, questionText(asked), one, language]),
    );
  const tag = tagOf(name);
  if (isUnchanged(context, tagOf(file), meta.version)) return context.body(null, 304);
  const make = () =>
    bytesOf(
      write(
        context,
        served,
        { ...asked, ...heldAtFirst(served, meta.version), format },
        { about: aboutData(meta, collection, language, apiAddress(root)), ...meta },
      ),
    );
  // A version that came while it was written may be in a part of it.
  const check = () => isStillServed(served, meta.version);
  const isWholeInMemory = WHOLE_IN_MEMORY.includes(format);
  if (wantsChecksum) {
    const hash = createHash("sha256");
    const whole = await (isWholeInMemory
      ? files.madeInTurn(tag, make, check)
      : files.made(tag, make, check));
    for await (const part of whole?.read() ?? make()) hash.update(part);
    return context.text(`${hash.digest("hex")}  ${name}\n`);
  }
  const isUnfiltered = new URL(context.req.url).search === "";
  return answerFile(context, files, {
    tag,
    version: meta.version,
    headers: {
      "Content-Type": ITEM_FORMATS[format].mediaType,
      "Content-Disposition": savedAs("attachment", [meta.id, meta.version.label, name]),
      "Content-Crs": `<${asked.crs.uri}>`,
      Link: licenceLinks(meta),
    },
    make,
    check,
    isWholeInMemory,
    onLength: (bytes) =>
      isUnfiltered && rememberLength(served, { language, meta, name, root }, bytes),
  });
}

type Asked = Extract<ReturnType<typeof readItemsQuestion>, { ok: true }>["value"] &
  Held & {
    readonly format: WrittenFormat;
  };

async function* write(
  context: Context<AppEnv>,
  { db, datasetId }: ServedDataset,
  asked: Asked,
  {
    about,
    languages,
    vocabularies,
  }: Pick<FeatureSet, "about"> & Pick<DatasetMeta, "languages" | "vocabularies">,
): AsyncGenerator<string | Uint8Array> {
  const { collection } = asked;
  const writer = WRITERS[asked.format];
  const crs = crsOfFormat(asked.crs, writer);
  const properties = asked.properties ?? collection.properties.map(({ name }) => name);
  const question = { ...asked, datasetId, crs, properties, geometryAs: writer.geometryAs };
  const set = {
    collection,
    crs,
    properties,
    about,
    vocabularies,
    language: firstLanguage({ languages }),
    conventions: asked.conventions,
    withByteOrderMark: asked.withByteOrderMark,
    itemsUrl: apiAddress(context.get("root"))(`/collections/${collection.id}/items`),
    links: [],
    // The first page is there before the first byte is: what a question fails at, it fails at here.
    pages: await begun(findAllPages(db, question, PAGE_SIZE)),
  };
  yield* writer.write(set);
}

async function* bytesOf(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

/** The same once its first part has been made; throws what that throws. */
async function begun<Part>(parts: AsyncGenerator<Part>): Promise<AsyncIterable<Part>> {
  const { done, value } = await parts.next();
  return (async function* () {
    if (done) return;
    yield value;
    yield* parts;
  })();
}
