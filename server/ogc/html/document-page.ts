import type { Link } from "#formats/link.ts";
import { escapeMarkup } from "#formats/xml.ts";
import type { Language } from "#model/words/language.ts";
import type { ServedMeta } from "#server/served/served-dataset.ts";
import { anchor, definitionList, page } from "./page.ts";
import { linkTitle, pageTexts } from "./texts.ts";

type Parts = {
  readonly title: string;
  readonly language: Language;
  readonly meta: ServedMeta;
  readonly root: URL;
  /** The address that was asked. */
  readonly url: string;
  readonly links: readonly Link[];
  readonly document: Readonly<Record<string, unknown>>;
  readonly extra: string;
};

/** Any document of the API for people: its members that are plain, what the route adds, and its links. */
export function documentPage({
  title,
  language,
  meta,
  root,
  url,
  links,
  document,
  extra,
}: Parts): string {
  const texts = pageTexts(language);
  const plain = Object.entries(document).filter((entry): entry is [string, string | number] =>
    ["string", "number"].includes(typeof entry[1]),
  );
  const listed = Object.entries(document).filter(
    (entry): entry is [string, string[]] =>
      Array.isArray(entry[1]) &&
      entry[1].length > 0 &&
      entry[1].every((one) => typeof one === "string"),
  );
  const linkList = links.map(
    ({ rel, href, title: label, type }) =>
      `<li>${anchor(href, linkTitle(label ?? rel, language))} <span class="quiet">${escapeMarkup(type)}</span></li>`,
  );
  const main = [
    extra,
    plain.length > 0
      ? definitionList(plain.map(([name, value]) => [name, escapeMarkup(String(value))]))
      : "",
    ...listed.map(
      ([name, values]) =>
        `<h2>${escapeMarkup(name)}</h2><ul>${values.map((value) => `<li><code>${escapeMarkup(value)}</code></li>`).join("")}</ul>`,
    ),
    `<h2>${texts.links}</h2><ul>${linkList.join("")}</ul>`,
  ];
  return page({ title, language, meta, root, url, main: main.join("\n") });
}
