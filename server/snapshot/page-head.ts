// What the head of the page says of the address that was asked for, so that a shared link shows its own state.

import { escapeMarkup } from "#formats/xml.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { interfaceLanguage } from "#model/words/language.ts";
import { FORMATS } from "../http/formats.ts";
import type { ServedVersion } from "../http/served-version.ts";
import { isFormer } from "../served/newest-beside.ts";
import { pathOfVersion } from "../served/served-datasets.ts";
import type { SharedView } from "./shared-view.ts";

type Shown = {
  readonly isEmbedded: boolean;
  /** The address by which search engines are to know it. */
  readonly canonical: URL;
  /** Of the datasets, where there are others. */
  readonly list: URL | undefined;
  /** Of the data, where the address names one. */
  readonly version: ServedVersion | undefined;
  /** The newest, where that says the same as the one that the address names. */
  readonly sameAs: DatasetVersion | undefined;
};

/** The page with title, description, card and discovery of oEmbed for the view; without script, a picture of it. */
export function withSharedView(
  html: string,
  view: SharedView,
  { canonical, isEmbedded, list, sameAs, version }: Shown,
): string {
  const { description, image, language, page } = view;
  const isOfFormer = version !== undefined && isFormer(version);
  // Whoever finds or is sent it outside of the page sees of which version it is.
  const title = isOfFormer ? `${view.title} (version ${version.label})` : view.title;
  const meta = (name: "name" | "property", key: string, content: string | number) =>
    `<meta ${name}="${key}" content="${escapeMarkup(`${content}`)}" />`;
  const oembed = (format: "json" | "xml") => {
    const address = new URL("oembed", page);
    address.searchParams.set("url", page.href);
    address.searchParams.set("format", format);
    const type = format === "json" ? "application/json+oembed" : "text/xml+oembed";
    return `<link rel="alternate" type="${type}" href="${escapeMarkup(address.href)}" title="${escapeMarkup(title)}" />`;
  };
  const updates = new URL("feed.xml", page);
  const lang = page.searchParams.get("lang");
  if (lang) updates.searchParams.set("lang", lang);
  const feed = `<link rel="alternate" type="${FORMATS.atom.mediaType}" href="${escapeMarkup(updates.href)}" />`;
  const head = [
    meta("name", "description", description),
    meta("property", "og:type", "website"),
    meta("property", "og:site_name", "Rocade"),
    meta("property", "og:title", title),
    meta("property", "og:description", description),
    meta("property", "og:url", page.href),
    meta("property", "og:locale", interfaceLanguage(language) === "fr" ? "fr_FR" : "en_GB"),
    meta("property", "og:image", image.url.href),
    meta("property", "og:image:type", "image/png"),
    meta("property", "og:image:width", image.width),
    meta("property", "og:image:height", image.height),
    meta("property", "og:image:alt", image.alt),
    meta("name", "twitter:card", "summary_large_image"),
    `<link rel="canonical" href="${escapeMarkup(canonical.href)}" />`,
    ...(isEmbedded
      ? // The pages that links lead to let nobody frame them: they open beside the page around.
        ['<base target="_blank" />', meta("name", "robots", "noindex")]
      : [
          oembed("json"),
          oembed("xml"),
          feed,
          ...(isOfFormer ? [meta("name", "robots", "noindex")] : []),
        ]),
  ];
  const still = new URL("snapshot.svg", page);
  still.search = page.search;
  const others = list ? ` data-datasets="${escapeMarkup(list.pathname)}"` : "";
  const named = version ? ` data-version="${escapeMarkup(version.label)}"` : "";
  const same = sameAs ? ` data-same-as="${escapeMarkup(sameAs.label)}"` : "";
  const former = isOfFormer ? ` data-is-former${same}` : "";
  const picture = `<a href="${escapeMarkup(page.href)}"><img class="still" src="${escapeMarkup(still.href)}" alt="${escapeMarkup(image.alt)}" /></a>`;
  return (
    html
      // What the page names of the service's own stands below its address, whatever address the page was asked at.
      .replace(/\b(href|src)="\.?\/(?!\/)/g, `$1="${escapeMarkup(page.pathname)}`)
      // What is fetched before the script asks for it is what it will ask for.
      .replace(`href="${escapeMarkup(page.pathname)}api/dataset"`, (own) =>
        version ? own.replace("api/", `${pathOfVersion(version.label).slice(1)}/api/`) : own,
      )
      .replace(
        /<html lang="[^"]*"/,
        `<html lang="${interfaceLanguage(language)}" data-root="${escapeMarkup(page.pathname)}"${others}${named}${former}`,
      )
      .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeMarkup(title)}</title>`)
      .replace(/<meta\s+name="description"[^>]*>/, () => head.join("\n    "))
      .replace("<noscript>", () => `<noscript>\n      ${picture}`)
  );
}
