import { addDays, addMonths, type Day, dayOf, FIRST_YEAR, LAST_YEAR } from "./day.ts";

/** The days that a typed date covers: one, a month, or a year. */
type TypedDate = { readonly first: Day; readonly last: Day };

/** The first letters that tell the months apart, in English and French, accents folded. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan"],
  ["feb", "fev"],
  ["mar"],
  ["apr", "avr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aou"],
  ["sep"],
  ["oct"],
  ["nov"],
  ["dec"],
];

/** Words of the eras as people type them, accents folded. */
const BEFORE = /\s*(?:b\.?c\.?(?:e\.?)?|av\.?\s*j\.?\s*-?\s*c\.?)$/;
const AFTER = /\s*(?:a\.?d\.?|c\.?e\.?|apr?\.?\s*j\.?\s*-?\s*c\.?)$/;

/**
 * Reads a date as people type it: 2015-03-31, 2015-03, 2015, 31/03/2015 (day first), 03/2015, March 2015,
 * 31 mars 2015, 1er mai 2014; before the year 1 -0043-03-15, 15 March 44 BC, 44 av. J.-C., and after it 20 AD, AD 20.
 * Undefined when it is none of these.
 */
export function parseTypedDate(text: string): TypedDate | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/\bad (\d+)$/, "$1 ad");
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
  const words = read("(?:(\\d{1,2})(?:er|st|nd|rd|th)?\\s+)?([a-z]+)\\.?\\s+YEAR");
  if (!words) return undefined;
  const month = MONTHS.findIndex((starts) => starts.some((start) => words[2]?.startsWith(start)));
  return month === -1 ? undefined : covered(yearOf(words[3]), String(month + 1), words[1]);
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
