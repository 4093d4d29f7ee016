import type { DeclaredSum } from "#model/collection/declared-sums.ts";
import type { Separation } from "#model/measure/separation.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import { SIDES } from "#model/measure/site.ts";
import type { EventSum } from "#model/measure/sum.ts";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import { addDays } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import { formatKilometres, formatNumber, formatPeople } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/message-types.ts";
import type { EventTally } from "#web/view/scene/happened.ts";
import type { Matches } from "#web/view/scene/matches.ts";

/** Of a sum; whoever wants more asks the API. */
const MAX_DECIMALS = 3;

type Parts = Readonly<Record<"sites" | "sides" | "mean" | "people", string>>;

/** The four parts of the line; parts that say nothing are empty. `isCounted`: the dataset has numbers of people. */
export function readoutParts(
  separation: Separation,
  language: Language,
  texts: Messages,
  isCounted = true,
): Parts {
  const { siteCounts, distance } = separation;
  if (siteCounts.total === 0)
    return { sites: noSites(separation, language, texts), sides: "", mean: "", people: "" };
  return {
    sites: siteNumber(separation, texts),
    sides: SIDES.filter((side) => siteCounts[side] > 0)
      .map((side) => texts.sideCount(siteCounts[side], side))
      .join(", "),
    mean: distance ? texts.meanDistance(formatKilometres(distance.mean, language)) : "",
    people: isCounted ? peopleInWords(separation, language, texts) : "",
  };
}

/** "14 sites (9 certain, 1 by convention)"; of a stretch of days "16 different sites". */
function siteNumber({ siteCounts, window }: Separation, texts: Messages): string {
  const { total, certain, byConvention } = siteCounts;
  const ofWhich = [
    certain === total ? "" : texts.sitesOfWhichCertain(certain),
    byConvention > 0 ? texts.sitesByConvention(byConvention) : "",
  ].filter(Boolean);
  const sites = isOneDay(window) ? texts.sitesOpen(total) : texts.sitesOverDays(total);
  return ofWhich.length > 0 ? `${sites} (${ofWhich.join(", ")})` : sites;
}

/** The number of sites, or that these data know of none. */
export function sitesInWords(separation: Separation, language: Language, texts: Messages): string {
  const { siteCounts, window } = separation;
  if (siteCounts.total === 0) return noSites(separation, language, texts);
  return isOneDay(window)
    ? texts.sitesOpen(siteCounts.total)
    : texts.sitesOverDays(siteCounts.total);
}

/** That these data know of no site: what there was besides is not for them to say. */
function noSites({ certainty, window }: Separation, language: Language, texts: Messages): string {
  const isCertain = certainty === "certain";
  const { from, until } = window;
  if (from === null || until === null) return texts.nothingKnown;
  return isOneDay(window)
    ? texts.noSitesOn(labelDay(from, language), isCertain)
    : texts.noSitesOver(labelDayRange(from, addDays(until, -1), language), isCertain);
}

/** "3 events (2 of them possibly)". */
export function eventNumber({ all, certain }: EventTally, texts: Messages): string {
  if (certain === all) return texts.eventsOpen(all);
  return certain === 0 ? texts.eventsPossible(all) : texts.eventsOfWhich(all, all - certain);
}

/** The number of events of a dataset that has no sites, or that these data know of none. */
export function eventsInWords(
  tally: EventTally,
  { certainty, window }: Pick<Separation, "certainty" | "window">,
  language: Language,
  texts: Messages,
): string {
  if (tally.all > 0) return eventNumber(tally, texts);
  const isCertain = certainty === "certain";
  const { from, until } = window;
  if (from === null || until === null) return texts.nothingKnown;
  return isOneDay(window)
    ? texts.noEventsOn(labelDay(from, language), isCertain)
    : texts.noEventsOver(labelDayRange(from, addDays(until, -1), language), isCertain);
}

/**
 * A sum with how many events tell it, or that none does; `surely` is that of the events that certainly happened then,
 * and said where others only may have.
 */
export function sumInWords(
  { sum, told, events }: EventSum,
  surely: EventSum,
  { property }: DeclaredSum,
  language: Language,
  texts: Messages,
): string {
  if (sum === null) return texts.sumUnknown;
  const unit = property.unit === undefined ? "" : ` ${property.unit}`;
  const number = (value: number) =>
    formatNumber(value, language, { maximumFractionDigits: MAX_DECIMALS });
  const sure = surely.told === told ? null : `${number(surely.sum ?? 0)}${unit}`;
  return texts.sumTold(`${number(sum)}${unit}`, sure, number(told), number(events));
}

/** How many people are counted; of a stretch of days on that with the highest number, which is named. */
export function peopleInWords(
  { people, window }: Separation,
  language: Language,
  texts: Messages,
): string {
  if (people.total === null || people.day === null) return texts.peopleUnknown;
  const counted = texts.peopleCounted(
    formatPeople(people.total, language),
    people.sitesCounted,
    people.sitesOpen,
    people.countedTwice.people,
    people.byConvention ? formatPeople(people.byConvention, language) : "",
  );
  return isOneDay(window) ? counted : texts.peopleAtMost(labelDay(people.day, language), counted);
}

/** What a filter leaves of the sites and events that are shown; empty without one. */
export function matchesInWords(matches: Matches | null, texts: Messages): string {
  return [
    matches?.sites && texts.matchSites(matches.sites.left, matches.sites.of),
    matches?.events && texts.matchEvents(matches.events.left, matches.events.of),
  ]
    .filter(Boolean)
    .join(" · ");
}
