import type { Side } from "#model/measure/site.ts";
import { afterA, afterDe } from "#model/words/french-article.ts";
import type { DatasetWords } from "../dataset-words.ts";
import { capitalised, formatNumber, pluralOf } from "../format.ts";
import type { Messages } from "../message-types.ts";
import type { SiteNames } from "../site-names.ts";
import { ofBeforeFr, strideFr } from "../stride-words.ts";
import { changeTextsFr } from "./change-texts.ts";
import { crowdTextsFr } from "./crowd-texts.ts";
import { dataTextsFr } from "./data-texts.ts";
import { evidenceTextsFr } from "./evidence-texts.ts";
import { figureTextsFr } from "./figure-texts.ts";
import { frameTextsFr } from "./frame-texts.ts";
import { legendTextsFr } from "./legend-texts.ts";
import { measureTextsFr } from "./measure-texts.ts";
import { printTextsFr } from "./print-texts.ts";
import { recordTextsFr } from "./record-texts.ts";
import { searchTextsFr } from "./search-texts.ts";
import { storyTextsFr } from "./story-texts.ts";
import { timeTextsFr } from "./time-texts.ts";
import { versionTextsFr } from "./version-texts.ts";

const plural = (count: number, one: string, other: string) =>
  `${formatNumber(count, "fr")} ${pluralOf(count, "fr") === "one" ? one : other}`;

const SHORT_SIDES: Readonly<Record<Side, string>> = {
  inside: "en deçà",
  edge: "en bordure",
  beyond: "au-delà",
};

/** What agrees with the word for sites is said only where its gender is known. */
const openSites = ({ isOwn, other }: SiteNames) => (isOwn ? other : `${other} ouverts`);
const noneKnown = ({ isOwn, one, other }: SiteNames, isCertain: boolean) => {
  const surely = isCertain ? " avec certitude" : "";
  const elided = /^[aàâeéèêëhiîïoôœuùy]/i.test(other) ? "d’" : "de ";
  return isOwn
    ? `Ces données ne connaissent pas ${elided}${other}${surely}`
    : `Aucun ${one} connu${surely} de ces données`;
};

