// From a cell to a date in EDTF. What a cell can mean in two ways is not read: somebody has to say which.
import { inEdtf } from "#model/time/clock-time.ts";
import { addDays, dayOf, parseDay, printDay } from "#model/time/day.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import type { Language } from "#model/words/language.ts";
import type { CellFault, FaultKind } from "../fault.ts";
import type { DateMapping } from "../mapping.ts";
import { clockIn } from "./clock.ts";
import { edtfOfWords } from "./plain-words.ts";

export type DateReading = Pick<DateMapping, "order" | "numbers" | "century" | "midnight">;

/** A date as EDTF, or why it is none. */
export type DateRead = string | Pick<CellFault, "kind" | "allowed">;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[a-z]{3}(?=\.?,\s+\d{1,2}\D))\.?,?\s+(?=\d)/i;
/** A time of day at midnight, as programs write it behind days. */
export const MIDNIGHT = /(?<=\d)[T ]0{1,2}:00(?::00(?:[.,]0+)?)?(?:Z|\+00:?00)?\s*$/;
const TWO_AND_YEAR = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T]+(\d.*))?$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ ,T]+(\d.*))?$/;
const BARE = /^-?\d+(?:\.\d+)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;

const fault = (kind: FaultKind, allowed: string) => ({ kind, allowed });

const AS_WRITTEN =
  "a date such as 2014-05-28, 28 May 2014, May 2014, c. 1987, early 2014, between 3 May and 2 June 2014, before 2012, since May 2014, or EDTF";

/** Reads cells of a column, each text once: dates stand in tables again and again. */
export function dateReader(how: DateReading, languages: readonly Language[]) {
  const known = new Map<string, DateRead>();
  return (cell: string): DateRead => {
    if (ISO_DAY.test(cell) && parseDay(cell) !== undefined) return cell;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const bare = how.midnight === "none" ? cell.replace(MIDNIGHT, "") : cell;
    const read = readDate(bare.trim().replace(WEEKDAY, ""), how, languages);
    if (known.size > 50_000) known.clear();
    known.set(cell, read);
    return read;
  };
}

function readDate(text: string, how: DateReading, languages: readonly Language[]): DateRead {
  if (BARE.test(text) && !/^-?\d{4}$/.test(text)) return readNumber(text, how);
  const edtf = inEdtf(text);
  if (parseEdtf(edtf)) return edtf;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year = "", , month = "", date = "", clock] = yearFirst;
    const whole = wholeDate({ year, month, date, clock });
    if (whole !== undefined) return whole;
  }
  const numeric = TWO_AND_YEAR.exec(text);
  if (numeric) return readNumeric(numeric, how);
  return edtfOfWords(text, languages) ?? fault("not-a-date", AS_WRITTEN);
}

type Parts = { year: string; month: string; date: string; clock?: string | undefined };

function wholeDate({ clock, date, month, year }: Parts): string | undefined {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (parseDay(day) === undefined) return undefined;
  if (clock === undefined) return day;
  const time = clockIn(clock);
  return time === undefined ? undefined : `${day}T${time}`;
}

/** Two numbers and a year, of which one order is that of the file. */
function readNumeric(match: RegExpExecArray, { century, order }: DateReading): DateRead {
  const [, first = "", , second = "", written = "", clock] = match;
  if (written.length === 2 && century === null)
    return fault("short-year", "a year of four digits, or the century said");
  const year = written.length === 2 ? String((century ?? 0) + Number(written)) : written;
  const dmy = wholeDate({ year, month: second, date: first, clock });
  const mdy = wholeDate({ year, month: first, date: second, clock });
  if (order !== null) {
    const [read, other] = order === "dmy" ? [dmy, mdy] : [mdy, dmy];
    if (read !== undefined) return read;
    return other === undefined
      ? fault("not-a-date", AS_WRITTEN)
      : fault("impossible-order", order === "dmy" ? "day, month, year" : "month, day, year");
  }
  const [read, ...more] = new Set([dmy, mdy].filter((one) => one !== undefined));
  if (read === undefined) return fault("not-a-date", AS_WRITTEN);
  if (more.length === 0) return read;
  return fault("open-order", `an order of day and month: it is either ${dmy} or ${mdy}`);
}

/** Days from 1970-01-01 back to the day 0 of the two calendars of Excel. */
const EXCEL_DAY_0 = { excel: dayOf(1899, 12, 30), "excel-1904": dayOf(1904, 1, 1) } as const;

function readNumber(text: string, { numbers }: DateReading): DateRead {
  const value = Number(text);
  if (numbers === "excel" || numbers === "excel-1904") {
    const whole = Math.floor(value);
    const day = printDay(addDays(EXCEL_DAY_0[numbers], whole));
    if (value < 1 || value > 200_000) return fault("not-a-date", "a day of Excel, such as 42064");
    const minutes = Math.round((value - whole) * 1440);
    return minutes === 0 || minutes === 1440
      ? day
      : `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
  if (numbers === "seconds" || numbers === "milliseconds") {
    const at = new Date(numbers === "seconds" ? value * 1000 : value);
    const year = at.getUTCFullYear();
    if (!(year >= 1 && year <= 9999))
      return fault("not-a-date", `${numbers} since 1970, in the years 1 to 9999`);
    return at.toISOString().replace(/\.000Z$/, "Z");
  }
  const [, year = "", month = "", date = "", hour, minute, second] = COMPACT.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  if (parseDay(day) !== undefined)
    return hour === undefined
      ? day
      : `${day}T${hour}:${minute}${second === undefined ? "" : `:${second}`}`;
  if (/^\d{6}$/.test(text) && parseEdtf(`${text.slice(0, 4)}-${text.slice(4)}`))
    return `${text.slice(0, 4)}-${text.slice(4)}`;
  return fault("number-date", "a date, or what the numbers of the column are said");
}

const two = (value: number) => String(value).padStart(2, "0");
