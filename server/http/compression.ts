import { Duplex } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { createMiddleware } from "hono/factory";
import Negotiator from "negotiator";
import type { AppEnv } from "./app-env.ts";

const COMPRESSIBLE =
  /^(text\/|application\/([\w.-]+\+)?(json|xml)|application\/geo\+json-seq|application\/vnd\.mapbox|image\/svg)/;

/** Fast enough to compress each answer anew; the highest qualities are for files that are compressed once. */
const BROTLI_QUALITY = 5;

const ENCODERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: () => createGzip(),
} as const;

/** Brotli or gzip, as the client can read. Each encoding has a tag of its own, as strong tags must (RFC 9110 §8.8.3). */
export function compression() {
  return createMiddleware<AppEnv>(async function compression(context, next) {
    await next();
    const { res } = context;
    if (!COMPRESSIBLE.test(res.headers.get("Content-Type") ?? "")) return;
    res.headers.append("Vary", "Accept-Encoding");
    const accepted = context.req.header("Accept-Encoding");
    if (!accepted || !res.body || res.headers.has("Content-Encoding")) return;
    const readable = new Negotiator({ headers: { "accept-encoding": accepted } }).encodings([
      "br",
      "gzip",
    ]);
    const encoding = (["br", "gzip"] as const).find((one) => readable.includes(one));
    if (!encoding) return;
    const stream = Duplex.toWeb(ENCODERS[encoding]()) as unknown as ReadableWritablePair<
      Uint8Array,
      Uint8Array
    >;
    context.res = new Response(res.body.pipeThrough(stream), res);
    context.res.headers.delete("Content-Length");
    context.res.headers.set("Content-Encoding", encoding);
    const tag = res.headers.get("ETag");
    if (tag) context.res.headers.set("ETag", tag.replace(/"$/, `-${encoding}"`));
  });
}
