// The frame of every page under /api: plain HTML, one style sheet, no script.

import { escapeMarkup } from "#formats/xml.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { printDay } from "#model/time/day.ts";
import { interfaceLanguage, type Language, textIn } from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { typesetMarkup } from "#server/http/typeset-markup.ts";
import { inNewest, isFormer } from "#server/served/newest-beside.ts";
import type { ServedMeta } from "#server/served/served-dataset.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { pageTexts } from "./texts.ts";

type PageParts = {
  readonly title: string;
  readonly language: Language;
  readonly meta: ServedMeta;
  /** The address of the service. */
  readonly root: URL;
  /** The address that was asked. */
  readonly url: string;
  /** The trail from the data's landing page to here: label and address. */
  readonly trail?: readonly (readonly [string, string])[];
  /** HTML, escaped already. */
  readonly main: string;
  /** A schema.org description of what is shown; of the whole data set where the page is of no single thing. */
  readonly jsonLd?: unknown;
};

export function page(parts: PageParts): string {
  const { title, language, meta, root, trail = [], main, jsonLd } = parts;
  const texts = pageTexts(language);
  const api = new URL("api", root).href;
  const licences = meta.licences
    .map(({ path, title }) => (isWebAddress(path) ? anchor(path, title) : escapeMarkup(title)))
    .join(", ");
  return framedPage({
    title,
    of: textIn(meta.title, language),
    language,
    root,
    trail: [[texts.data, api], ...trail],
    notice: isFormer(meta.version) ? formerNotice(parts) : "",
    main,
    foot: `<p>${escapeMarkup(textIn(meta.attribution, language))}</p><p>${texts.licence}: ${licences}. ${texts.version} ${escapeMarkup(meta.version.label)}.</p>`,
    jsonLd: jsonLd ?? dataSetJsonLd(meta, language, api),
  });
}

/** That another version has taken the place of the one that is shown, and the way to it. */
function formerNotice({ language, meta, root, url }: PageParts): string {
  const texts = messagesOf(language);
  const said = texts.versionFormer(meta.version.label, textIn(meta.title, language));
  return `<p class="former">${escapeMarkup(said)} ${anchor(inNewest(url, root), texts.versionNewest)}</p>`;
}

type Framed = Pick<PageParts, "title" | "language" | "root" | "main"> & {
  /** What the page is part of. */
  readonly of: string;
  readonly trail: readonly (readonly [string, string])[];
  /** HTML, escaped already: what stands above all else, if anything does. */
  readonly notice?: string;
  /** HTML, escaped already. */
  readonly foot: string;
  readonly jsonLd: unknown;
};

/** A page of one dataset or of all of them, whose style sheet stands below `root`. */
export function framedPage(framed: Framed): string {
  const { foot, jsonLd, language, main, notice = "", of, root, title, trail } = framed;
  const own = (path: string) => escapeMarkup(root.pathname + path);
  const crumbs = trail
    .map(([label, href]) => `<a href="${escapeMarkup(href)}">${escapeMarkup(label)}</a>`)
    .join(" / ");
  const data = `<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll("<", "\\u003c")}</script>`;
  return `<!doctype html>
<html lang="${interfaceLanguage(language)}"><head><meta charset="utf-8">
<title>${escapeMarkup(title)} – ${escapeMarkup(of)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${own("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${own("api/page.css")}">${data}</head>
<body><header><a class="brand" href="${own("")}">Rocade</a> <nav aria-label="${pageTexts(language).trail}">${crumbs}</nav></header>
${typesetMarkup(`${notice}<main><h1>${escapeMarkup(title)}</h1>
${main}</main>
<footer>${foot}</footer>`)}
</body></html>
`;
}

/** A table of names and values; values are HTML. */
export function definitionList(entries: readonly (readonly [string, string])[]): string {
  return `<dl>${entries.map(([name, value]) => `<dt>${escapeMarkup(name)}</dt><dd>${value}</dd>`).join("")}</dl>`;
}

export function anchor(href: string, label: string): string {
  return `<a href="${escapeMarkup(href)}">${escapeMarkup(label)}</a>`;
}

/** The data set as schema.org has it, with its place and time. */
export function dataSetJsonLd(meta: DatasetMeta, language: Language, url: string) {
  const { west, south, east, north } = meta.extent;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: textIn(meta.title, language),
    ...(meta.headline ? { headline: textIn(meta.headline, language) } : {}),
    ...(meta.standfirst ? { abstract: textIn(meta.standfirst, language) } : {}),
    description: textIn(meta.description, language),
    version: meta.version.label,
    license: meta.licences.map(({ name, path }) => path || name),
    creditText: textIn(meta.attribution, language),
    url,
    temporalCoverage: `${printDay(meta.firstDay)}/${printDay(meta.lastDay)}`,
    spatialCoverage: {
      "@type": "Place",
      geo: { "@type": "GeoShape", box: `${south} ${west} ${north} ${east}` },
    },
  };
}
