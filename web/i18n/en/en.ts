import type { Side } from "#model/measure/site.ts";
import type { Stride } from "#model/time/strides.ts";
import type { DatasetWords } from "../dataset-words.ts";
import { capitalised, formatNumber, pluralOf } from "../format.ts";
import { beforeEn, strideEn } from "../stride-words.ts";
import { changeTextsEn } from "./change-texts.ts";
import { crowdTextsEn } from "./crowd-texts.ts";
import { dataTextsEn } from "./data-texts.ts";
import { evidenceTextsEn } from "./evidence-texts.ts";
import { figureTextsEn } from "./figure-texts.ts";
import { frameTextsEn } from "./frame-texts.ts";
import { legendTextsEn } from "./legend-texts.ts";
import { measureTextsEn } from "./measure-texts.ts";
import { printTextsEn } from "./print-texts.ts";
import { recordTextsEn } from "./record-texts.ts";
import { searchTextsEn } from "./search-texts.ts";
import { storyTextsEn } from "./story-texts.ts";
import { timeTextsEn } from "./time-texts.ts";
import { versionTextsEn } from "./version-texts.ts";

const plural = (count: number, one: string, other: string) =>
  `${formatNumber(count, "en")} ${pluralOf(count, "en") === "one" ? one : other}`;

const SHORT_SIDES: Readonly<Record<Side, string>> = {
  inside: "inside",
  edge: "edge",
  beyond: "beyond",
};

