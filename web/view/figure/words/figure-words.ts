// The sentences of a figure, said the same on the picture, in its caption and in its alternative text.

import { countsPeople, type Dataset } from "#model/dataset/dataset.ts";
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { textIn } from "#model/words/language.ts";
import { formatNumber } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { lacksEdits } from "#web/view/address/printed-address.ts";
import { happenedIn, tallyOf } from "#web/view/scene/happened.ts";
import { shownGroundCredit } from "#web/view/words/ground-credit.ts";
import { eventsInWords, matchesInWords, readoutParts } from "#web/view/words/readout-parts.ts";
import type { FigureInput, Moment } from "../figure-input.ts";
import { isFromTheRight } from "../type/direction.ts";

type Told = Pick<FigureInput, "dataset" | "language">;

type ToldMoment = Pick<
  Moment,
  "separation" | "matches" | "certainty" | "conventions" | "scene" | "crowd"
>;

/** The separation in one line, as under the date on the page; of a dataset that knows no sites the number of events. */
export function separationSentence(told: Told, moment: ToldMoment, texts: Messages): string {
  const { sites, sides, mean, people } = partsOf(told, moment, texts);
  return [sites, sides, mean, people, ...readingInWords(told, moment, texts)]
    .filter(Boolean)
    .join(" · ");
}

/** The same without the people, for a map that is small. */
export function shortSentence(told: Told, moment: ToldMoment, texts: Messages): string {
  const { sites, sides, mean } = partsOf(told, moment, texts);
  return [sites, sides, mean, ...readingInWords(told, moment, texts)].filter(Boolean).join(" · ");
}

/** What a filter leaves, and that what is only possible or conventions are left out. */
function readingInWords(
  { dataset }: Told,
  { certainty, conventions, matches }: ToldMoment,
  texts: Messages,
): string[] {
  const hasConventions = dataset.placePhases.some(({ convention }) => convention !== null);
  return [
    matchesInWords(matches, texts),
    certainty === "certain" ? texts.certaintyCertain : "",
    !conventions && hasConventions ? texts.withoutConventions : "",
  ];
}

function partsOf(
  { dataset, language }: Told,
  { crowd, scene, separation }: ToldMoment,
  texts: Messages,
) {
  if (dataset.places.some((place) => isMeasuredSite(dataset.meta, place)))
    return readoutParts(separation, language, texts, countsPeople(dataset));
  const hasEvents = dataset.eventCount > 0 && (crowd || eventsApart(dataset) === 0);
  const tally = crowd ?? tallyOf(happenedIn(scene));
  const sites = hasEvents ? eventsInWords(tally, separation, language, texts) : "";
  return { sites, sides: "", mean: "", people: "" };
}

/** What a picture says where nothing is drawn: that nothing is recorded, or that it is too much to be drawn. */
export function emptySentence(input: FigureInput, texts: Messages): string {
  const { dataset, language } = input;
  if (isCrowdLeftOut(input))
    return texts.crowdNotInPicture(formatNumber(eventsApart(dataset), language));
  // Where nobody asked for the events, nothing is known of them.
  const areUnknown = eventsApart(dataset) > 0 && input.moments.some(({ crowd }) => !crowd);
  return areUnknown ? "" : texts.figureEmpty;
}

/** There are too many events, at one of the moments at least, for them to be drawn. */
export const isCrowdLeftOut = ({ moments, steadyOver }: FigureInput): boolean =>
  (steadyOver ?? moments).some(({ crowd }) => crowd === null);

/** What is said where no source is listed: that none is recorded, or that those of a crowd stand in the data. */
export function noSourcesSentence({ dataset, language, moments }: FigureInput, texts: Messages) {
  const { length } = dataset.sources;
  const hasCrowd = moments.some(({ crowd }) => crowd !== undefined);
  return hasCrowd && length > 0
    ? texts.figureCrowdSources(formatNumber(length, language))
    : texts.figureNoSources;
}

