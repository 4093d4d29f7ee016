// Dates in the words that people write into tables, as EDTF: c. 1987, March 2015, 1990s, 3–5 May 2014, before 2012.
import { addDays, addMonths, civil, type Day, dayOf, printDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { parseTypedDate, type TypedDate } from "#model/time/typed-date.ts";
import type { Language } from "#model/words/language.ts";
import { openInterval } from "./open-words.ts";

const ABOUT =
  /^(?:c\.|ca\.?|circa|about|around|approx(?:imately)?\.?|approximately|vers|env(?:iron|\.)|um|etwa)\s*(?=\S)|^c(?=\d)|^~\s*/i;
const DOUBTED = /\s*(?:\?|\(\?\))$/;
const DECADE = /^(?:the\s+)?(\d{3})0['’]?s$/i;
const CENTURY = /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+(?:century|c\.?)$/i;
const SIECLE = /^(\d{1,2}|[ivx]+)\s?e\s+siècle$/i;
const BETWEEN_DAYS = /^(\d{1,2})\s*[-–]\s*(\d{1,2})\.?\s+(\p{L}.*)$/u;
const YEARS = /^(\d{4})\s*[-–]\s*(\d{4})$/;
const RANGE = /\s+(?:[-–—→]|to|until|till|au?|jusqu'au|bis|hasta)\s+/i;

/** Of these words the text between them, and after them, is a date each: one day of those between. */
const BETWEEN = [
  /^(?:some\s*time\s+)?between\s+(.+?)\s+and\s+(.+)$/i,
  /^entre\s+(?:le\s+)?(.+?)\s+et\s+(?:le\s+)?(.+)$/i,
  /^zwischen\s+(?:dem\s+)?(.+?)\s+und\s+(?:dem\s+)?(.+)$/i,
];
/** The parts of a year and of a month as people name them, in the order of the calendar. */
const PARTS = [
  /^(?:early(?:\s+in)?|the\s+beginning\s+of|beginning\s+of|début|anfang)\s+/i,
  /^(?:mid(?:dle\s+of)?|the\s+middle\s+of|mi|milieu|mitte)[\s-]+/i,
  /^(?:late(?:\s+in)?|the\s+end\s+of|end\s+of|fin|ende)\s+/i,
];
/** As EDTF numbers the thirds of a year. */
const FIRST_THIRD = 37;
const DAYS_OF_PART = 10;

/** The EDTF of a date in words; undefined where it is none of these. Text that is EDTF already is read before. */
export function edtfOfWords(text: string, languages: readonly Language[]): string | undefined {
  const between = BETWEEN.map((words) => words.exec(text)).find(Boolean);
  if (between) return oneOf(between[1] ?? "", between[2] ?? "", languages);
  const years = YEARS.exec(text);
  if (years) return interval(years[1], years[2]);
  const open = openInterval(text, (date) => edtfOfWords(date, languages));
  if (open !== null) return open;
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

function oneOf(from: string, until: string, languages: readonly Language[]): string | undefined {
  // "between 3 and 5 May 2014", "between 3 May and 2 June 2014": the first has what only the second says.
  const [year] = /-?\d{4}$/.exec(until) ?? [];
  const ofYear = /\d{3}/.test(from) || year === undefined ? from : `${from} ${year}`;
  const whole = /^\d{1,2}$/.test(from) ? until.replace(/^\d{1,2}/, from) : ofYear;
  const [start, end] = [edtfOfWords(whole, languages), edtfOfWords(until, languages)];
  const text = `[${start}..${end}]`;
  return start !== undefined && end !== undefined && parseEdtf(text) ? text : undefined;
}

/** "Early" and "late" are a third of a year or of a month, as exactly as the words are: it is shown what was made of them. */
function partOf(text: string, languages: readonly Language[]): string | undefined {
  const nth = PARTS.findIndex((words) => words.test(text));
  const whole = plainDate(text.replace(PARTS[nth] ?? "", ""), languages);
  if (whole === undefined) return undefined;
  if (/^\d{4}$/.test(whole)) return `${whole}-${FIRST_THIRD + nth}`;
  const month = parseEdtf(whole);
  if (month?.kind !== "date" || month.unit !== "month") return undefined;
  const first = addDays(month.first, nth * DAYS_OF_PART);
  const last = nth === PARTS.length - 1 ? month.last : addDays(first, DAYS_OF_PART - 1);
  return `[${printDay(first)}..${printDay(last)}]`;
}

function interval(start: string | undefined, end: string | undefined): string | undefined {
  const whole = `${start}/${end}`;
  return start !== undefined && end !== undefined && parseEdtf(whole) ? whole : undefined;
}

function plainDate(text: string, languages: readonly Language[]): string | undefined {
  if (PARTS.some((words) => words.test(text))) return partOf(text, languages);
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
