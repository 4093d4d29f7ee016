import { Duplex } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import Negotiator from "negotiator";
import { quote } from "#model/problem.ts";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problems.ts";
import { varyWith } from "./vary.ts";

const COMPRESSIBLE =
  /^(text\/|application\/([\w.-]+\+)?(json|xml)|application\/geo\+json-seq|application\/vnd\.mapbox|image\/svg)/;

/** Fast enough to compress each answer anew; the highest qualities are for files that are compressed once. */
const BROTLI_QUALITY = 5;

const ENCODERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: () => createGzip(),
} as const;
type Encoding = keyof typeof ENCODERS;

/**
 * The encoding that a request wishes for most, of those that can be had; where it likes several equally, the one that
 * is written first. Undefined where it refuses all, `identity` included.
 */
export function encodingFor<Offered extends Encoding>(
  accepted: string | undefined,
  offered: readonly Offered[],
): Offered | "identity" | undefined {
  if (accepted === undefined || accepted.trim() === "") return "identity";
  const names = [...offered, "identity"];
  const liked = new Negotiator({ headers: { "accept-encoding": accepted } });
  const [best] = (liked as Preferring).encodings(names, { preferred: names });
  return best as Offered | "identity" | undefined;
}

/** An argument that the published types leave out. */
type Preferring = {
  encodings(available: string[], options: { preferred: string[] }): string[];
};

/** The tag of the same content in an encoding: each has one of its own, as strong tags must (RFC 9110 §8.8.3). */
export const encodedTag = (tag: string, encoding: Encoding) =>
  tag.replace(/(-(br|gzip))?"$/, `-${encoding}"`);

/** Brotli or gzip, as the client can read; parts of files and what is compressed already go as they are. */
export function compression() {
  return createMiddleware<AppEnv>(async function compression(context, next) {
    const accepted = context.req.header("Accept-Encoding");
    const encoding = encodingFor(accepted, ["br", "gzip"]);
    if (encoding === undefined)
      return problemResponse(context, 406, {
        title: "Not acceptable",
        detail: `Accept-Encoding: got ${quote(accepted ?? "")}, offered are br, gzip, identity`,
      });
    await next();
    const { res } = context;
    const isCompressible = COMPRESSIBLE.test(res.headers.get("Content-Type") ?? "");
    // What is not changed has no type, and says of itself the same as when it was sent.
    if (isCompressible || res.status === 304)
      res.headers.set("Vary", varyWith(context, "Accept-Encoding"));
    if (encoding === "identity" || !res.body || res.status === 206) return;
    if (res.headers.has("Content-Encoding")) return;
    const isIdentityRefused = encodingFor(accepted, []) === undefined;
    if (isCompressible || isIdentityRefused) compress(context, encoding);
  });
}

function compress(context: Context<AppEnv>, encoding: Encoding): void {
  const { res } = context;
  const stream = Duplex.toWeb(ENCODERS[encoding]()) as unknown as ReadableWritablePair<
    Uint8Array,
    Uint8Array
  >;
  context.res = new Response(res.body?.pipeThrough(stream), res);
  const { headers } = context.res;
  headers.delete("Content-Length");
  headers.delete("Accept-Ranges");
  headers.set("Content-Encoding", encoding);
  headers.set("Vary", varyWith(context, "Accept-Encoding"));
  const tag = headers.get("ETag");
  if (tag) headers.set("ETag", encodedTag(tag, encoding));
}
