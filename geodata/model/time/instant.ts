import { type Day, FIRST_DAY, LAST_DAY, parseDay } from "./day.ts";
import { dayOfInstant, instantsAt } from "./time-zone.ts";

const MS_PER_DAY = 86_400_000;

/**
 * RFC 3339, and what clients write: a T without a time, minutes without seconds, an offset without its colon, or with a
 * space where an address had a plus.
 */
const DAY_OR_INSTANT =
  /^(-?\d{4}-\d{2}-\d{2})(?:[Tt](?:([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(\.\d+)?)?)?(?:([Zz])|([-+ ])([01]\d|2[0-3])(?::?([0-5]\d))?)?)?$/;

/**
 * The day that a date or a date-time names. An instant, which has an offset, is of the day on which it falls in the time
 * zone; without an offset a time is that of the time zone. That may be the day before or after those that dates may have.
 * Undefined when the text is neither.
 */
export function parseDayOrInstant(text: string, timeZone: string): Day | undefined {
  const { ahead, day, time } = readInstant(text);
  if (day === undefined || time === undefined || ahead === undefined) return day;
  return dayOfInstant(MS_PER_DAY * day + time - ahead, timeZone);
}

/**
 * The instant of a question, in milliseconds since 1970-01-01T00:00:00Z; the first of two where the clocks of the time
 * zone showed a time without an offset twice. Undefined when the text names no time of day, or one that they left out.
 */
export function parseAskedInstant(text: string, timeZone: string): number | undefined {
  const { ahead, day, time } = readInstant(text);
  if (day === undefined || time === undefined) return undefined;
  const local = MS_PER_DAY * day + time;
  return ahead === undefined ? instantsAt(local, timeZone)[0] : local - ahead;
}

/** The day as it is written, the milliseconds of that day, and those by which its clock is ahead of UTC. */
function readInstant(text: string) {
  const [, date = "", hour, minute, second = "0", fraction = "", z, sign, hours, minutes = "0"] =
    DAY_OR_INSTANT.exec(text) ?? [];
  const day = parseDay(date);
  if (hour === undefined) return { day };
  const ahead = (sign === "-" ? -60_000 : 60_000) * (60 * Number(hours ?? 0) + Number(minutes));
  // A leap second is of the minute before it; a fraction counts to the millisecond.
  const seconds = 3600 * Number(hour) + 60 * Number(minute) + Math.min(Number(second), 59);
  const time = 1000 * seconds + Number(fraction.slice(1, 4).padEnd(3, "0"));
  return { day, time, ahead: z || sign ? ahead : undefined };
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
