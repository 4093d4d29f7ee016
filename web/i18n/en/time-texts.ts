// What the time bar says.
import type { Stride } from "#model/time/strides.ts";
import { formatNumber, pluralOf } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

const numberEn = (count: number) => formatNumber(count, "en");

export const timeTextsEn = ({ one, other, isOwn }: SiteNames) => ({
  timeBar: "Time",
  play: "Play",
  pause: "Pause",
  stepBack: "One step back",
  stepForward: "One step forward",
  speed: "Speed",
  speedMenu: "Speed and step",
  /** So far in a second of playing. */
  rate: ({ count, unit }: Stride) =>
    count === 1 ? `1 ${unit}/s` : `${numberEn(count)} ${unit}s/s`,
  rateOfEvents: "event by event",
  times: (speed: string) => `${speed} ×`,
  stepLabel: "Step",
  loop: "Repeat",
  modeLabel: "Time",
  mode: { instant: "Day", window: "Period", cumulative: "Since start" },
  step: { day: "day", week: "week", month: "month", year: "year", event: "event" },
  dateSlider: "Date",
  windowStart: "First day",
  windowEnd: "Last day",
  /** The two that are compared, by the letters on their thumbs. */
  comparedDate: (letter: "A" | "B"): string =>
    letter === "A" ? "A, the earlier date" : "B, the later date",
  betweenCompared: "From A to B",
  nothingChanged: "no change known",
  changesAsList: "The changes as a list",
  oneMap: "One map",
  typeDate: "Type a date",
  typedDateExamples: "2015-03, March 2015, 31/03/2015",
  typedDateWrong: (text: string) =>
    `“${text}” is not a date that can be read; try 2015-03, March 2015 or 31/03/2015.`,
  go: "Go",
  phasesLabel: "Periods",
  periodOf: (place: number, all: number) => `period ${numberEn(place)} of ${numberEn(all)}`,
  sitesKnown: (count: number) =>
    `${numberEn(count)} ${pluralOf(count, "en") === "one" ? one : other} known`,
  /** Over a stretch of days: not all of them at one time. */
  sitesKnownOver: (count: number) =>
    `${numberEn(count)} different ${pluralOf(count, "en") === "one" ? one : other} known`,
  certainlyThere: (count: number, all: number) =>
    count === all && all > 1 ? "all certainly there" : `${numberEn(count)} certainly there`,
  possiblyToo: (count: number) => `${numberEn(count)} possibly`,
  certainAlone: "only what is certain",
  certainAloneWhy: "Show only what is certain, or what may have been there too",
  peopleAt: (people: string, counted: number, all: number) =>
    `${people} people counted at ${counted === all ? (all === 1 ? "it" : "all of them") : `${numberEn(counted)} of them`}`,
  certaintyLabel: "Show",
  certaintyPossible: "what may have been there",
  certaintyCertain: "only what is certain",
  moreChoices: "More choices",
  expandBar: "Show more",
  collapseBar: "Show less",
  sheetGrip: "Height of the time bar",
  sheetHeight: { low: "low", middle: "half", high: "high" },
  lanes: isOwn ? `By ${one}` : "Site by site",
  wholePeriod: "Whole period",
  coverage: "sources",
  coverageLong:
    "How many sources each month rests on: pale is little known, not little that happened",
  periodRow: "period",
  threadsLong: `Each ${one} as a thread in time: as thick as people are counted, thin where no figure is recent, dashed where it only may have been there`,
  countsLong: `How many ${other} there are through time; paler, how many more there may be`,
  keyPlay: "play or pause",
  keyEnds: "first or last day",
  keyEvent: "previous or next event",
  keyPeriod: "previous or next period",
  keySpeed: "slower or faster",
  keyType: "type a date",
  keyBar: "more of the time bar, or less",
  keyCertain: "only what is certain, or what may have been there too",
  keyMode: "a period, or everything since the start",
  keyWindow: "first or last day of the period is this one",
  keyAxis: "zoom the axis in or out, show all of it",
});
