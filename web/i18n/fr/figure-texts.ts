// The words of the printed figure.

import type { figureTextsEn } from "../en/figure-texts.ts";
import { capitalised, formatNumber } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

export const figureTextsFr = ({
  one,
  other,
  isOwn,
}: SiteNames): ReturnType<typeof figureTextsEn> => ({
  makePicture: "Faire une image",
  embedMap: "Intégrer la carte",
  figureNumbered: "Par numéro sur la carte :",
  northSouth: ["N", "S"],
  eastWest: ["E", "O"],
  figureGroup: (count) => `${count} ${other}`,
  figureUnlabelled: (count) => `Sans nom sur la carte : ${count} ${count === 1 ? one : other}.`,
  figureWritten: (words) =>
    `Écrit sur la carte : ${words.map((text) => `« ${text} »`).join(", ")}.`,
  figureCounters: (counters, unknown) => `Chiffres : ${counters}${unknown}.`,
  figureMoreCounters: (names, more) => `${names} et ${more === 1 ? "1 autre" : `${more} autres`}`,
  figureUnknownOf: (unknown, all) => ` ; aucun pour ${unknown} sur ${all}`,
  figureSources: "Sources :",
  figureWithoutEdits: "(sans les modifications de la rédaction)",
  figureAtAddress: "à l’adresse ci-dessous",
  figureAt: (address) => `à l’adresse ${address}`,
  figureInZip: "à l’adresse ci-dessous, .zip au lieu de .svg",
  figureSourcesOf: (listed, all, where) =>
    `Sources (${listed} sur ${all}${where && `, toutes ${where}`}) :`,
  figureNoSources: "Sources : aucune n’est consignée pour ce qui est montré.",
  figureCrowdSources: (count) =>
    `Sources dans les données : ${count} ; chaque événement nomme les siennes.`,
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
  groundCredit: (date, credit, licence) => `Fond de carte (${date}) : ${credit}, ${licence}.`,
  figureLicences: (names) => `Licences : ${names}`,
  figureEmpty: "Rien n’est consigné pour cette date.",
  figureCurve: `Distance moyenne des ${other}${isOwn ? "" : " ouverts"} (km) ; pâle : du plus proche au plus lointain`,
  figureMoreEvents: (count) =>
    count === 1 ? "et 1 autre événement" : `et ${formatNumber(count, "fr")} autres événements`,
  locatorCredit: "Carte de situation : Natural Earth.",
  altMap: (title, date) => `Carte : ${title}, ${date}.`,
  altMaps: (title, dates) => `Cartes côte à côte : ${title}, ${dates}.`,
  captionSite: (name, people, counters, isCertain) =>
    `${name}${isCertain ? "" : " (peut-être là)"} : ${people === null ? "aucun chiffre récent" : `${people} personnes, selon ${counters}`}`,
  captionSites: `${capitalised(other)} avec des chiffres récents`,
  captionLargest: (named, all) => ` (les ${named} plus grands sur ${all})`,
  captionSitesOver: `${capitalised(other)} avec les chiffres de leur dernier jour montré`,
  captionDistance: (distance, reference) => `à ${distance} de ${reference}`,
  captionEvents: "Événements",
  captionMovements: "Déplacements",
  captionFrom: (from, to) => `de ${from} à ${to}`,
  captionCredit: "Crédit",
});
