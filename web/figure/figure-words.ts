// The sentences of a figure, said the same on the picture, in its caption and in its alternative text.

import type { Language } from "#model/language.ts";
import type { Separation } from "#model/separation.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { readoutParts } from "#web/i18n/readout-parts.ts";
import type { FigureInput, Moment } from "./figure-input.ts";

/** The separation in one line, as under the date on the page. */
export function separationSentence(
  separation: Separation,
  language: Language,
  texts: Messages,
): string {
  const parts = readoutParts(separation, language, texts);
  return [parts.sites, parts.sides, parts.mean, parts.people].filter(Boolean).join(" · ");
}

/** The same without the people, for a map that is small. */
export function shortSentence(separation: Separation, language: Language, texts: Messages): string {
  const { sites, sides, mean } = readoutParts(separation, language, texts);
  return [sites, sides, mean].filter(Boolean).join(" · ");
}

/** The date of the figure in words; of several moments, the first and the last. */
export function dateLine(moments: readonly Moment[]): string {
  const [first, last] = [moments[0]?.date ?? "", moments.at(-1)?.date ?? ""];
  return moments.length > 1 && first !== last ? `${first} – ${last}` : first;
}

/** Whose data, under which licence, in which version: never left off. */
export function creditLine(
  { dataset, furniture, language, permalink }: FigureInput,
  texts: Messages,
  isLong = true,
): string {
  const { attribution, credit, licences, version } = dataset.meta;
  return [
    isLong ? attribution[language] : `${credit[language]}.`,
    furniture.has("locator") ? texts.locatorCredit : "",
    `${texts.figureVersion(version.label)}.`,
    licences.length > 0
      ? `${texts.figureLicences(licences.map(({ name }) => name).join(", "))}.`
      : "",
    furniture.has("permalink") ? permalink : "",
  ]
    .filter(Boolean)
    .join(" ");
}

export function isEmpty({ scene }: Moment): boolean {
  return scene.sites.length === 0 && scene.events.length === 0;
}
