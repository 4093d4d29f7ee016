import type { PeopleRange } from "#model/measure/people.ts";
import type { Interval } from "#model/measure/separation.ts";
import { type InterfaceLanguage, interfaceLanguage, type Language } from "#model/words/language.ts";

const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: "en-GB", fr: "fr-FR" };
const localeOf = (asked: Language) => LOCALES[interfaceLanguage(asked)];

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number as the interface writes it that speaks to who asks for the language. */
export function formatNumber(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = language + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), options);
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** A distance with the unit that suits it: "480 m" below a kilometre (to 10 m, where no other step is said), "1.3 km" above. */
export function formatDistance(metres: number, language: Language, step = 10): string {
  if (metres < 995) return `${formatNumber(Math.round(metres / step) * step, language)} m`;
  return formatKilometres(metres, language);
}

/**
 * The precision of one thing or of several, in whole metres below a kilometre, as the data have it, and never none: "± 6 m",
 * "± 150–250 m", "± 800 m – 1.2 km"; empty of none.
 */
export function formatPrecision(metres: readonly number[], language: Language): string {
  if (metres.length === 0) return "";
  const [least, most] = [Math.min(...metres), Math.max(...metres)].map((one) =>
    formatDistance(Math.ceil(one), language, 1),
  );
  if (least === undefined || most === undefined || least === most) return `± ${least}`;
  const [number, unit] = least.split(/\s(?=k?m$)/);
  return most.endsWith(` ${unit}`) && unit === "m" && !most.endsWith("km")
    ? `± ${number}–${most}`
    : `± ${least} – ${most}`;
}

/** A distance in kilometres with one decimal. */
export function formatKilometres(metres: number, language: Language): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${formatNumber(metres / 1000, language, options)} km`;
}

/** A share as a whole percentage: "7%", "7 %". */
export function formatShare(share: number, language: Language): string {
  return formatNumber(share, language, { style: "percent", maximumFractionDigits: 0 });
}

/** A range of shares, one percentage when both round to it. */
export function formatShares({ low, high }: Interval, language: Language): string {
  const [from, to] = [formatShare(low, language), formatShare(high, language)];
  return from === to ? from : `${from.replace(/\s?%$/, "")}–${to}`;
}

/** A range of people: "300–400", "60", "800 or more". */
export function formatPeople(range: PeopleRange, language: Language): string {
  const { low, high, atLeast } = range;
  const text =
    low === high
      ? formatNumber(low, language)
      : `${formatNumber(low, language)}–${formatNumber(high, language)}`;
  if (!atLeast) return text;
  return interfaceLanguage(language) === "fr" ? `au moins ${text}` : `${text} or more`;
}

const plurals = new Map<string, Intl.PluralRules>();

/** The plural category of a whole number (CLDR). */
export function pluralOf(count: number, language: Language): "one" | "other" {
  const locale = localeOf(language);
  let rules = plurals.get(locale);
  if (!rules) {
    rules = new Intl.PluralRules(locale);
    plurals.set(locale, rules);
  }
  return rules.select(count) === "one" ? "one" : "other";
}

/** The clock of a time zone as it goes at an instant: "Eastern Daylight Time (America/New_York)". */
export function formatZone(timeZone: string, instant: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "long" }).formatToParts(
    new Date(instant),
  );
  return `${parts.find(({ type }) => type === "timeZoneName")?.value} (${timeZone})`;
}

/** With a capital letter at its beginning. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** So many of something, by its word for one and for more. */
export const counted = (
  count: number,
  language: InterfaceLanguage,
  one: string,
  other: string,
): string =>
  `${formatNumber(count, language)} ${pluralOf(count, language) === "one" ? one : other}`;
