import type { DatasetMeta } from "../dataset/dataset.ts";
import { afterDe } from "../words/french-article.ts";
import { type Localized, textIn } from "../words/language.ts";
import { CLAIM_LIFETIME_DAYS, CLAIM_SUPERSEDED_DAYS } from "./people.ts";

type Methods = Readonly<
  Record<"sites" | "people" | "coverage" | "largest", Localized> &
    // Of a dataset with a reference place alone: elsewhere nothing is measured.
    Partial<Record<"distance" | "weightedDistance", Localized>> &
    // Of a dataset with a separating line alone: elsewhere nothing has a side.
    Partial<Record<"side" | "shareOfSitesBeyond" | "shareBeyond", Localized>>
>;

/** The figures that rest on numbers of people: nothing is to speak of them where nobody counted. */
export const FIGURES_OF_PEOPLE: readonly string[] = [
  "people",
  "weightedDistance",
  "shareBeyond",
  "coverage",
  "largest",
] satisfies readonly (keyof Methods)[];

/** How each figure is made, in one sentence that travels with it: tooltip, API description, caption. */
export function separationMethods({
  phrases,
  separation,
}: Pick<DatasetMeta, "phrases" | "separation">): Methods {
  const byPlace = separation ? methodsOfDistance(separation.reference.label) : undefined;
  const bySide = separation?.line ? methodsOfSides(separation.line.label) : undefined;
  return {
    sites: phrases.sitesMethod ?? (bySide ? SITES_OF_AN_AREA : SITES),
    ...(bySide && { side: bySide.side }),
    ...(byPlace && { distance: byPlace.distance }),
    ...(bySide && { shareOfSitesBeyond: bySide.shareOfSitesBeyond }),
    people: {
      en: `Latest published figures of people present, of each kind of counter, no older than ${CLAIM_LIFETIME_DAYS} days and within ${CLAIM_SUPERSEDED_DAYS} days of the newest; lowest to highest, never averaged; people who may have been counted at two places because they moved in between are left out of the low end and kept in the high end; over several days, the day with the highest figure; those at sites that only a stated convention places there are told apart, and left out with it; sites without a figure are unknown, not zero.`,
      fr: `Derniers chiffres publiés de personnes présentes, par type de compteur, datant de ${CLAIM_LIFETIME_DAYS} jours au plus et de ${CLAIM_SUPERSEDED_DAYS} jours au plus avant le dernier ; du plus bas au plus haut, jamais de moyenne ; les personnes peut-être comptées à deux endroits, parce qu’elles se sont déplacées entre-temps, sont retirées du bas de la fourchette et gardées dans le haut ; sur plusieurs jours, le jour au chiffre le plus élevé ; celles des lieux qu’une seule convention y place sont dites à part, et écartées avec elle ; un lieu sans chiffre est inconnu, pas vide.`,
    },
    ...(byPlace && { weightedDistance: byPlace.weightedDistance }),
    ...(bySide && { shareBeyond: bySide.shareBeyond }),
    coverage: {
      en: "Open sites with a recent figure divided by all open sites: how much the figures of people speak for.",
      fr: "Lieux ouverts ayant un chiffre récent, divisés par tous les lieux ouverts : ce dont parlent les chiffres de personnes.",
    },
    largest: {
      en: "Share of the counted people who lived in the site with the highest figure.",
      fr: "Part des personnes comptées vivant dans le lieu au chiffre le plus élevé.",
    },
  };
}

const SITES: Localized = {
  en: "Places that may have been open at the date, those included for which only a stated convention says so, unless they are left out; parts of an open place are not counted again, and places where nobody is known to live, or whose position is not published, are not counted.",
  fr: "Lieux peut-être ouverts à la date, y compris ceux qu’une seule convention y place, sauf si on les écarte ; les parties d’un lieu ouvert ne sont pas comptées une seconde fois, et les lieux où l’on ne connaît aucun habitant, ou dont la position n’est pas publiée, ne sont pas comptés.",
};

/** Where a line separates, its area is what is studied. */
const SITES_OF_AN_AREA: Localized = {
  en: `${SITES.en} Those outside the area studied are listed, not counted.`,
  fr: `${SITES.fr} Ceux hors de la zone étudiée figurent dans la liste sans être comptés.`,
};

const methodsOfDistance = (reference: Localized) => ({
  distance: {
    en: `Straight line (geodesic, WGS 84) from each open site to ${textIn(reference, "en")}, rounded as far as the precision of the position asks for; every site weighs the same.`,
    fr: `Ligne droite (géodésique, WGS 84) entre chaque lieu ouvert et ${textIn(reference, "fr")}, arrondie selon la précision de la position ; tous les lieux pèsent autant.`,
  },
  weightedDistance: {
    en: "Mean distance weighted by people, from the least to the greatest value that the figures allow; sites without a figure are left out.",
    fr: "Distance moyenne pondérée par le nombre de personnes, de la plus petite à la plus grande valeur que les chiffres permettent ; les lieux sans chiffre sont écartés.",
  },
});

const methodsOfSides = (separator: Localized) => ({
  side: {
    en: `Inside or beyond ${textIn(separator, "en")} by position when the circle of uncertainty does not reach the line; otherwise as the sources say, or “edge”.`,
    fr: `En deçà ou au-delà ${afterDe(textIn(separator, "fr"))} d’après la position si le cercle d’incertitude n’atteint pas la ligne ; sinon selon les sources, ou « en bordure ».`,
  },
  shareOfSitesBeyond: {
    en: `Open sites beyond ${textIn(separator, "en")} divided by all open sites.`,
    fr: `Lieux ouverts au-delà ${afterDe(textIn(separator, "fr"))}, divisés par tous les lieux ouverts.`,
  },
  shareBeyond: {
    en: `Share of the counted people who lived beyond ${textIn(separator, "en")}, from the least to the greatest value that the figures allow.`,
    fr: `Part des personnes comptées vivant au-delà ${afterDe(textIn(separator, "fr"))}, de la plus petite à la plus grande valeur que les chiffres permettent.`,
  },
});
