// The words of the printed figure, in both languages.

import { capitalised } from "./format.ts";
import type { SiteNames } from "./site-names.ts";

export const figureTextsEn = ({ other }: SiteNames) => ({
  makePicture: "Make a picture",
  embedMap: "Embed the map",
  figureSources: "Sources:",
  figureAtAddress: "at the address below",
  figureInZip: "at the address below with .zip for .svg",
  figureSourcesOf: (listed: number, all: number, where: string) =>
    `Sources (${listed} of ${all}${where && `, all ${where}`}):`,
  figureNoSources: "Sources: none recorded for what is shown.",
  figureSourcesCounted: (count: number, where: string) =>
    `${count === 1 ? "1 source" : `${count} sources`}${where && `, listed ${where}`}.`,
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
  figureLicences: (names: string) => `Licences: ${names}`,
  figureEmpty: "Nothing is recorded for this date.",
  figureCurve: `Mean distance of the open ${other} (km); pale: nearest to farthest`,
  figureMoreEvents: (count: number) => `and ${count} more ${count === 1 ? "event" : "events"}`,
  locatorCredit: "Locator map: Natural Earth.",
  altMap: (title: string, date: string) => `Map: ${title}, ${date}.`,
  altMaps: (title: string, dates: string) => `Maps side by side: ${title}, ${dates}.`,
  captionSite: (name: string, people: string | null, counters: string, isCertain: boolean) =>
    `${name}${isCertain ? "" : " (possibly there)"}: ${people === null ? "nobody’s figure is recent" : `${people} people, counted by ${counters}`}`,
  captionSites: `${capitalised(other)} with recent figures`,
  captionSitesOver: `${capitalised(other)} with the figures of their last day shown`,
  captionDistance: (distance: string, reference: string) => `${distance} from ${reference}`,
  captionEvents: "Events",
  captionMovements: "Movements",
  captionFrom: (from: string, to: string) => `from ${from} to ${to}`,
  captionCredit: "Credit",
});

export const figureTextsFr = ({ other, isOwn }: SiteNames): ReturnType<typeof figureTextsEn> => ({
  makePicture: "Faire une image",
  embedMap: "Intégrer la carte",
  figureSources: "Sources :",
  figureAtAddress: "à l’adresse ci-dessous",
  figureInZip: "à l’adresse ci-dessous, .zip au lieu de .svg",
  figureSourcesOf: (listed, all, where) =>
    `Sources (${listed} sur ${all}${where && `, toutes ${where}`}) :`,
  figureNoSources: "Sources : aucune n’est consignée pour ce qui est montré.",
  figureSourcesCounted: (count, where) =>
    `${count < 2 ? `${count} source` : `${count} sources`}${where && `, ${where}`}.`,
  figurePrecision: (hasDiscs, isCounted) =>
    [
      hasDiscs
        ? "Les positions sont approximatives : un lieu est quelque part dans son anneau pointillé."
        : "Les positions sont approximatives.",
      isCounted ? "Les nombres sont ceux de qui a compté ; les marques creuses n’en ont pas." : "",
    ]
      .filter(Boolean)
      .join(" "),
  figureVersion: (version) => `Version ${version} des données`,
  figureLicences: (names) => `Licences : ${names}`,
  figureEmpty: "Rien n’est consigné pour cette date.",
  figureCurve: `Distance moyenne des ${other}${isOwn ? "" : " ouverts"} (km) ; pâle : du plus proche au plus lointain`,
  figureMoreEvents: (count) =>
    count === 1 ? "et 1 autre événement" : `et ${count} autres événements`,
  locatorCredit: "Carte de situation : Natural Earth.",
  altMap: (title, date) => `Carte : ${title}, ${date}.`,
  altMaps: (title, dates) => `Cartes côte à côte : ${title}, ${dates}.`,
  captionSite: (name, people, counters, isCertain) =>
    `${name}${isCertain ? "" : " (peut-être là)"} : ${people === null ? "aucun chiffre récent" : `${people} personnes, selon ${counters}`}`,
  captionSites: `${capitalised(other)} avec des chiffres récents`,
  captionSitesOver: `${capitalised(other)} avec les chiffres de leur dernier jour montré`,
  captionDistance: (distance, reference) => `à ${distance} de ${reference}`,
  captionEvents: "Événements",
  captionMovements: "Déplacements",
  captionFrom: (from, to) => `de ${from} à ${to}`,
  captionCredit: "Crédit",
});
