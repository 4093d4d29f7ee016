// How the measures are told: no number without what it is a number of, and absence only of knowledge.
import { formatNumber, pluralOf } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

const plural = (count: number, one: string, other: string) =>
  `${formatNumber(count, "en")} ${pluralOf(count, "en") === "one" ? one : other}`;

export const measureTextsEn = ({ one, other }: SiteNames) => ({
  sitesOpen: (count: number) => plural(count, one, other),
  /** Over a stretch of days: not all of them at one time. */
  sitesOverDays: (count: number) => plural(count, `different ${one}`, `different ${other}`),
  sitesOfWhichCertain: (count: number) => `${formatNumber(count, "en")} certain`,
  sitesByConvention: (count: number) => `${formatNumber(count, "en")} by convention`,
  /** Of a dataset that has events and no sites. */
  eventsOpen: (count: number) => plural(count, "event", "events"),
  eventsPossible: (count: number) => `Possibly ${plural(count, "event", "events")}`,
  eventsOfWhich: (count: number, possible: number) =>
    `${plural(count, "event", "events")} (${formatNumber(possible, "en")} of them possibly)`,
  noEventsOn: (day: string, isCertain: boolean) =>
    `No event known ${isCertain ? "for certain " : ""}to these data on ${day}`,
  noEventsOver: (days: string, isCertain: boolean) =>
    `No event known ${isCertain ? "for certain " : ""}to these data, ${days}`,
  meanDistance: (distance: string) => `mean ${distance}`,
  /** `byConvention`: how many of them, in words; empty of none. */
  peopleCounted: (
    people: string,
    counted: number,
    open: number,
    twice: number,
    byConvention: string,
  ) =>
    `${people} people counted (${[
      `${counted} of ${plural(open, one, other)}`,
      twice > 0 ? `up to ${formatNumber(twice, "en")} may be counted twice` : "",
      byConvention && `of which ${byConvention} by convention`,
    ]
      .filter(Boolean)
      .join("; ")})`,
  /** Of a stretch of days: the day with the highest number. */
  peopleAtMost: (day: string, counted: string) => `most on one day, ${day}: ${counted}`,
  peopleUnknown: "no recent count",
  matchSites: (left: number, all: number) =>
    `${formatNumber(left, "en")} of ${plural(all, `${one} matches`, `${other} match`)}`,
  matchEvents: (left: number, all: number) =>
    `${formatNumber(left, "en")} of ${plural(all, "event matches", "events match")}`,
  emptyNotCounted: "drawn, not counted: nobody known to live there",
  byConvention: "by convention",
  conventionsLabel: "dates set by convention",
  withoutConventions: "without dates set by convention",
  conventionOf: {
    start: "No source gives its start; a stated convention fills it.",
    end: "No source gives its end; a stated convention fills it.",
    both: "No source gives its start and its end; a stated convention fills them.",
  },
  conventionOnly:
    "What rests on it is only possible, and left out where dates set by convention are switched off.",
  notAttested: "not attested: its dates rest on a convention alone",
  sampledByChange: `Steps: a new one begins on every day on which ${other} open or close or a figure begins or ceases to speak; nothing in between is interpolated.`,
  /** Follows the title of a curve. */
  curveConvention: `; dotted: some ${other} are there by convention alone`,
  curveConventionLong: `Dotted: partly of ${other} that are there by a stated convention alone; without dates set by convention they are left out.`,
  inLanguage: (name: string) => `in ${name}`,
});
