// The typeface of the map for pages that are no part of its build, which gives its files names that nobody else knows.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";

const { resolve } = createRequire(import.meta.url);

/** What is served, by name, with the weight that it is in the package. */
const WEIGHTS = { "400.woff2": 400, "600.woff2": 600 } as const;

const read = new Map<number, Uint8Array<ArrayBuffer>>();

/** The upright letters of a weight, read once. */
function lettersOf(weight: number): Uint8Array<ArrayBuffer> {
  const file = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  const letters = read.get(weight) ?? new Uint8Array(readFileSync(resolve(file)));
  read.set(weight, letters);
  return letters;
}

/** `/api/page-fonts/400.woff2` and `600.woff2`, which the style sheets of such pages name. */
export function pageFontsRoute() {
  return new Hono<AppEnv>().get("/:file{(400|600)\\.woff2}", (context) =>
    context.body(lettersOf(WEIGHTS[context.req.param("file") as keyof typeof WEIGHTS]), 200, {
      "Content-Type": "font/woff2",
      "Cache-Control": CACHE_POLICIES.versioned,
    }),
  );
}
