// Texts of the data in the HTML of a kit.
import { escapeMarkup } from "#formats/xml.ts";
import type { Source } from "#model/record/source.ts";
import { labelDay, labelPublished } from "#model/time/date-label.ts";
import {
  directionOf,
  interfaceLanguage,
  type Language,
  type Localized,
  languageOfText,
  textIn,
} from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { publishedBy } from "#web/view/words/published-by.ts";
import type { AskedPicture } from "../asked-picture.ts";

/** Attributes of what is in another language than the page around it. */
export function inLanguage(language: Language | undefined, page: Language): string {
  if (language === undefined || language === interfaceLanguage(page)) return "";
  const direction = directionOf(language) === "rtl" ? ' dir="rtl"' : "";
  return ` lang="${escapeMarkup(language)}"${direction}`;
}

/** An element with a text of the data, in the language of the page as far as it has it; `of`: its class. */
export const said = (name: string, text: Localized, page: Language, of?: string): string =>
  `<${name}${of === undefined ? "" : ` class="${of}"`}${inLanguage(languageOfText(text, page), page)}>${escapeMarkup(textIn(text, page))}</${name}>`;

/** A text with empty lines between its paragraphs. */
export const paragraphs = (text: string): string =>
  text
    .split("\n\n")
    .map((one) => `<p>${one.split("\n").map(escapeMarkup).join("<br />")}</p>`)
    .join("");

export const linkTo = (href: string, html: string): string =>
  `<a href="${escapeMarkup(href)}">${html}</a>`;

/** A source as a list has it: its title, a link where it leads anywhere, who published it and when. */
export function sourceLine({ dataset: { meta }, language }: AskedPicture, source: Source): string {
  const texts = messagesOf(language, meta);
  const title = `<cite${inLanguage(source.lang || undefined, language)}>${escapeMarkup(source.title)}</cite>`;
  const { link, published, url } = source;
  const after = [
    publishedBy(meta, source, texts),
    published ? labelPublished(published, language) : "",
    link?.status === "dead" ? texts.deadLink(labelDay(link.checkedOn, language)) : "",
  ].filter(Boolean);
  return `${url && isWebAddress(url) ? linkTo(url, title) : title}. ${escapeMarkup(after.join(", "))}`;
}
