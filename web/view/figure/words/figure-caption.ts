// The figure in words, written from the data: alternative text, caption and a long description. No word of it is more
// certain than the facts.

import { isOneDay } from "#model/measure/separation-series.ts";
import type { Claim } from "#model/record/claim.ts";
import type { Event } from "#model/record/event.ts";
import type { Movement } from "#model/record/movement.ts";
import { labelWhen } from "#model/time/date-label.ts";
import {
  interfaceLanguage,
  type Language,
  languageName,
  languageOfText,
  lookUpLanguage,
  perhapsIn,
  textIn,
} from "#model/words/language.ts";
import { formatDistance, formatNumber, formatPeople, formatPrecision } from "#web/i18n/format.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import type { MomentCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { SceneSite, SceneThing } from "#web/view/scene/scene.ts";
import { categoryName } from "#web/view/words/category-name.ts";
import { sideInFull } from "#web/view/words/side-words.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import {
  creditParagraphs,
  dateLine,
  editorsNote,
  emptySentence,
  isCrowdLeftOut,
  isEmpty,
  precisionSentence,
  separationSentence,
} from "./figure-words.ts";

/** What a screen reader says in one breath. */
export const LONGEST_ALT = 250;
const MAX_NAMED = 3;

/** What an editor wrote, or else the picture in no more than 250 characters: what it is, its date, the separation as far as there is room. */
export function alternativeText(input: FigureInput): string {
  if (input.alt !== undefined) return input.alt;
  const { language, moments, title, dataset } = input;
  const texts = messagesOf(language, dataset.meta);
  const name = title === "" ? textIn(dataset.meta.title, language) : title;
  const [first] = moments;
  const head =
    moments.length > 1
      ? texts.altMaps(name, dateLine(moments))
      : texts.altMap(name, dateLine(moments));
  const isBare = moments.every((moment) => saysNothing(moment, input, texts));
  const rest = isBare
    ? [emptySentence(input, texts)].filter(Boolean)
    : first && moments.length === 1
      ? separationSentence(input, first, texts).split(" · ")
      : moments.map((moment) =>
          texts.labelled(
            moment.date,
            separationSentence(input, moment, texts).split(" · ")[0] ?? "",
          ),
        );
  let text = head;
  for (const part of rest) {
    const longer = `${text === head ? `${text} ` : `${text}; `}${part}`;
    if (longer.length >= LONGEST_ALT) break;
    text = longer;
  }
  const whole = text.endsWith(".") ? text : `${text}.`;
  return whole.length <= LONGEST_ALT ? whole : `${whole.slice(0, LONGEST_ALT - 1)}…`;
}

/** A paragraph to stand under the picture: what it shows, the largest sites with who counted, how exact it is. */
export function captionText(input: FigureInput): string {
  const { dataset, language, moments, title } = input;
  const texts = messagesOf(language, dataset.meta);
  const name = title === "" ? textIn(dataset.meta.title, language) : title;
  const said = moments.map((moment) =>
    moments.length > 1
      ? texts.labelled(moment.date, whatIsShown(moment, input, texts))
      : whatIsShown(moment, input, texts),
  );
  const counted = (moments.length === 1 ? (moments[0]?.scene.sites ?? []) : []).filter(
    ({ isCounted, people }) => isCounted && people !== null,
  );
  const named = [...counted]
    .sort((a, b) => (b.people?.high ?? 0) - (a.people?.high ?? 0))
    .slice(0, MAX_NAMED)
    .map((site) => siteSentence(site, input, texts));
  const isOfDays = moments.some(({ days }) => !isOneDay(days));
  const sitesTitle = isOfDays ? texts.captionSitesOver : texts.captionSites;
  const ofMore =
    counted.length > named.length ? texts.captionLargest(named.length, counted.length) : "";
  return [
    `${name}, ${dateLine(moments)}.`,
    ...said,
    named.length > 0 ? `${texts.labelled(sitesTitle + ofMore, named.join("; "))}.` : "",
    isCrowdLeftOut(input) && !moments.every(isEmpty) ? emptySentence(input, texts) : "",
    precisionSentence(input, texts),
  ]
    .filter(Boolean)
    .join(" ");
}

/** True where nothing is drawn and the measures have nothing to say of it, not even that no site is known. */
function saysNothing(moment: Moment, input: FigureInput, texts: Messages): boolean {
  return isEmpty(moment) && separationSentence(input, moment, texts) === "";
}