/** Every text of the interface in French. */
export const fr = ({
  phrases,
  reference,
  separator,
  sides,
  siteNames,
  siteNames: { isOwn, one, other },
  strides: { back, recent },
  terms,
}: DatasetWords): Messages => ({
  ...changeTextsFr,
  ...crowdTextsFr,
  ...versionTextsFr,
  ...printTextsFr,
  ...storyTextsFr,
  ...dataTextsFr,
  ...evidenceTextsFr,
  ...searchTextsFr,
  ...figureTextsFr(siteNames),
  appName: "Rocade",
  documentTitle: (date, head) => `${date} – ${head} – Rocade`,
  partLoading: "Chargement…",
  noWebgl:
    "La carte ne peut pas être dessinée ici : ce navigateur n’offre pas WebGL. Les dates, les listes et les sources fonctionnent sans elle.",
  openNow: "Liste",
  about: "À propos",
  otherLanguage: "English",
  otherLanguageLabel: "Read this page in English",
  close: "Fermer",
  mapLabel: "Carte à la date choisie",
  resetView: phrases.wholeMap ?? "Toute la carte",
  zoomIn: "Zoom avant",
  zoomOut: "Zoom arrière",
  ...measureTextsFr(siteNames),
  ...timeTextsFr(siteNames),
  noSitesOn: (day, isCertain) =>
    `${noneKnown(siteNames, isCertain)}${separator && " dans la zone étudiée"} le ${day}`,
  noSitesOver: (days, isCertain) =>
    `${noneKnown(siteNames, isCertain)}${separator && " dans la zone étudiée"}, ${days}`,
  sideShort: sides?.short ?? SHORT_SIDES,
  lastInside: (day) => `${(sides?.short ?? SHORT_SIDES).inside} pour la dernière fois : ${day}`,
  sideCount: (count, side) => `${formatNumber(count, "fr")} ${(sides?.short ?? SHORT_SIDES)[side]}`,
  sliderValue: (date, sites, mean) =>
    mean === null ? `${date}, ${sites}` : `${date}, ${sites}, distance moyenne ${mean}`,
  chartDistance: `km ${afterDe(reference)}`,
  chartDistanceLong: `Distance des ${openSites(siteNames)} ${afterA(reference)} : moyenne, et du plus proche au plus lointain`,
  chartEvents: "événements",
  chartEventsLong: {
    day: "Événements par jour",
    week: "Événements par semaine",
    month: "Événements par mois",
    year: "Événements par an",
    decade: "Événements par décennie",
  },
  eventsInBin: (days, events) => `${days} : ${events}`,
  nowSites: (isCounted) => (isCounted ? "Lieux de vie" : "Lieux"),
  nowEvents: "Événements du jour",
  nowEventsOver: "Événements de ces jours",
  nowRecentEvents: `Événements ${ofBeforeFr(recent)}`,
  nowMovements: `Déplacements du jour et ${ofBeforeFr(recent)}`,
  nowBarriers: "Barrières et emprises",
  nothingKnown: "Rien de connu.",
  partOfAnother: "partie d’un autre lieu",
  toReference: (distance) => `à ${distance} ${afterDe(reference)}`,
  when: "Quand",
  where: "Où",
  howPlaced: "Comment la position est connue",
  positionHidden:
    "Sa position n’est pas publiée, pour protéger des personnes : le lieu n’est sur aucune carte et n’entre dans aucune mesure.",
  people: "Personnes",
  sourcesTitle: (count) => plural(count, "source", "sources"),
  contradictionsTitle: "Là où les sources se contredisent",
  resolution: "Dans ces données",
  claimsNow: "Chiffres encore valables à cette date",
  claimsOver: "Chiffres encore valables à son dernier jour montré",
  claimsAll: (count) =>
    count === 1 ? "Le seul chiffre" : `Les ${plural(count, "chiffre", "chiffres")}`,
  noClaims: "Aucun chiffre n’est connu pour ce lieu.",
  noClaimsNow: "Aucun chiffre assez récent pour cette date : inconnu, et non zéro.",
  eventsHere: "Événements en ce lieu",
  stepsHere: "Étapes du récit ici",
  cameFrom: "Les personnes venaient de",
  wentTo: "Les personnes sont allées à",
  partOf: "Partie de",
  otherNames: "Autres noms",
  endReason: "Fin",
  actorsLabel: "Qui",
  sumTold: (sum, sure, told, events) => {
    const of = `${told} ${/^[01]$/.test(told) ? "événement" : "événements"} sur ${events}`;
    return sure === null ? `${sum} (${of})` : `${sum} (dont ${sure} avec certitude ; ${of})`;
  },
  sumUnknown: "non précisé",
  downloadSums: "Télécharger les sommes (CSV)",
  furtherData: "Autres données",
  yes: "oui",
  no: "non",
  movementKind: "Déplacement",
  inferredMovement: "Le lien est probable ; aucune source lue ne l’énonce.",
  from: "De",
  to: "À",
  permalink: "Adresse de cette fiche",
  apiLink: "En GeoJSON",
  noSource: "Connaissance générale, sans source.",
  ...legendTextsFr(siteNames),
  ...frameTextsFr(siteNames),
  legendEvent: (isOneDay) => (isOneDay ? "événement du jour" : "événement de ces jours"),
  legendRecent: `pâle : ${ofBeforeFr(recent)}`,
  legendOutline: (precision) =>
    `${phrases.siteOutline ?? (isOwn ? `emprise : ${one}` : "emprise d’un lieu")}, ${precision}`,
  legendBarrier: phrases.barriers ?? "barrières",
  legendSeparator: (precision) => `${separator}, ${precision}`,
  noticeMoved: (day) => `Date déplacée au ${day}.`,
  noticeNoLanguage: (asked, shown) =>
    `Ni ces données ni cette page n’existent en ${asked} : affichage en ${shown}.`,
  noticePageLanguage: (asked, shown) =>
    `Cette page n’existe pas en ${asked} : ses propres mots sont en ${shown}.`,
  noticeDataLanguage: (asked, shown) =>
    `Ces données n’existent pas en ${asked} : leurs textes sont en ${shown}.`,
  noticeVersion: (asked, shown) =>
    `L’adresse renvoie à une version ${asked} des données, qui n’existe pas ; celle-ci est la version ${shown}.`,
  noticeIgnored: (parameters) => `Non compris dans l’adresse et ignoré : ${parameters}.`,
  noticeOutside: (period) =>
    `Les données portent sur la période ${period} ; ce qui est demandé est en dehors, le jour le plus proche est affiché.`,
  noticeOfPicture: (title) =>
    `Cette adresse figure sur une image intitulée « ${title} » ; « Faire une image » la refait.`,
  dismiss: "Fermer l’avis",
  aboutSites:
    "Ce qui est dessiné en plein était certainement là à la date ; ce qui l’est en tirets y était peut-être.",
  aboutCounts:
    "Les nombres restent à ceux qui ont compté ; où il n’y en a pas, le nombre est inconnu, pas nul.",
  aboutGaps: "Rien n’est interpolé : une lacune des sources est une lacune de la carte.",
  aboutMethods: "Comment les chiffres sont faits",
  aboutLicences: "Données et licences",
  aboutVersion: (version) => `Données, version ${version}`,
  aboutApi: "Toutes les données, par l’API",
  aboutVerify: "Vérifier une image faite ici",
  otherDatasets: "Toutes les cartes",
  ownEvents: "Cartographier vos événements",
  menu: "Menu",
  find: "Chercher",
  analysis: "Analyse",
  changes: "Comparer",
  sources: "Sources",
  help: "Touches",
  coverageOf: (month, records, sources) =>
    `${month} : ${plural(records, "fiche", "fiches")}, ${plural(sources, "source", "sources")}`,
  aside: (text, note) => `${text} (${note})`,
  possiblyThere: "peut-être là",
  possiblyThen: (isOneDay) => (isOneDay ? "peut-être ce jour-là" : "peut-être ces jours-là"),
  offMap: "hors carte",
  unknown: "inconnu",
  emptyByFilter: "Le filtre ne laisse rien à cette date.",
  emptyByDate: "Rien n’est connu à cette date.",
  clearFilter: "Effacer le filtre",
  showPossible: "Montrer ce qui était peut-être là",
  findTitle: "Chercher des lieux et des événements",
  findTitleOf: { places: "Chercher des lieux", events: "Chercher des événements" },
  searchWords: "Mots",
  facetKinds: "Nature du lieu",
  facetCategories: "Nature de l’événement",
  facetCertainties: "Solidité",
  facetSides: `Côté ${afterDe(separator)}`,
  facetSources: "Nature des sources",
  rangeFrom: "de",
  rangeTo: "à",
  rangeBetween: (from, to) => {
    if (from === null) return `au plus ${to}`;
    return to === null ? `au moins ${from}` : `${from} à ${to}`;
  },
  ofColumn: (column, value) => `${column} : ${value}`,
  unlistedColumns: (columns) =>
    `Avec tant d’événements, les valeurs de ${columns} ne sont pas listées ici ; les mots les trouvent.`,
  foundEvents: (count) => plural(count, "événement", "événements"),
  foundPlaces: (count) => plural(count, "lieu", "lieux"),
  foundCounts: (count) => plural(count, "chiffre", "chiffres"),
  drawArea: "Dessiner une zone",
  drawAreaHow:
    "Cliquez les angles sur la carte ; un double clic, ou un clic sur le premier, ferme la zone.",
  areaOfView: "Seulement ce que montre la carte",
  dropArea: "Toutes les zones",
  inArea: "dans une zone",
  quoted: (words) => `« ${words} »`,
  activeFilters: "Filtres actifs",
  removeFilter: (text) => `Retirer ${text}`,
  seriesDistance: `Distance ${afterA(reference)}`,
  seriesWeighted: "Distance pondérée par les personnes",
  seriesSites: `${capitalised(other)}, et ${other} au-delà ${afterDe(separator)}`,
  seriesPeople: "Personnes comptées",
  seriesBeyond: `Part des personnes au-delà ${afterDe(separator)}`,
  seriesLargest: isOwn
    ? "Part des personnes là où elles sont le plus nombreuses"
    : "Part des personnes dans le plus grand lieu",
  seriesCoverage: "Lieux ayant un chiffre",
  distanceValue: (min, median, mean, max) => `${min} à ${max}, médiane ${median}, moyenne ${mean}`,
  downloadCsv: "Enregistrer ces chiffres (CSV)",
  compareTitle: "Comparer deux dates",
  compareHow:
    "Une seconde carte se place à côté de la première, avec la même vue ; la liste dit ce qui a ouvert, fermé, grandi, diminué et bougé entre les deux.",
  compareStart: `Comparer avec ${strideFr(back)} plus tôt`,
  compareEventsHow:
    "Une seconde carte se place à côté de la première, avec la même vue ; un tableau dit combien d’événements il y a à chacune des deux dates.",
  comparedEvents: "Événements",
  comparedPossible: "dont peut-être seulement ce jour-là",
  comparePair: (from, to) => `Comparer le ${from} et le ${to}`,
  compareEnd: "Finir la comparaison",
  compareDate: "Comparer avec",
  changesOpened: (count) => `${formatNumber(count, "fr")} ${count < 2 ? "ouvert" : "ouverts"}`,
  changesClosed: (count) => `${formatNumber(count, "fr")} ${count < 2 ? "fermé" : "fermés"}`,
  changesGrown: (count) => `${formatNumber(count, "fr")} ${count < 2 ? "agrandi" : "agrandis"}`,
  changesShrunk: (count) => `${formatNumber(count, "fr")} ${count < 2 ? "diminué" : "diminués"}`,
  changesMoved: (count) => plural(count, "déplacement", "déplacements"),
  allKinds: "Toutes les natures",
  allLanguages: "Toutes les langues",
  languageLabel: "Langue",
  more: (count) => `Afficher plus (${count})`,
  deadLink: (day) => `l’adresse ne répondait plus le ${day}`,
  noAddress: "Pas d’adresse sur la toile.",
  supportsPlace: "Pour les dates, le lieu et la description",
  supportsOutline: "Pour l’emprise",
  whatRestsOnIt: "ce qui s’y appuie",
  copyHeldBy: (publisher, carrier) => `${publisher} (copie : ${carrier})`,
  cite: "Citer cette fiche",
  copy: "Copier",
  distances: `Distances ${afterA(reference)}`,
  keysTitle: "Le clavier",
  stride: strideFr,
  keyArrow: (stride) => `${strideFr(stride)} (hors du curseur : un pas)`,
  keySearch: "chercher",
  keyEscape: "fermer le panneau",
  keyHelp: "cette feuille",
  noticeOffline: "Pas de réseau : ceci est la copie gardée par votre navigateur.",
  noticePartFailed:
    "Cette partie de la page n’a pas pu être chargée. Réessayez, ou rechargez la page.",
  copied: "Copié.",
  labelled: (label, text) => `${label} : ${text}`,
  column: { name: "Lieu", distance: "Distance", side: "Côté", people: "Personnes" },
  columnPeopleOver: "Personnes, dernier jour montré",
  shortSide: sides?.short ?? SHORT_SIDES,
  side: sides?.label ?? {
    inside: `en deçà ${afterDe(separator)}`,
    edge: `en bordure ${afterDe(separator)}`,
    beyond: `au-delà ${afterDe(separator)}`,
  },
  placeKind: terms.placeKinds,
  category: terms.eventCategories,
  endReasonWord: terms.endReasons,
  agency: terms.agencies,
  counter: terms.counterKinds,
  measure: terms.measures,
  sourceKind: terms.sourceKinds,
  ...recordTextsFr,
});
