// Parts of files (RFC 9110 §14): what a client reads of a GeoPackage or FlatGeobuf that it does not want whole.
import type { Context } from "hono";
import { quote } from "#model/problem.ts";
import type { AppEnv } from "../app-env.ts";
import { lastModified } from "../caches/caching.ts";
import { problemResponse } from "../problems.ts";
import type { ServedVersion } from "../served-version.ts";
import type { Whole } from "./whole-file.ts";

/** Bytes from `from` up to, but without, `until`. */
export type Part = { readonly from: number; readonly until: number };

/**
 * The part of a file of so many bytes that a `Range` header asks for: undefined where the whole is the answer, because
 * the header is no range of bytes, or several; "none" where there is no such part.
 */
export function parseRange(header: string | undefined, size: number): Part | "none" | undefined {
  const [, first = "", last = ""] =
    /^bytes\s*=\s*(\d*)\s*-\s*(\d*)$/i.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "none" : { from: size - length, until: size };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return undefined;
  if (from >= size) return "none";
  return { from, until: last === "" ? size : Math.min(Number(last) + 1, size) };
}

/** By what a client knows a file again: its tag, and the instant (ISO 8601) when its version was published. */
export type Validators = { readonly tag: string; readonly version: ServedVersion };

/** Whether a part is asked for, of the file as it is: `If-Range` names its tag or time, or is not there. */
export function wantsPart(context: Context<AppEnv>, { tag, version }: Validators): boolean {
  const { method } = context.req;
  if (method !== "GET" || !/^bytes\s*=/i.test(context.req.header("Range") ?? "")) return false;
  const condition = context.req.header("If-Range")?.trim();
  if (condition === undefined) return true;
  return condition === tag || condition === new Date(lastModified(version)).toUTCString();
}

/** The part of a file that is asked for, the whole, or 416 where it has no such part. */
export function answerPart(
  context: Context<AppEnv>,
  file: Whole,
  validators: Validators,
  headers: Readonly<Record<string, string>>,
): Response {
  const asked = wantsPart(context, validators) ? context.req.header("Range") : undefined;
  const part = parseRange(asked, file.size);
  const own = { ...headers, "Accept-Ranges": "bytes" };
  if (part === "none")
    return problemResponse(
      context,
      416,
      {
        title: "Range not satisfiable",
        detail: `Range: got ${quote(asked ?? "")}, allowed are bytes 0…${file.size - 1}`,
      },
      { "Accept-Ranges": "bytes", "Content-Range": `bytes */${file.size}` },
    );
  const { from, until } = part ?? { from: 0, until: file.size };
  const length = { "Content-Length": String(until - from) };
  if (context.req.method === "HEAD") return context.body(null, 200, { ...own, ...length });
  const body = file.read(from, until);
  if (!part) return context.body(body, 200, { ...own, ...length });
  const range = { "Content-Range": `bytes ${from}-${until - 1}/${file.size}` };
  return context.body(body, 206, { ...own, ...length, ...range });
}
