// Pictures by documents: each leads to the address that it stands for, which is the one way to a drawing.
import { inflateRawSync } from "node:zlib";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { z } from "zod";
import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import { type FigureDocument, parametersOf } from "#web/view/address/figure-document.ts";
import {
  ARROWS,
  FARTHEST,
  LARGEST_RADIUS,
  LEAST_RADIUS,
  LONGEST_WORDS,
} from "#web/view/address/figure-edits.ts";
import { MAX_DATES } from "#web/view/address/picture-address.ts";
import { readableQuery } from "#web/view/address/url.ts";
import { COLOUR_ROLES } from "#web/view/drawing/house-palette.ts";
import { SELECTION } from "#web/view/question/selection.ts";
import type { AppEnv } from "../http/app-env.ts";
import { CACHE_POLICIES } from "../http/caches/caching.ts";
import { badRequest, problemResponse } from "../http/problems.ts";

/** Characters of a document in an address, and bytes of one that is posted or unpacked. */
const [LONGEST_IN_ADDRESS, LONGEST] = [6000, 64_000] as const;

const text = z.string().max(4000);
const words = z.string().min(1).max(LONGEST_WORDS);
const units = z.int().min(-FARTHEST).max(FARTHEST);
const offset = z.tuple([units, units]);
const DOCUMENT = z
  .strictObject({
    rocade: z.literal("figure/1"),
    dataset: z.strictObject({ id: text.optional(), version: text.optional() }).optional(),
    lang: text.optional(),
    show: z.record(z.string(), z.union([text, z.array(text)])).optional(),
    panels: z.union([z.enum(["phases", "compare"]), z.array(text)]).optional(),
    layout: z.enum(["single", "multiples"]).optional(),
    bbox: z.array(z.number()).length(4).optional(),
    size: z
      .strictObject({
        width: z.number().optional(),
        height: z.number().optional(),
        scale: z.number().optional(),
        use: text.optional(),
        paper: text.optional(),
        orientation: text.optional(),
        dpi: z.number().optional(),
      })
      .optional(),
    text: z
      .strictObject({
        title: text.optional(),
        caption: text.optional(),
        byline: text.optional(),
        note: text.optional(),
        alt: text.optional(),
      })
      .optional(),
    labels: z
      .record(
        z.string(),
        z.strictObject({
          text: words.optional(),
          offset: offset.optional(),
          show: z.literal("none").optional(),
        }),
      )
      .optional(),
    annotations: z
      .array(
        z.strictObject({
          text: words,
          at: z.tuple([z.number(), z.number()]),
          offset,
          arrow: z.enum(ARROWS).optional(),
          radius: z.int().min(LEAST_RADIUS).max(LARGEST_RADIUS).optional(),
          map: z.int().min(1).max(MAX_DATES).optional(),
        }),
      )
      .optional(),
    highlights: z.array(z.string().regex(SELECTION)).optional(),
    theme: text.optional(),
    colours: z.partialRecord(z.enum(COLOUR_ROLES), z.string().regex(/^#[0-9a-f]{6}$/i)).optional(),
    background: text.optional(),
    letters: text.optional(),
    furniture: z.strictObject({ without: z.array(text) }).optional(),
  })
  .describe("A picture as a document: another way to write its address.");

export function figureSchemaRoute() {
  const schema = `${JSON.stringify(z.toJSONSchema(DOCUMENT), null, 2)}\n`;
  return new Hono<AppEnv>().get("/", (context) =>
    context.body(schema, 200, {
      "Content-Type": "application/schema+json",
      "Cache-Control": CACHE_POLICIES.versioned,
    }),
  );
}

/** Reads the document; what is wrong with it is told by the path of the member. */
function readDocument(json: string): Result<FigureDocument> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return failed({ name: "figure", got: quote(json.slice(0, 40)), allowed: "a document in JSON" });
  }
  const read = DOCUMENT.safeParse(value);
  if (read.success) return { ok: true, value: read.data as FigureDocument };
  return failed(...read.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const at = ["figure", ...issue.path].join(".");
  const allowed = "what /api/figure.schema.json allows";
  if (issue.code !== "unrecognized_keys") return [{ name: at, got: issue.message, allowed }];
  return issue.keys.map((key) => ({
    name: `${at}.${key}`,
    got: "a member that is not known",
    allowed,
  }));
}

/** The document in an address: JSON, deflated (RFC 1951), in Base64 for addresses. */
function unpacked(packed: string): Result<string> {
  const wrong = (got: string) =>
    failed({
      name: "figure",
      got,
      allowed: `a document, deflated, in base64url, at most ${LONGEST_IN_ADDRESS} characters`,
    });
  if (packed.length > LONGEST_IN_ADDRESS) return wrong(`${packed.length} characters`);
  try {
    const bytes = Buffer.from(packed, "base64url");
    return { ok: true, value: `${inflateRawSync(bytes, { maxOutputLength: LONGEST })}` };
  } catch {
    return wrong(quote(packed.slice(0, 40)));
  }
}

/** Leads to the address of a document; `kept`: parameters that go along with it. */
function leadTo(
  context: Context<AppEnv>,
  json: string,
  status: 303 | 307,
  kept: URLSearchParams,
): Response {
  const document = readDocument(json);
  if (!document.ok) return badRequest(context, document.problems);
  const { dataset } = document.value;
  const own = context.get("dataset");
  if (dataset?.id !== undefined && dataset.id !== own)
    return badRequest(context, [
      {
        name: "figure.dataset.id",
        got: quote(dataset.id),
        allowed: `${own}, whose address this is`,
      },
    ]);
  const parameters = parametersOf(document.value);
  for (const name of kept.keys())
    if (name !== "credentials")
      return badRequest(context, [
        { name, got: "beside figure", allowed: "credentials alone: the document says the rest" },
      ]);
    else parameters.set(name, kept.get(name) ?? "");
  const address = new URL(context.req.path.slice(1), context.get("root"));
  address.search = readableQuery(`${parameters}`);
  return context.redirect(address.href, status);
}

/** An address with a document in it. */
export const ledByDocument: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { searchParams } = new URL(context.req.url);
  const packed = searchParams.get("figure");
  if (packed === null) return next();
  const json = unpacked(packed);
  if (!json.ok) return badRequest(context, json.problems);
  searchParams.delete("figure");
  return leadTo(context, json.value, 307, searchParams);
};

/** A document that is posted. */
export async function leadByBody(context: Context<AppEnv>): Promise<Response> {
  const said = Number(context.req.header("Content-Length") ?? Number.NaN);
  if (!(said <= LONGEST))
    return problemResponse(
      context,
      413,
      {
        title: "Content too large",
        detail: `got ${Number.isNaN(said) ? "a body without Content-Length" : `${said} bytes`}, allowed are ${LONGEST}`,
      },
      { Connection: "close" },
    );
  const { searchParams } = new URL(context.req.url);
  return leadTo(context, await context.req.text(), 303, searchParams);
}
