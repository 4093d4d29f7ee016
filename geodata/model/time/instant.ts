import { type Day, FIRST_DAY, LAST_DAY, parseDay } from "./day.ts";
import { dayOfInstant } from "./time-zone.ts";

/**
 * RFC 3339, and what clients write: a T without a time, minutes without seconds, an offset without its colon, or with a
 * space where an address had a plus.
 */
const DAY_OR_INSTANT =
  /^(-?\d{4}-\d{2}-\d{2})(?:[Tt](?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d+)?)?)?(?:([Zz])|([-+ ])([01]\d|2[0-3])(?::?([0-5]\d))?)?)?$/;

/**
 * The day that a date or a date-time names. An instant, which has an offset, is of the day on which it falls in the time
 * zone; without an offset a time is that of the time zone. That may be the day before or after those that dates may have.
 * Undefined when the text is neither.
 */
export function parseDayOrInstant(text: string, timeZone: string): Day | undefined {
  const [, date = "", hour, minute, second = "0", z, sign, hours = "0", minutes = "0"] =
    DAY_OR_INSTANT.exec(text) ?? [];
  const day = parseDay(date);
  if (day === undefined || hour === undefined || (!z && !sign)) return day;
  const ahead = (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
  // A leap second is of the minute before it.
  const time = 3600 * Number(hour) + 60 * Number(minute) + Math.min(Number(second), 59);
  return dayOfInstant(1000 * (86_400 * day + time - ahead), timeZone);
}

/**
 * The same of a question, always a day that dates may have. Clients write the last second of the year 9999 for "without
 * end", which is in the next year where clocks are ahead of UTC: what falls beyond the last day or before the first is
 * of that day.
 */
export function parseAskedDay(text: string, timeZone: string): Day | undefined {
  const day = parseDayOrInstant(text, timeZone);
  return day === undefined ? undefined : (Math.min(Math.max(day, FIRST_DAY), LAST_DAY) as Day);
}
