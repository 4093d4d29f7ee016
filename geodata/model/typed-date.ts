import { addDays, addMonths, type Day, dayOf, parseDay } from "./day.ts";

/** The days that a typed date covers: one, a month, or a year. */
export type TypedDate = { readonly first: Day; readonly last: Day };

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

/**
 * Reads a date as people type it: 2015-03-31, 2015-03, 2015, 31/03/2015 (day first), 03/2015, March 2015,
 * 31 mars 2015, 1er mai 2014. Undefined when it is none of these.
 */
export function parseTypedDate(text: string): TypedDate | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (iso) return covered(iso[1], iso[2], iso[3]);
  const numeric = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(typed);
  if (numeric) return covered(numeric[3], numeric[2], numeric[1]);
  const words = /^(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?([a-z]+)\.?\s+(\d{4})$/.exec(typed);
  if (!words) return undefined;
  const month = MONTHS.findIndex((starts) => starts.some((start) => words[2]?.startsWith(start)));
  return month === -1 ? undefined : covered(words[3], String(month + 1), words[1]);
}

function covered(year: string | undefined, month?: string, date?: string): TypedDate | undefined {
  const pad = (part: string) => part.padStart(2, "0");
  if (date !== undefined) {
    const day = parseDay(`${year}-${pad(month ?? "")}-${pad(date)}`);
    return day === undefined ? undefined : { first: day, last: day };
  }
  const number = Number(month ?? 1);
  if (number < 1 || number > 12) return undefined;
  const first = dayOf(Number(year), number, 1);
  return { first, last: addDays(addMonths(first, month === undefined ? 12 : 1), -1) };
}
