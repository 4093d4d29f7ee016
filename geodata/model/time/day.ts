/**
 * A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar, whose years are counted as in
 * astronomy: the year 0 is 1 BC. Things are known to the day; there is no clock time and no time zone here.
 */
export type Day = number & { readonly __unit: "day" };

const MS_PER_DAY = 86_400_000;
/** Days from 0000-03-01 to 1970-01-01. */
const MARCH_0_TO_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** The years that dates may have: those of which PostgreSQL knows every day, and that have four digits. */
export const FIRST_YEAR = -4712;
export const LAST_YEAR = 9999;

/** The day of a year, a month 1–12 and a day of the month; a day past the month's end runs on into the next. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  // Years from March, so that the leap day is the last of one: the months before it are then alike in every year.
  const months = 12 * year + month - 3;
  const marchYear = Math.floor(months / 12);
  const fromMarch = months - 12 * marchYear;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const before = Math.floor((153 * fromMarch + 2) / 5);
  return (365 * marchYear + leapDays + before + dayOfMonth - 1 - MARCH_0_TO_1970) as Day;
}

/** The first and the last day of the years that dates may have. */
export const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
export const LAST_DAY = dayOf(LAST_YEAR, 12, 31);

/**
 * The day named by `YYYY-MM-DD`, or `-YYYY-MM-DD` before the year 0. Undefined when the text is not a day of the
 * calendar (2015-02-29, 2015-2-1, -0000-01-01) or not of a year from −4712 on. By its characters: a file of many rows has
 * more days than any other cells, and a pattern, or a look-up of what was read before, takes several times as long.
 */
export function parseDay(text: string): Day | undefined {
  const sign = text.charCodeAt(0) === HYPHEN ? 1 : 0;
  if (text.length !== 10 + sign) return undefined;
  if (text.charCodeAt(4 + sign) !== HYPHEN || text.charCodeAt(7 + sign) !== HYPHEN)
    return undefined;
  const digits = digitsIn(text, sign, 4 + sign);
  const year = sign === 0 ? digits : -digits;
  const month = digitsIn(text, 5 + sign, 7 + sign);
  const date = digitsIn(text, 8 + sign, 10 + sign);
  const isWritten = year >= FIRST_YEAR && !(sign === 1 && digits === 0);
  if (!(isWritten && month >= 1 && month <= 12 && date >= 1)) return undefined;
  const first = dayOf(year, month, 1);
  return date <= dayOf(year, month + 1, 1) - first ? addDays(first, date - 1) : undefined;
}

const HYPHEN = 45;

/** The number that the digits of a part of the text write; not a number where anything else stands there. */
function digitsIn(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? 10 * number + digit : Number.NaN;
  }
  return number;
}

/** The day as `YYYY-MM-DD`. */
export function printDay(day: Day): string {
  const { year, month, date } = civil(day);
  const sign = year < 0 ? "-" : "";
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Year, month 1–12 and day of the month. */
export function civil(day: Day): { year: number; month: number; date: number } {
  const sinceMarch0 = day + MARCH_0_TO_1970;
  const era = Math.floor(sinceMarch0 / DAYS_OF_400_YEARS);
  const dayOfEra = sinceMarch0 - era * DAYS_OF_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + 400 * era + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/** The same day of the month `count` months later, or that month's last day when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = civil(day);
  const lastDate = civil(addDays(dayOf(year, month + count + 1, 1), -1)).date;
  return dayOf(year, month + count, Math.min(date, lastDate));
}

/** The first day of the month that holds the day. */
export function monthStart(day: Day): Day {
  const { year, month } = civil(day);
  return dayOf(year, month, 1);
}

/** The days that begin a month from the month of `from` up to, not including, `until`. */
export function monthStarts(from: Day, until: Day): Day[] {
  const starts: Day[] = [];
  for (let start = monthStart(from); start < until; start = addMonths(start, 1)) starts.push(start);
  return starts;
}

/** The instant of midnight UTC of the day, for `Intl` formatters that are told the time zone UTC. */
export function toUtcDate(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}
