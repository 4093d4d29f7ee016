// Dates of which only one side is known, in the words that people write into tables: before 2012, until March 2015, since 1987.
import { addDays, type Day, printDay } from "#model/time/day.ts";
import type { EdtfDate } from "#model/time/edtf/edtf-date.ts";
import { isMarked } from "#model/time/edtf/marks.ts";
import { type Edtf, parseEdtf } from "#model/time/edtf.ts";

/** On which side of what follows it lies, and whether that is among it. */
type Side = { readonly words: RegExp; readonly of: (date: EdtfDate, edtf: string) => string };

const SIDES: readonly Side[] = [
  {
    words: /^(?:until|till|up\s+to|jusqu[’'](?:en|au|à)|bis(?:\s+zum)?)\s+(?=\S)/i,
    of: (_, edtf) => `../${edtf}`,
  },
  {
    words:
      /^(?:since|from(?=.*\bon(?:wards?)?$)|depuis|dès|à\s+partir\s+d[eu]|seit(?:\s+dem)?)\s+(?:le\s+)?(?=\S)/i,
    of: (_, edtf) => `${edtf}/..`,
  },
  {
    words: /^(?:before|prior\s+to|avant|vor(?:\s+dem)?)\s+(?:the\s+|le\s+)?(?=\S)/i,
    of: (date, edtf) => `../${isMarked(date) ? edtf : inUnitOf(date, addDays(date.first, -1))}`,
  },
  {
    words: /^(?:after|later\s+than|après|nach(?:\s+dem)?)\s+(?:the\s+|le\s+)?(?=\S)/i,
    of: (date, edtf) => `${isMarked(date) ? edtf : inUnitOf(date, addDays(date.last, 1))}/..`,
  },
];

const ONWARDS = /\s+on(?:wards?)?$/i;

/**
 * An interval that is open on one side; null where the text has no such words, undefined where what follows them is no
 * date. What lies before a year is told to the year before it: nothing is possible in days that the words leave out. How
 * wide an approximate date is nobody said, so that what lies before one may lie in it. `readDate`: reads what follows.
 */
export function openInterval(
  text: string,
  readDate: (text: string) => string | undefined,
): string | null | undefined {
  const side = SIDES.find(({ words }) => words.test(text));
  if (!side) return null;
  const edtf = readDate(text.replace(side.words, "").replace(ONWARDS, ""));
  const date: Edtf | undefined = edtf === undefined ? undefined : parseEdtf(edtf);
  if (edtf === undefined || date?.kind !== "date" || date.unit === "stretch") return undefined;
  const whole = side.of(date, edtf);
  return parseEdtf(whole) && whole;
}

/** The day, or its month or year where the date is known to no more than that. */
function inUnitOf({ unit }: EdtfDate, day: Day): string {
  const text = printDay(day);
  if (unit === "day") return text;
  const isPartOfYear = unit === "month" || unit === "season" || unit === "months";
  return text.slice(0, isPartOfYear ? -3 : -6);
}
