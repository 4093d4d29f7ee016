import { foldText } from "../words/fold.ts";
import type { Language } from "../words/language.ts";
import { addDays, addMonths, type Day, dayOf, FIRST_YEAR, LAST_YEAR } from "./day.ts";
import { parseEdtf } from "./edtf.ts";
import { isBetweenParts, monthOf, seasonOf } from "./month-names.ts";

/** The days that a typed date covers: one, a month, a season, or a year. */
export type TypedDate = { readonly first: Day; readonly last: Day };

/** Words of the eras as people type them, accents folded. */
const BEFORE = /\s*(?:b\.?c\.?(?:e\.?)?|av\.?\s*j\.?\s*-?\s*c\.?)$/;
const AFTER = /\s*(?:a\.?d\.?|c\.?e\.?|apr?\.?\s*j\.?\s*-?\s*c\.?)$/;

/** A day of a month as people write it: 1, 1er, 28th, 28. */
const DATE = /^(\d{1,2})(?:er|st|nd|rd|th|\.)?$/;

/**
 * Reads a date as people type it: 2015-03-31, 2015-03, 2015, 31/03/2015 (day first), 03/2015, March 2015, May 28, 2014,
 * 31 mars 2015, 1er mai 2014, spring 2015, 2014年5月28日; before the year 1 -0043-03-15, 15 March 44 BC, 44 av. J.-C., and
 * after it 20 AD, AD 20. `languages`: whose names of months are read besides English and French. Undefined when it is
 * none of these.
 */
export function parseTypedDate(
  text: string,
  languages: readonly Language[] = [],
): TypedDate | undefined {
  const typed = foldText(text)
    .trim()
    .replace(/\bad (\d+)$/, "$1 ad")
    .replace(/(?<=\d)\s*[年년]\s*(?=\d)/u, "-")
    .replace(/(?<=-\d{1,2})\s*[月월]\s*(?=\d)/u, "-")
    .replace(/(?<=\d)\s*[年년月월日일]$/u, "");
  const isBefore = BEFORE.test(typed);
  const isCounted = isBefore || AFTER.test(typed);
  const bare = typed.replace(BEFORE, "").replace(AFTER, "");
  // Without an era a year has four digits, so that 12 March 20 is not taken for the year 20.
  const year = isCounted ? "(0*[1-9]\\d{0,3})" : "(-?\\d{4})";
  const read = (pattern: string) => new RegExp(`^${pattern.replace("YEAR", year)}$`).exec(bare);
  const yearOf = (digits: string | undefined) =>
    isBefore ? 1 - Number(digits) : Number(digits ?? Number.NaN);
  const iso = read("YEAR(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
  if (iso) return covered(yearOf(iso[1]), iso[2], iso[3]);
  const numeric = read("(?:(\\d{1,2})[/.])?(\\d{1,2})[/.]YEAR");
  if (numeric) return covered(yearOf(numeric[3]), numeric[2], numeric[1]);
  const words = bare.split(/[\s,،]+/).filter((word) => !isBetweenParts(word, languages));
  const ending = new RegExp(`^${year}$`).exec(words.at(-1) ?? "");
  return ending ? inWords(words.slice(0, -1), yearOf(ending[1]), languages) : undefined;
}

/** A month or a season, and perhaps a day before or after it. */
function inWords(words: readonly string[], year: number, languages: readonly Language[]) {
  const dates = words.flatMap((word) => DATE.exec(word)?.[1] ?? []);
  const [name = "", ...others] = words.filter((word) => !DATE.test(word));
  if (others.length > 0 || dates.length > 1) return undefined;
  const month = monthOf(name.replace(/\.$/, ""), languages);
  if (month !== undefined) return covered(year, String(month), dates[0]);
  const season = dates.length === 0 ? seasonOf(name) : undefined;
  return season === undefined ? undefined : ofSeason(year, season);
}

/** The days of a season, as EDTF has them. */
function ofSeason(year: number, season: number): TypedDate | undefined {
  if (year < 0) return undefined;
  const parsed = parseEdtf(`${String(year).padStart(4, "0")}-${season}`, "UTC");
  return parsed?.kind === "date" ? { first: parsed.first, last: parsed.last } : undefined;
}

function covered(year: number, month?: string, date?: string): TypedDate | undefined {
  const number = Number(month ?? 1);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || number < 1 || number > 12) return undefined;
  const first = dayOf(year, number, 1);
  const last = addDays(addMonths(first, month === undefined ? 12 : 1), -1);
  if (date === undefined) return { first, last };
  const day = addDays(first, Number(date) - 1);
  return day < first || day > last ? undefined : { first: day, last: day };
}