/** How exact what is drawn is; only sites have discs. */
export function precisionSentence({ dataset, moments }: FigureInput, texts: Messages): string {
  const hasDiscs = moments.some(({ scene }) => scene.sites.length > 0);
  return texts.figurePrecision(hasDiscs, countsPeople(dataset));
}

/** How many events are too many for the document. */
function eventsApart({ eventCount, events }: Dataset): number {
  return eventCount - events.length;
}

/** So many dates are named one by one. */
const MAX_DATES = 3;

/** The dates of the figure in words: those of several maps are days of their own, and no stretch of time. */
export function dateLine(moments: readonly Moment[]): string {
  const dates = [...new Set(moments.map(({ date }) => date))];
  const told = dates.length > MAX_DATES ? [dates[0], "…", dates.at(-1)] : dates;
  return told.join(" | ");
}

/** What an editor has to say beside the sources, and how many counted sites were left without their names. */
export function editorsNote({ edits, moments, note = "" }: FigureInput, texts: Messages): string {
  const hidden = moments.flatMap(({ scene }) =>
    scene.sites.flatMap(({ isCounted, place: { id } }) =>
      isCounted && edits?.labels.get(id)?.isHidden ? id : [],
    ),
  );
  const { size } = new Set(hidden);
  const ended = note === "" || /[\p{P}]$/u.test(note.trimEnd()) ? note : `${note}.`;
  return size > 0 ? [ended, texts.figureUnlabelled(size)].filter(Boolean).join(" ") : note;
}

/**
 * Where all sources are listed, in words: at the address that is printed, or at one that is told here where none is. That
 * of dates which the page cannot show together is of the picture itself, whose ZIP lists them. Empty where nobody else has
 * the data.
 */
export function whereListed(
  { furniture, hasAddress, permalink }: Pick<FigureInput, "furniture" | "hasAddress" | "permalink">,
  texts: Messages,
): string {
  if (!hasAddress) return "";
  const ofPicture = /\bsnapshot\.svg(?=\?)/;
  const isPage = !ofPicture.test(permalink);
  if (!furniture.has("permalink"))
    return texts.figureAt(permalink.replace(ofPicture, "snapshot.zip"));
  return isPage ? texts.figureAtAddress : texts.figureInZip;
}

/** How much is said of whose the data are. */
export type CreditLength = "long" | "short" | "shortest";

/**
 * Whose data, under which licence, in which version: never left off. One paragraph, or one for each stretch of sentences
 * that run the same way.
 */
export function creditParagraphs(
  input: FigureInput,
  texts: Messages,
  length: CreditLength = "long",
): string[] {
  const { box, dataset, furniture, language, permalink } = input;
  const { attribution, credit, licences, version } = dataset.meta;
  const names = licences.map(licenceInWords);
  const sentences = [
    length === "long"
      ? textIn(attribution, language)
      : textIn(credit, language) && `${textIn(credit, language)}.`,
    shownGroundCredit(dataset.meta, box, texts, language) ?? "",
    furniture.has("locator") && length !== "shortest" ? texts.locatorCredit : "",
    ...(length === "shortest"
      ? [`${[texts.figureVersion(version.label), ...names].join(", ")}.`]
      : [
          `${texts.figureVersion(version.label)}.`,
          names.length > 0 ? `${texts.figureLicences(names.join(", "))}.` : "",
        ]),
    furniture.has("permalink")
      ? permalink + (lacksEdits(input) ? ` ${texts.figureWithoutEdits}` : "")
      : "",
  ].filter(Boolean);
  const paragraphs: string[] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last !== undefined && isFromTheRight(last) === isFromTheRight(sentence))
      paragraphs[paragraphs.length - 1] = `${last} ${sentence}`;
    else paragraphs.push(sentence);
  }
  return paragraphs;
}

export function isEmpty({ crowd, scene }: Moment): boolean {
  return scene.sites.length === 0 && scene.events.length === 0 && (crowd?.all ?? 0) === 0;
}