function whatIsShown(moment: Moment, input: FigureInput, texts: Messages): string {
  return saysNothing(moment, input, texts)
    ? emptySentence(input, texts)
    : `${separationSentence(input, moment, texts)}.`;
}

/** Who counted; of a name that the data do not have in the language in which they are read, in which it is. */
function counterWords(
  { countedBy }: Claim,
  languages: readonly Language[],
  language: Language,
  texts: Messages,
): string {
  const name = textIn(countedBy, language);
  const own = languageOfText(countedBy, language);
  if (own === undefined || own === (lookUpLanguage(languages, language) ?? languages[0]))
    return name;
  return `${name} (${texts.inLanguage(languageName(own, interfaceLanguage(language)))})`;
}

function siteSentence(
  { byConvention, claims, isEmpty: isUninhabited, people, place, presence }: SceneSite,
  { dataset, language }: FigureInput,
  texts: Messages,
): string {
  const { languages } = dataset.meta;
  const named = claims.map((claim) => counterWords(claim, languages, language, texts));
  const counters = [...new Set(named)].join(", ");
  const number = people ? formatPeople(people, language) : null;
  const said = texts.captionSite(
    textIn(place.name, language),
    number,
    counters,
    presence === "certain",
  );
  return [said, isUninhabited ? texts.emptyNotCounted : "", byConvention ? texts.byConvention : ""]
    .filter(Boolean)
    .join("; ");
}

/** Everything on the picture in turn, for those who do not see it. */
export function longDescription(input: FigureInput): string {
  const texts = messagesOf(input.language, input.dataset.meta);
  return [
    captionText(input),
    ...input.moments.map((moment) => describeMoment(moment, input, texts)),
    annotationsInWords(input, texts),
    editorsNote(input, texts),
    texts.labelled(texts.captionCredit, creditParagraphs(input, texts).join(" ")),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What somebody wrote on the maps. */
function annotationsInWords({ edits }: FigureInput, texts: Messages): string {
  const written = edits?.annotations.map(({ text }) => text) ?? [];
  return written.length > 0 ? texts.figureWritten(written) : "";
}

/** Of a crowd, how many events there are of each category. */
function crowdLines(crowd: MomentCrowd, { dataset, language }: FigureInput): string[] {
  const counts = new Map<number, number>();
  crowd.forEach(({ category }) => {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, count]) => {
      const name = categoryName(dataset.meta, crowd.categories[place] ?? "", language);
      return messagesOf(language, dataset.meta).labelled(name, formatNumber(count, language));
    });
}

function describeMoment(
  { crowd, date, days, scene }: Moment,
  input: FigureInput,
  texts: Messages,
): string {
  const { dataset, language } = input;
  const { timeZone } = dataset.meta;
  const names = new Map(dataset.places.map(({ id, name }) => [id, textIn(name, language)]));
  const reference = perhapsIn(dataset.meta.separation?.reference.label, language) ?? "";
  const when = (thing: Event | Movement) => labelWhen(thing, language, timeZone);
  const saidOf = ({ isRecent, presence }: SceneThing<unknown>, said: string) =>
    presence === "certain"
      ? said
      : texts.aside(said, texts.possiblyThen(!isRecent && isOneDay(days)));
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${title}:`, ...lines.map((line) => `- ${line}`)] : [];
  return [
    input.moments.length > 1 ? date : "",
    ...scene.sites.map((site) => {
      const where = [
        site.side ? sideInFull(dataset.meta, site.side, language, texts) : "",
        site.distanceM === null
          ? ""
          : texts.captionDistance(formatDistance(site.distanceM, language), reference),
        formatPrecision([site.phase.quality.precisionM], language),
      ].filter(Boolean);
      return `- ${siteSentence(site, input, texts)}; ${where.join(", ")}`;
    }),
    ...list(
      texts.captionEvents,
      scene.events.map((event) =>
        saidOf(event, texts.labelled(when(event.thing), textIn(event.thing.title, language))),
      ),
    ),
    ...(crowd ? list(texts.captionEvents, crowdLines(crowd, input)) : []),
    ...list(
      texts.captionMovements,
      scene.movements
        .filter(({ thing }) => names.has(thing.fromId) && names.has(thing.toId))
        .map((movement) => {
          const { thing } = movement;
          const way = texts.captionFrom(names.get(thing.fromId) ?? "", names.get(thing.toId) ?? "");
          return saidOf(movement, texts.labelled(when(thing), way));
        }),
    ),
  ]
    .filter(Boolean)
    .join("\n");
}
