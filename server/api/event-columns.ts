// `/api/collections/events/columns`: events as columns of numbers, for maps of a million of them.
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { Hono } from "hono";
import { collectionsOf } from "#model/collection/collections.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { CachedAnswers } from "../http/caches/cached-answers.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { encodedTag, encodingFor } from "../http/compression.ts";
import { badRequest } from "../http/problems.ts";
import { vary } from "../http/vary.ts";
import { COLUMNS_PARAMETERS, questionText, readItemsQuestion } from "../ogc/items-question.ts";
import { eventColumns } from "../served/event-columns.ts";
import { heldTo } from "../served/held-to.ts";
import { type ServedDataset, servedMeta } from "../served/served-dataset.ts";

const MEDIA_TYPE = "application/vnd.rocade.event-columns";

const compress = promisify(gzip);

export function eventColumnsRoute(served: ServedDataset, cached: CachedAnswers) {
  return new Hono<AppEnv>().get("/", async (context) => {
    const meta = await servedMeta(served);
    const read = readItemsQuestion(context, collectionsOf(meta).events, COLUMNS_PARAMETERS);
    if (!read.ok) return badRequest(context, read.problems);
    const { version } = meta;
    const tag = entityTag(version, `columns ${questionText(read.value)}`);
    if (isUnchanged(context, tag, version)) return context.body(null, 304);
    const question = { ...read.value, datasetId: served.datasetId };
    context.set("isOfVersion", cached.has(tag));
    const compressed = await cached.answer(
      tag,
      async () => {
        const { answer, isOfVersion } = await heldTo(served, version, {
          ask: ({ asOf }) => eventColumns(served.db, { ...question, asOf }, version.contentHash),
        });
        context.set("isOfVersion", isOfVersion);
        return compress(answer);
      },
      async () => context.get("isOfVersion") === true,
    );
    context.header("Content-Type", MEDIA_TYPE);
    vary(context, "Accept-Encoding");
    const isReadable = encodingFor(context.req.header("Accept-Encoding"), ["gzip"]) === "gzip";
    if (isReadable) {
      context.header("Content-Encoding", "gzip");
      context.header("ETag", encodedTag(tag, "gzip"));
    }
    const body = isReadable ? compressed : await promisify(gunzip)(compressed);
    return context.body(new Uint8Array(body));
  });
}
