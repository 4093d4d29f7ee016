// Dates in the words that people write into tables, as EDTF: c. 1987, March 2015, 1990s, 3–5 May 2014.
import { addDays, addMonths, civil, type Day, dayOf, printDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { parseTypedDate, type TypedDate } from "#model/time/typed-date.ts";
import type { Language } from "#model/words/language.ts";

const ABOUT =
  /^(?:c\.|ca\.?|circa|about|around|approx(?:imately)?\.?|approximately|vers|env(?:iron|\.)|um|etwa)\s*(?=\S)|^c(?=\d)|^~\s*/i;
const DOUBTED = /\s*(?:\?|\(\?\))$/;
const DECADE = /^(?:the\s+)?(\d{3})0['’]?s$/i;
const CENTURY = /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+(?:century|c\.?)$/i;
const SIECLE = /^(\d{1,2}|[ivx]+)\s?e\s+siècle$/i;
const BETWEEN_DAYS = /^(\d{1,2})\s*[-–]\s*(\d{1,2})\.?\s+(\p{L}.*)$/u;
const YEARS = /^(\d{4})\s*[-–]\s*(\d{4})$/;
const RANGE = /\s+(?:[-–—→]|to|until|till|au?|jusqu'au|bis|hasta)\s+/i;

/** The EDTF of a date in words; undefined where it is none of these. Text that is EDTF already is read before. */
export function edtfOfWords(text: string, languages: readonly Language[]): string | undefined {
  const years = YEARS.exec(text);
  if (years) return interval(years[1], years[2]);
  const days = BETWEEN_DAYS.exec(text);
  if (days)
    return interval(
      edtfOfWords(`${days[1]} ${days[3]}`, languages),
      edtfOfWords(`${days[2]} ${days[3]}`, languages),
    );
  const [start = "", end, ...others] = text.split(RANGE);
  if (end !== undefined && others.length === 0)
    return interval(edtfOfWords(start, languages), edtfOfWords(end, languages));
  const isAbout = ABOUT.test(text);
  const isDoubted = DOUBTED.test(text);
  const bare = text.replace(ABOUT, "").replace(DOUBTED, "").trim();
  const edtf = plainDate(bare, languages);
  if (edtf === undefined) return undefined;
  return edtf + (isAbout && isDoubted ? "%" : isAbout ? "~" : isDoubted ? "?" : "");
}

function interval(start: string | undefined, end: string | undefined): string | undefined {
  const whole = `${start}/${end}`;
  return start !== undefined && end !== undefined && parseEdtf(whole) ? whole : undefined;
}

function plainDate(text: string, languages: readonly Language[]): string | undefined {
  const [, decade] = DECADE.exec(text) ?? [];
  if (decade !== undefined) return `${decade}X`;
  const [, century] = CENTURY.exec(text) ?? SIECLE.exec(text) ?? [];
  if (century !== undefined && /^\d+$/.test(century) && Number(century) > 0)
    return `${String(Number(century) - 1).padStart(2, "0")}XX`;
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && parseEdtf(text)) return text;
  const typed = parseTypedDate(text, languages);
  return typed && edtfOfDays(typed);
}

/** The text of a day, a month, a season or a year. */
export function edtfOfDays({ first, last }: TypedDate): string | undefined {
  const day = printDay(first);
  if (first === last) return day;
  const { year, month } = civil(first);
  if (last === lastOf(first, 1)) return day.slice(0, -3);
  if (first === dayOf(year, 1, 1) && last === lastOf(first, 12)) return day.slice(0, -6);
  const season = { 3: 21, 6: 22, 9: 23, 12: 24 }[month];
  return season === undefined ? undefined : `${day.slice(0, -6)}-${season}`;
}

const lastOf = (first: Day, months: number): Day => addDays(addMonths(first, months), -1);
