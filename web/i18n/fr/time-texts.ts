// What the time bar says.

import type { timeTextsEn } from "../en/time-texts.ts";
import { formatNumber, pluralOf } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

const numberFr = (count: number) => formatNumber(count, "fr");

export const timeTextsFr = ({ one, other, isOwn }: SiteNames): ReturnType<typeof timeTextsEn> => ({
  timeBar: "Temps",
  play: "Lecture",
  pause: "Pause",
  stepBack: "Un pas en arrière",
  stepForward: "Un pas en avant",
  speed: "Vitesse",
  speedMenu: "Vitesse et pas",
  rate: ({ count, unit }) => {
    const units = { day: "jour", week: "semaine", month: "mois", year: "an" }[unit];
    return `${numberFr(count)} ${count < 2 || unit === "month" ? units : `${units}s`}/s`;
  },
  rateOfEvents: "d’un événement à l’autre",
  times: (speed) => `${speed} ×`,
  stepLabel: "Pas",
  loop: "Répéter",
  modeLabel: "Temps",
  mode: { instant: "Jour", window: "Période", cumulative: "Depuis le début" },
  step: { day: "jour", week: "semaine", month: "mois", year: "année", event: "événement" },
  dateSlider: "Date",
  windowStart: "Premier jour",
  windowEnd: "Dernier jour",
  comparedDate: (letter) =>
    letter === "A" ? "A, la date la plus ancienne" : "B, la date la plus récente",
  betweenCompared: "De A à B",
  nothingChanged: "aucun changement connu",
  changesAsList: "Les changements en liste",
  oneMap: "Une seule carte",
  typeDate: "Saisir une date",
  typedDateExamples: "2015-03, mars 2015, 31/03/2015",
  typedDateWrong: (text) =>
    `« ${text} » n’est pas une date lisible ; essayez 2015-03, mars 2015 ou 31/03/2015.`,
  go: "Aller",
  phasesLabel: "Périodes",
  periodOf: (place, all) => `période ${numberFr(place)} sur ${numberFr(all)}`,
  sitesKnown: (count) => {
    const isOne = pluralOf(count, "fr") === "one";
    const known = isOwn ? "" : isOne ? " connu" : " connus";
    return `${numberFr(count)} ${isOne ? one : other}${known}`;
  },
  sitesKnownOver: (count) => {
    const isOne = pluralOf(count, "fr") === "one";
    if (isOwn) return `${numberFr(count)} ${isOne ? one : other} en tout`;
    return `${numberFr(count)} ${isOne ? `${one} différent connu` : `${other} différents connus`}`;
  },
  certainlyThere: (count) => `${numberFr(count)} avec certitude`,
  possiblyToo: (count) => `${numberFr(count)} peut-être`,
  certainAlone: "seulement ce qui est certain",
  certainAloneWhy: "Montrer seulement ce qui est certain, ou aussi ce qui était peut-être là",
  peopleAt: (people, counted, all) =>
    `${people} personnes comptées${counted === all ? (all === 1 ? "" : " dans tous") : ` dans ${numberFr(counted)} d’entre eux`}`,
  certaintyLabel: "Montrer",
  certaintyPossible: "ce qui était peut-être là",
  certaintyCertain: "seulement ce qui est certain",
  moreChoices: "Autres choix",
  expandBar: "Afficher plus",
  collapseBar: "Afficher moins",
  sheetGrip: "Hauteur du volet du temps",
  sheetHeight: { low: "basse", middle: "moyenne", high: "haute" },
  lanes: isOwn ? `Par ${one}` : "Lieu par lieu",
  wholePeriod: "Toute la période",
  coverage: "sources",
  coverageLong:
    "Sur combien de sources repose chaque mois : pâle veut dire peu connu, non que peu s’est passé",
  periodRow: "période",
  threadsLong: `${isOwn ? `Pour chaque ${one}, un fil` : "Chaque lieu, un fil"} dans le temps : épais selon les personnes comptées, mince sans chiffre récent, en tirets pour ce qui n’est que possible`,
  countsLong: `Combien de ${other} au fil du temps ; plus pâle, combien d’autres peut-être`,
  keyPlay: "lecture ou pause",
  keyEnds: "premier ou dernier jour",
  keyEvent: "événement précédent ou suivant",
  keyPeriod: "période précédente ou suivante",
  keySpeed: "plus lent ou plus vite",
  keyType: "saisir une date",
  keyBar: "plus ou moins de détail sur le temps",
  keyCertain: "seulement le certain, ou aussi le possible",
  keyMode: "une période, ou tout depuis le début",
  keyWindow: "ce jour est le premier ou le dernier de la période",
  keyAxis: "agrandir ou réduire l’axe, le montrer en entier",
});
