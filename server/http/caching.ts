import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

/** Named cache policies; a route chooses one instead of typing a header. */
export const CACHE_POLICIES = {
  /** Content that a new version may change: may be used for a minute, then is asked for again by its tag. */
  versioned: "public, max-age=60, stale-while-revalidate=600",
  /** Files whose name has their content's hash. */
  immutable: "public, max-age=31536000, immutable",
  /** Pages and answers that must be asked for again each time. */
  revalidate: "no-cache",
  never: "no-store",
} as const;

/** Of the built service, in which this module is: a newer one may answer the same question in another shape. */
const SOFTWARE = hash("sha256", readFileSync(fileURLToPath(import.meta.url)), "base64url");

/** A strong tag: the same version of data and service and the same question have the same bytes (RFC 9110 §8.8.3). */
export function entityTag(contentHash: string, question: string): string {
  const digest = hash("sha256", `${SOFTWARE}\n${contentHash}\n${question}`, "base64url");
  return `"${digest.slice(0, 27)}"`;
}

/** Sets tag and policy; true when the client has this state already and a 304 is the answer. */
export function isUnchanged(context: Context<AppEnv>, tag: string): boolean {
  context.header("ETag", tag);
  context.header("Cache-Control", CACHE_POLICIES.versioned);
  const known = context.req.header("If-None-Match");
  if (!known) return false;
  const match = known.split(",").find((candidate) => {
    // A proxy may have weakened the tag; compression has marked it. The content is the same.
    const text = candidate
      .trim()
      .replace(/^W\//, "")
      .replace(/-(br|gzip)"$/, '"');
    return text === "*" || text === tag;
  });
  if (match === undefined) return false;
  if (match.trim() !== "*") context.header("ETag", match.trim().replace(/^W\//, ""));
  return true;
}
