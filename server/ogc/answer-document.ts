// A document about the data, as JSON for programs and as a page for people.
import type { Context } from "hono";
import type { Link } from "#formats/link.ts";
import { type Language, type Localized, textIn } from "#model/words/language.ts";
import type { AppEnv } from "../http/app-env.ts";
import { entityTag, isUnchanged } from "../http/caches/caching.ts";
import { FORMATS, type FormatName, negotiate } from "../http/formats.ts";
import { languageOf } from "../http/language.ts";
import { apiAddress, linkHeader, selfAndAlternates } from "../http/links.ts";
import { badRequest } from "../http/problems.ts";
import { readQuery } from "../http/query.ts";
import { type ServedDataset, type ServedMeta, servedMeta } from "../served/served-dataset.ts";
import { documentPage } from "./html/document-page.ts";

export type Answered = {
  readonly meta: ServedMeta;
  readonly language: Language;
  /** The address of the dataset. */
  readonly root: URL;
  /** The address of the service. */
  readonly service: URL;
  /** An address under the API, in full. */
  readonly at: (path: string) => string;
};

type Document = Readonly<Record<string, unknown>> & { readonly links?: readonly Link[] };

type Parts = {
  readonly title: Localized;
  readonly document: (about: Answered) => Promise<Document>;
  /** What the document says that changes without the data: its tag is of that too. */
  readonly dependsOn?: (about: Answered) => unknown;
  /** The formats beside HTML; JSON unless it is a JSON of a special kind. */
  readonly format?: FormatName;
  /** Other formats in which the document is written. */
  readonly also?: Readonly<Partial<Record<"csv" | "geojson", (document: Document) => string>>>;
  /** What a page shows beside the document's own members: HTML, escaped already. */
  readonly page?: (about: Answered, document: Document) => Promise<string>;
};

/** Answers in the format and language that are asked for, or 304, 400, 406. */
export async function answerDocument(
  context: Context<AppEnv>,
  served: ServedDataset,
  { title, document: write, format = "json", dependsOn, also = {}, page }: Parts,
): Promise<Response> {
  const query = readQuery(context, ["f"]);
  if (!query.ok) return badRequest(context, query.problems);
  const others = (["csv", "geojson"] as const).filter((name) => also[name]);
  const chosen = negotiate(context, [format, ...others, "html"]);
  if (chosen instanceof Response) return chosen;
  const meta = await servedMeta(served);
  const language = languageOf(context, meta.languages, query.value.lang);
  const { url } = context.req;
  const root = context.get("root");
  const about = {
    meta,
    language,
    root,
    service: context.get("service"),
    at: apiAddress(root),
  };
  const question = JSON.stringify([url, chosen, language, dependsOn?.(about)]);
  if (isUnchanged(context, entityTag(meta.version, question), meta.version))
    return context.body(null, 304);
  const written = await write(about);
  const offered = {
    json: FORMATS[format],
    ...Object.fromEntries(others.map((name) => [name, FORMATS[name]])),
    html: FORMATS.html,
  };
  const own = selfAndAlternates(url, offered, chosen === format ? "json" : chosen);
  const links = [...own, ...(written.links ?? [])];
  context.header("Link", linkHeader(own));
  if (chosen === "html") {
    const extra = page ? await page(about, { ...written, links }) : "";
    return context.html(
      documentPage({
        title: textIn(title, language),
        language,
        meta,
        root,
        url,
        links,
        document: written,
        extra,
      }),
    );
  }
  if (chosen === "csv" || chosen === "geojson")
    return context.body(also[chosen]?.(written) ?? "", 200, {
      "Content-Type": FORMATS[chosen].mediaType,
    });
  // Conformance and schemas are closed documents: their links are in the header.
  const body = written.links ? { ...written, links } : written;
  return context.body(`${JSON.stringify(body)}\n`, 200, {
    "Content-Type": FORMATS[format].mediaType,
  });
}
