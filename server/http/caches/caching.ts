import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { ServedVersion } from "../served-version.ts";

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
export const entityTag = (
  { contentHash, ground, newest }: ServedVersion,
  question: string,
): string =>
  tagOf(
    [
      contentHash,
      newest && `beside ${newest.contentHash}`,
      ground && `on ${ground.hash} ${ground.laidAt}`,
    ]
      .filter(Boolean)
      .join(" "),
    question,
  );

/** The same of what is of no single version. */
export function tagOf(state: string, question: string): string {
  const digest = hash("sha256", `${SOFTWARE}\n${state}\n${question}`, "base64url");
  return `"${digest.slice(0, 27)}"`;
}

/** When this service was built, in whole seconds. */
const BUILT_AT = Math.floor(statSync(fileURLToPath(import.meta.url)).mtimeMs / 1000) * 1000;

/**
 * When the answers of a version changed last, in milliseconds since 1970 and whole seconds: when the data were
 * published, when a ground was laid under them or when the service that writes them was built, whichever is latest.
 */
export function lastModified({ ground, newest, ...named }: ServedVersion): number {
  const { publishedAt } = newest ?? named;
  const moments = [publishedAt, ...(ground ? [ground.laidAt] : [])];
  return Math.max(...moments.map((at) => Math.floor(Date.parse(at) / 1000) * 1000), BUILT_AT);
}

/**
 * Sets tag, time and policy; true when the client has this state already and a 304 is the answer. `If-None-Match` wins
 * over `If-Modified-Since` (RFC 9110 §13.1.3). The version is the one that answers.
 */
export function isUnchanged(
  context: Context<AppEnv>,
  tag: string,
  version: ServedVersion,
): boolean {
  const { label, newest } = version;
  context.set("version", label);
  context.set("tagged", version);
  const changedAt = lastModified(version);
  context.header("Last-Modified", new Date(changedAt).toUTCString());
  // A label is no hash, and what is withdrawn is gone from every version: it is asked for again each time.
  const isTagged = isKnown(context, tag, CACHE_POLICIES[newest ? "revalidate" : "versioned"]);
  if (context.req.header("If-None-Match") !== undefined) return isTagged;
  const since = Date.parse(context.req.header("If-Modified-Since") ?? "");
  return changedAt <= since;
}

/** Sets tag and policy of what is of no single version; true when the client has what the tag names. */
export function isKnown(
  context: Context<AppEnv>,
  tag: string,
  policy: string = CACHE_POLICIES.revalidate,
): boolean {
  context.header("ETag", tag);
  context.header("Cache-Control", policy);
  const known = context.req.header("If-None-Match");
  if (known === undefined) return false;
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
