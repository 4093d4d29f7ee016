// How the measures are told: no number without what it is a number of, and absence only of knowledge.

import type { measureTextsEn } from "../en/measure-texts.ts";
import { formatNumber, pluralOf } from "../format.ts";
import type { SiteNames } from "../site-names.ts";

const pluriel = (count: number, un: string, plusieurs: string) =>
  `${formatNumber(count, "fr")} ${pluralOf(count, "fr") === "one" ? un : plusieurs}`;

export const measureTextsFr = ({
  one,
  other,
  isOwn,
}: SiteNames): ReturnType<typeof measureTextsEn> => ({
  sitesOpen: (count) => pluriel(count, one, other),
  sitesOverDays: (count) =>
    isOwn
      ? `${pluriel(count, one, other)} en tout`
      : pluriel(count, `${one} différent`, `${other} différents`),
  sitesOfWhichCertain: (count) =>
    isOwn ? `${formatNumber(count, "fr")} avec certitude` : pluriel(count, "certain", "certains"),
  sitesByConvention: (count) => `${formatNumber(count, "fr")} par convention`,
  eventsOpen: (count) => pluriel(count, "événement", "événements"),
  eventsPossible: (count) => `Peut-être ${pluriel(count, "événement", "événements")}`,
  eventsOfWhich: (count, possible) =>
    `${pluriel(count, "événement", "événements")} (dont ${formatNumber(possible, "fr")} peut-être)`,
  noEventsOn: (day, isCertain) =>
    `Aucun événement connu ${isCertain ? "avec certitude " : ""}de ces données le ${day}`,
  noEventsOver: (days, isCertain) =>
    `Aucun événement connu ${isCertain ? "avec certitude " : ""}de ces données, ${days}`,
  meanDistance: (distance) => `${distance} en moyenne`,
  peopleCounted: (people, counted, open, twice, byConvention) =>
    `${people} personnes comptées (${[
      `${pluriel(counted, one, other)} sur ${open}`,
      twice > 0 ? `jusqu’à ${formatNumber(twice, "fr")} peut-être comptées deux fois` : "",
      byConvention && `dont ${byConvention} par convention`,
    ]
      .filter(Boolean)
      .join(" ; ")})`,
  peopleAtMost: (day, counted) => `le plus en un jour, le ${day} : ${counted}`,
  peopleUnknown: "aucun décompte récent",
  matchSites: (left, all) =>
    `${pluriel(left, one, other)} sur ${formatNumber(all, "fr")} ${left < 2 ? "correspond" : "correspondent"}`,
  matchEvents: (left, all) =>
    `${pluriel(left, "événement", "événements")} sur ${formatNumber(all, "fr")} ${left < 2 ? "correspond" : "correspondent"}`,
  emptyNotCounted: "dessiné, non compté : on n’y connaît aucun habitant",
  byConvention: "par convention",
  conventionsLabel: "dates fixées par convention",
  withoutConventions: "sans les dates fixées par convention",
  conventionOf: {
    start: "Aucune source n’en donne le début ; une convention énoncée le fixe.",
    end: "Aucune source n’en donne la fin ; une convention énoncée la fixe.",
    both: "Aucune source n’en donne le début ni la fin ; une convention énoncée les fixe.",
  },
  conventionOnly:
    "Ce qui en dépend n’est que possible, et disparaît quand les dates fixées par convention sont écartées.",
  notAttested: "non attesté : ses dates ne reposent que sur une convention",
  sampledByChange: `Des paliers : un nouveau commence chaque jour où des ${other} ouvrent ou ferment, où un chiffre devient ou cesse d’être valable ; rien n’est interpolé.`,
  curveConvention: ` ; en pointillé : des ${other} n’y sont que par convention`,
  curveConventionLong: `En pointillé : ce qui repose en partie sur des ${other} qu’une seule convention y place et qui disparaissent quand les dates fixées par convention sont écartées.`,
  inLanguage: (name) => `en ${name}`,
});
