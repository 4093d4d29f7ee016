// The words of the printed figure.
import { capitalised, formatNumber } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

export const figureTextsEn = ({ one, other }: SiteNames) => ({
  makePicture: "Make a picture",
  embedMap: "Embed the map",
  figureNumbered: "By number on the map:",
  northSouth: ["N", "S"] as readonly [string, string],
  eastWest: ["E", "W"] as readonly [string, string],
  figureGroup: (count: number) => `${count} ${other}`,
  figureUnlabelled: (count: number) =>
    `${count === 1 ? `1 ${one}` : `${count} ${other}`} not named on the map.`,
  figureWritten: (words: readonly string[]) =>
    `Written on the map: ${words.map((text) => `“${text}”`).join(", ")}.`,
  figureCounters: (counters: string, unknown: string) => `Figures: ${counters}${unknown}.`,
  figureMoreCounters: (names: string, more: number) =>
    `${names} and ${more === 1 ? "1 other" : `${more} others`}`,
  figureUnknownOf: (unknown: number, all: number) => `; none for ${unknown} of ${all}`,
  figureSources: "Sources:",
  figureWithoutEdits: "(there without the editor’s changes)",
  figureAtAddress: "at the address below",
  figureAt: (address: string) => `at ${address}`,
  figureInZip: "at the address below with .zip for .svg",
  figureSourcesOf: (listed: number, all: number, where: string) =>
    `Sources (${listed} of ${all}${where && `, all ${where}`}):`,
  figureNoSources: "Sources: none recorded for what is shown.",
  figureCrowdSources: (count: string) => `Sources: ${count} in the data, named with each event.`,
  figureSourcesCounted: (count: number, where: string) =>
    `${count === 1 ? "1 source" : `${count} sources`}${where && `, ${where}`}.`,
  figurePrecision: (hasDiscs: boolean, isCounted: boolean) =>
    [
      hasDiscs
        ? "Positions are approximate: a place lies somewhere in its dotted ring."
        : "Positions are approximate.",
      isCounted ? "Numbers are those of who counted; hollow marks have none." : "",
    ]
      .filter(Boolean)
      .join(" "),
  figureVersion: (version: string) => `Data version ${version}`,
  groundCredit: (date: string, credit: string, licence: string) =>
    `Ground (${date}): ${credit}, ${licence}.`,
  figureLicences: (names: string) => `Licences: ${names}`,
  figureEmpty: "Nothing is recorded for this date.",
  figureCurve: `Mean distance of the open ${other} (km); pale: nearest to farthest`,
  figureMoreEvents: (count: number) =>
    `and ${formatNumber(count, "en")} more ${count === 1 ? "event" : "events"}`,
  locatorCredit: "Locator map: Natural Earth.",
  altMap: (title: string, date: string) => `Map: ${title}, ${date}.`,
  altMaps: (title: string, dates: string) => `Maps side by side: ${title}, ${dates}.`,
  captionSite: (name: string, people: string | null, counters: string, isCertain: boolean) =>
    `${name}${isCertain ? "" : " (possibly there)"}: ${people === null ? "nobody’s figure is recent" : `${people} people, counted by ${counters}`}`,
  captionSites: `${capitalised(other)} with recent figures`,
  captionLargest: (named: number, all: number) => ` (the ${named} largest of ${all})`,
  captionSitesOver: `${capitalised(other)} with the figures of their last day shown`,
  captionDistance: (distance: string, reference: string) => `${distance} from ${reference}`,
  captionEvents: "Events",
  captionMovements: "Movements",
  captionFrom: (from: string, to: string) => `from ${from} to ${to}`,
  captionCredit: "Credit",
});