/** Every text of the interface in English, the model that the other languages are held to. */
export const en = ({
  phrases,
  reference,
  separator,
  sides,
  siteNames,
  siteNames: { isOwn, one, other },
  strides: { back, recent },
  terms,
}: DatasetWords) => ({
  ...changeTextsEn,
  ...crowdTextsEn,
  ...versionTextsEn,
  ...printTextsEn,
  ...storyTextsEn,
  ...dataTextsEn,
  ...evidenceTextsEn,
  ...searchTextsEn,
  ...figureTextsEn(siteNames),
  appName: "Rocade",
  documentTitle: (date: string, head: string) => `${date} – ${head} – Rocade`,
  partLoading: "Loading…",
  noWebgl:
    "The map cannot be drawn here: this browser offers no WebGL. Dates, lists and sources work without it.",
  openNow: "List",
  about: "About",
  otherLanguage: "Français",
  otherLanguageLabel: "Lire cette page en français",
  close: "Close",
  mapLabel: "Map at the chosen date",
  resetView: phrases.wholeMap ?? "Whole map",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  ...measureTextsEn(siteNames),
  ...timeTextsEn(siteNames),
  // Where nothing separates, sites lie nowhere but in the area of the data.
  noSitesOn: (day: string, isCertain: boolean): string =>
    `No ${one} known ${isCertain ? "for certain " : ""}to these data${separator && " in the area studied"} on ${day}`,
  noSitesOver: (days: string, isCertain: boolean): string =>
    `No ${one} known ${isCertain ? "for certain " : ""}to these data${separator && " in the area studied"}, ${days}`,
  sideShort: sides?.short ?? SHORT_SIDES,
  lastInside: (day: string) => `last known ${(sides?.short ?? SHORT_SIDES).inside}: ${day}`,
  sideCount: (count: number, side: Side) =>
    `${formatNumber(count, "en")} ${(sides?.short ?? SHORT_SIDES)[side]}`,
  sliderValue: (date: string, sites: string, mean: string | null) =>
    mean === null ? `${date}, ${sites}` : `${date}, ${sites}, mean distance ${mean}`,
  chartDistance: `km to ${reference}`,
  chartDistanceLong: `Distance of the open ${other} to ${reference}: mean, and nearest to farthest`,
  chartEvents: "events",
  chartEventsLong: {
    day: "Events by day",
    week: "Events by week",
    month: "Events by month",
    year: "Events by year",
    decade: "Events by decade",
  },
  eventsInBin: (days: string, events: string) => `${days}: ${events}`,
  nowSites: (isCounted: boolean): string => (isCounted ? "Places where people live" : "Sites"),
  nowEvents: "Events of the day",
  nowEventsOver: "Events of these days",
  nowRecentEvents: `Events of ${beforeEn(recent)}`,
  nowMovements: `Movements of the day and ${beforeEn(recent)}`,
  nowBarriers: "Barriers and outlines",
  nothingKnown: "Nothing known.",
  partOfAnother: `part of another ${one}`,
  toReference: (distance: string) => `${distance} to ${reference}`,
  when: "When",
  where: "Where",
  howPlaced: "How the position is known",
  positionHidden:
    "Its position is not published, to protect people: it is on no map, and no measure counts it.",
  people: "People",
  sourcesTitle: (count: number) => plural(count, "source", "sources"),
  contradictionsTitle: "Where the sources disagree",
  resolution: "In these data",
  claimsNow: "Figures that still speak at this date",
  claimsOver: "Figures that still speak on its last day shown",
  claimsAll: (count: number) =>
    count === 1 ? "The only figure" : `All ${plural(count, "figure", "figures")}`,
  noClaims: "Nobody’s figure is known for this place.",
  noClaimsNow: "No figure recent enough for this date: unknown, not zero.",
  eventsHere: "Events here",
  stepsHere: "Steps of the story here",
  cameFrom: "People came from",
  wentTo: "People went to",
  partOf: "Part of",
  otherNames: "Also called",
  endReason: "How it ended",
  actorsLabel: "Who",
  /** `sure`: of the events that certainly happened then; null: all did. */
  sumTold: (sum: string, sure: string | null, told: string, events: string): string =>
    sure === null
      ? `${sum} (${told} of ${events} events)`
      : `${sum} (${sure} of it for certain; ${told} of ${events} events)`,
  sumUnknown: "not told",
  downloadSums: "Download the sums (CSV)",
  furtherData: "Further data",
  yes: "yes",
  no: "no",
  movementKind: "Movement",
  inferredMovement: "The link is likely; no source that was read states it.",
  from: "From",
  to: "To",
  permalink: "Address of this record",
  apiLink: "As GeoJSON",
  noSource: "General knowledge, no source.",
  ...legendTextsEn(siteNames),
  ...frameTextsEn(siteNames),
  legendEvent: (isOneDay: boolean): string =>
    isOneDay ? "event of the day" : "event of these days",
  legendRecent: `faint: ${beforeEn(recent)}`,
  /** `precision`: of the outlines that are drawn, "± 150–250 m". */
  legendOutline: (precision: string) =>
    `${phrases.siteOutline ?? (isOwn ? `outline: ${one}` : "outline of a site")}, ${precision}`,
  legendBarrier: phrases.barriers ?? "barriers",
  /** `precision`: of the line as it is drawn. */
  legendSeparator: (precision: string) => `${separator}, ${precision}`,
  noticeMoved: (day: string) => `Date moved to ${day}.`,
  noticeNoLanguage: (asked: string, shown: string) =>
    `Neither these data nor this page have ${asked}: shown in ${shown}.`,
  noticePageLanguage: (asked: string, shown: string) =>
    `This page has no ${asked}: its own words are in ${shown}.`,
  noticeDataLanguage: (asked: string, shown: string) =>
    `These data have no ${asked}: their texts are in ${shown}.`,
  noticeVersion: (asked: string, shown: string) =>
    `There is no version ${asked} of the data, which the address names; this is version ${shown}.`,
  noticeIgnored: (parameters: string) =>
    `Not understood in the address and left out: ${parameters}.`,
  noticeOutside: (period: string) =>
    `The data are of ${period}: what was asked for lies outside, and the nearest day is shown.`,
  noticeOfPicture: (title: string) =>
    `This address stands on a picture titled “${title}”; “Make a picture” makes it again.`,
  dismiss: "Dismiss",
  aboutSites: "What is drawn solid was certainly there on the date; what is dashed may have been.",
  aboutCounts:
    "Numbers stay with those who counted; where there is none, how many is unknown, not zero.",
  aboutGaps: "Nothing is interpolated: a gap in the sources is a gap on the map.",
  aboutMethods: "How the figures are made",
  aboutLicences: "Data and licences",
  aboutVersion: (version: string) => `Data version ${version}`,
  aboutApi: "All data, through the API",
  aboutVerify: "Check a picture that was made here",
  otherDatasets: "All maps",
  ownEvents: "Map your own events",
  menu: "Menu",
  find: "Find",
  analysis: "Analysis",
  changes: "Compare",
  sources: "Sources",
  help: "Keys",
  coverageOf: (month: string, records: number, sources: number) =>
    `${month}: ${plural(records, "record", "records")} from ${plural(sources, "source", "sources")}`,
  aside: (text: string, note: string) => `${text} (${note})`,
  possiblyThere: "possibly there",
  possiblyThen: (isOneDay: boolean): string =>
    isOneDay ? "possibly on this day" : "possibly in these days",
  offMap: "off the map",
  unknown: "unknown",
  emptyByFilter: "The filter leaves nothing at this date.",
  emptyByDate: "Nothing is known at this date.",
  clearFilter: "Clear the filter",
  showPossible: "Show what may have been there",
  findTitle: "Find places and events",
  findTitleOf: { places: "Find places", events: "Find events" },
  searchWords: "Words",
  facetKinds: "Kind of place",
  facetCategories: "Kind of event",
  facetCertainties: "How well established",
  facetSides: `Side of ${separator}`,
  facetSources: "Kind of source",
  rangeFrom: "from",
  rangeTo: "to",
  rangeBetween: (from: string | null, to: string | null): string => {
    if (from === null) return `at most ${to}`;
    return to === null ? `at least ${from}` : `${from} to ${to}`;
  },
  ofColumn: (column: string, value: string) => `${column}: ${value}`,
  unlistedColumns: (columns: string) =>
    `With so many events the values of ${columns} are not listed here; words find them.`,
  foundEvents: (count: number) => plural(count, "event", "events"),
  foundPlaces: (count: number) => plural(count, "place", "places"),
  foundCounts: (count: number) => plural(count, "figure", "figures"),
  drawArea: "Draw an area",
  drawAreaHow:
    "Click the corners on the map; double-click, or click the first again, to close the area.",
  areaOfView: "Only what the map shows",
  dropArea: "Any area",
  inArea: "in an area",
  quoted: (words: string) => `“${words}”`,
  activeFilters: "Active filters",
  removeFilter: (text: string) => `Remove ${text}`,
  seriesDistance: `Distance to ${reference}`,
  seriesWeighted: "Distance weighted by people",
  seriesSites: `${capitalised(other)}, and ${other} beyond ${separator}`,
  seriesPeople: "People counted",
  seriesBeyond: `Share of people beyond ${separator}`,
  seriesLargest: `Share of people in the largest ${one}`,
  seriesCoverage: "Sites that have a figure",
  distanceValue: (min: string, median: string, mean: string, max: string) =>
    `${min} to ${max}, median ${median}, mean ${mean}`,
  downloadCsv: "Save these figures (CSV)",
  compareTitle: "Compare two dates",
  compareHow:
    "A second map stands beside the first, with the same view; the list tells what opened, closed, grew, shrank and moved between them.",
  compareStart: `Compare with ${strideEn(back)} before`,
  compareEventsHow:
    "A second map stands beside the first, with the same view; a table tells how many events there are on each of the two days.",
  comparedEvents: "Events",
  comparedPossible: "of these only possibly on that day",
  comparePair: (from: string, to: string) => `Compare ${from} and ${to}`,
  compareEnd: "End the comparison",
  compareDate: "Compare with",
  changesOpened: (count: number) => `${formatNumber(count, "en")} opened`,
  changesClosed: (count: number) => `${formatNumber(count, "en")} closed`,
  changesGrown: (count: number) => `${formatNumber(count, "en")} grown`,
  changesShrunk: (count: number) => `${formatNumber(count, "en")} shrunk`,
  changesMoved: (count: number) => plural(count, "movement", "movements"),
  allKinds: "All kinds",
  allLanguages: "All languages",
  languageLabel: "Language",
  more: (count: string) => `Show more (${count})`,
  deadLink: (day: string) => `the address did not answer on ${day}`,
  noAddress: "No address on the web.",
  supportsPlace: "For dates, place and description",
  supportsOutline: "For the outline",
  whatRestsOnIt: "what rests on it",
  copyHeldBy: (publisher: string, carrier: string) => `${publisher} (copy: ${carrier})`,
  cite: "Cite this",
  copy: "Copy",
  distances: `Distances to ${reference}`,
  keysTitle: "The keyboard",
  stride: (stride: Stride) => strideEn(stride, "one"),
  keyArrow: (stride: Stride) => `${strideEn(stride, "one")} (outside the slider: one step)`,
  keySearch: "search",
  keyEscape: "close the panel",
  keyHelp: "this sheet",
  noticeOffline: "No network: this is the copy that your browser kept.",
  noticePartFailed: "This part of the page could not be loaded. Try again, or reload the page.",
  copied: "Copied.",
  /** A word and what it is about, as the language punctuates. */
  labelled: (label: string, text: string) => `${label}: ${text}`,
  column: { name: "Site", distance: "Distance", side: "Side", people: "People" },
  columnPeopleOver: "People, last day shown",
  shortSide: sides?.short ?? SHORT_SIDES,
  side: sides?.label ?? {
    inside: `inside ${separator}`,
    edge: `at the edge of ${separator}`,
    beyond: `beyond ${separator}`,
  },
  placeKind: terms.placeKinds,
  category: terms.eventCategories,
  endReasonWord: terms.endReasons,
  agency: terms.agencies,
  counter: terms.counterKinds,
  measure: terms.measures,
  sourceKind: terms.sourceKinds,
  ...recordTextsEn,
});
