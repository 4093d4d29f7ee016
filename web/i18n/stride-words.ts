// Stretches of the calendar in words: "30 days", "six months", "the year before".
import type { Stride } from "#model/time/strides.ts";
import { formatNumber } from "./format.ts";

const SMALL_EN: Readonly<Record<number, string>> = { 3: "three", 6: "six" };
const SMALL_FR: Readonly<Record<number, string>> = { 3: "trois", 6: "six" };
const UNITS_FR = {
  day: ["jour", "jours", "un"],
  week: ["semaine", "semaines", "une"],
  month: ["mois", "mois", "un"],
  year: ["an", "ans", "un"],
} as const;
const PREVIOUS_FR = {
  day: ["du jour précédent", "jours précédents"],
  week: ["de la semaine précédente", "semaines précédentes"],
  month: ["du mois précédent", "mois précédents"],
  year: ["de l’année précédente", "années précédentes"],
} as const;

const numberEn = (count: number) => SMALL_EN[count] ?? formatNumber(count, "en");
const numberFr = (count: number) => SMALL_FR[count] ?? formatNumber(count, "fr");

/** "a day", "30 days", "six months"; with `one` for one, "one day". */
export const strideEn = ({ count, unit }: Stride, one = "a"): string =>
  count === 1 ? `${one} ${unit}` : `${numberEn(count)} ${unit}s`;

/** "the day before", "the 30 days before". */
export const beforeEn = ({ count, unit }: Stride): string =>
  count === 1 ? `the ${unit} before` : `the ${numberEn(count)} ${unit}s before`;

/** « un jour », « 30 jours », « six mois ». */
export const strideFr = ({ count, unit }: Stride): string => {
  const [one, more, article] = UNITS_FR[unit];
  return count === 1 ? `${article} ${one}` : `${numberFr(count)} ${more}`;
};

/** « du jour précédent », « des 30 jours précédents ». */
export const ofBeforeFr = ({ count, unit }: Stride): string => {
  const [one, more] = PREVIOUS_FR[unit];
  return count === 1 ? one : `des ${numberFr(count)} ${more}`;
};
