// The list of datasets for people.

import { escapeMarkup } from "#formats/xml.ts";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { anchor, definitionList, framedPage } from "../ogc/html/page.ts";
import type { ListedEntry } from "./list-document.ts";
import { type ListTexts, listTexts } from "./list-texts.ts";

export function listPage(
  entries: readonly ListedEntry[],
  language: Language,
  service: URL,
): string {
  const texts = listTexts(language);
  const url = new URL("datasets", service).href;
  const main = `<p>${texts.lead(entries.length)}</p>\n${entries.map((entry) => article(entry, language, texts)).join("\n")}\n<p>${anchor(new URL(`new?lang=${language}`, service).href, texts.own)}</p>`;
  return framedPage({
    title: texts.title,
    of: "Rocade",
    language,
    root: service,
    trail: [[texts.title, url]],
    main: `<div class="datasets">${main}</div>`,
    foot: "",
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "DataCatalog",
      name: texts.title,
      url,
      dataset: entries.flatMap(({ about, page }) =>
        about
          ? {
              "@type": "Dataset",
              name: about.title,
              ...(about.headline === null ? {} : { headline: about.headline }),
              description: about.description,
              version: about.version.label,
              license: about.licences.map(({ name, path }) => path || name),
              temporalCoverage: `${about.period.first}/${about.period.last}`,
              url: page,
            }
          : [],
      ),
    },
  });
}

function article(entry: ListedEntry, language: Language, texts: ListTexts): string {
  const { about, id, isDefault, page } = entry;
  const first = isDefault ? ` <span class="quiet">${texts.first}</span>` : "";
  if (!about)
    return `<article><h2>${escapeMarkup(id)}${first}</h2><p>${texts.unreadable}</p></article>`;
  const link = (rel: string) => entry.links.find((one) => one.rel === rel)?.href ?? page;
  const licences = about.licences.map(({ path, title }) =>
    isWebAddress(path) ? anchor(path, title) : escapeMarkup(title),
  );
  const facts: [string, string][] = [
    [texts.period, escapeMarkup(periodOf(about.period, language))],
    [texts.records, countsOf(about.counts, language, texts)],
    [texts.languages, escapeMarkup(namesOf(about.languages, language))],
    ...(licences.length > 0
      ? [[texts.licence, licences.join(", ")] satisfies [string, string]]
      : []),
    [
      texts.version,
      `${escapeMarkup(about.version.label)}, ${texts.published(publishedOn(about.version.publishedAt, language))}`,
    ],
    [texts.qgis, `<code>${escapeMarkup(link("service"))}</code>`],
  ];
  return [
    `<article id="${escapeMarkup(id)}"><h2>${anchor(page, about.title)}${first}</h2>`,
    ...(about.headline === null ? [] : [`<p class="headline">${escapeMarkup(about.headline)}</p>`]),
    `<p>${escapeMarkup(about.standfirst ?? about.description)}</p>`,
    definitionList(facts),
    `<p class="ways">${[
      anchor(page, texts.map),
      anchor(link("service"), texts.api),
      anchor(link("enclosure"), texts.file),
    ].join(" ")}</p></article>`,
  ].join("\n");
}

function periodOf({ first, last }: { first: string; last: string }, language: Language): string {
  const [from, to] = [parseDay(first), parseDay(last)];
  return from === undefined || to === undefined
    ? `${first} – ${last}`
    : labelDayRange(from, to, language);
}

function publishedOn(instant: string, language: Language): string {
  const day = parseDay(instant.slice(0, 10));
  return day === undefined ? instant : labelDay(day, language);
}

function countsOf(
  counts: Readonly<Record<keyof ListTexts["counted"], number>>,
  language: Language,
  { counted }: ListTexts,
): string {
  return (Object.keys(counted) as (keyof ListTexts["counted"])[])
    .filter((name) => counts[name] > 0)
    .map((name) => counted[name](formatNumber(counts[name], language), counts[name] === 1))
    .join(", ");
}

/** What the languages are called in the language of the page; one that nobody knows by its code. */
function namesOf(languages: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  return languages.map((one) => names.of(one) ?? one).join(", ");
}
