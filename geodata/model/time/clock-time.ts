// Times of day with the clock that shows them, as the texts of dates have them, and the instants that they mean.
import { civil, type Day, parseDay } from "./day.ts";
import { dayOfInstant, instantsAt, offsetAt } from "./time-zone.ts";

/** An instant as RFC 3339 writes it, with the offset of the time zone of its dataset. */
export type Instant = string & { readonly __unit: "instant" };

/** What a text with a time of day means in the time zone of its dataset. */
export type Moment = {
  /** The day on which it falls there. */
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly instant: number;
  /** Without them it is known to the minute. */
  readonly hasSeconds: boolean;
  /**
   * How often the clocks showed the time: twice where they went back over it, when the first of both is meant, and never
   * where they left it out. A time with an offset is one instant.
   */
  readonly shown: "once" | "twice" | "never";
};

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** ISO 8601-1: to the minute or the second, with a fraction of it, and with Z or an offset where one is known. */
const CLOCK_TIME =
  /^(-?\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d+))?)?(?:(Z)|([+-])(0\d|1[0-4])(?::([0-5]\d))?)?$/;

/**
 * Reads a time of day. Without an offset it is that of the clocks of the time zone. A fraction counts to the
 * millisecond, and a leap second is of the minute before it. Undefined when the text is anything else.
 */
export function parseClockTime(text: string, zone: string): Moment | undefined {
  const [, date = "", hour, minute, second, fraction = "", z, sign, hours, minutes = "0"] =
    CLOCK_TIME.exec(text) ?? [];
  const day = parseDay(date);
  if (day === undefined) return undefined;
  const seconds = 3600 * Number(hour) + 60 * Number(minute) + Math.min(Number(second ?? 0), 59);
  const local = MS_PER_DAY * day + 1000 * seconds + Number(fraction.slice(0, 3).padEnd(3, "0"));
  const hasSeconds = second !== undefined;
  const at = (instant: number, shown: Moment["shown"]): Moment => ({
    day: dayOfInstant(instant, zone),
    instant,
    hasSeconds,
    shown,
  });
  if (z) return at(local, "once");
  if (sign) {
    const ahead = (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes));
    return at(local - ahead * MS_PER_MINUTE, "once");
  }
  const [first, again] = instantsAt(local, zone);
  // A time that was left out is reckoned by the clock that went before: later by as much as was left out.
  if (first === undefined) return at(local - offsetAt(local - MS_PER_DAY, zone), "never");
  return at(first, again === undefined ? "once" : "twice");
}

/** The same as people and programs write it besides: a space for the T or before the offset, z, +0200. */
const LOOSE =
  /^(-?\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/** Texts of days and months alone, which most are. */
const WITHOUT_TIME = /^[\d/.~-]*$/;

/** Each side of the text as EDTF writes a time of day, where it is one that is written otherwise; else the text as it is. */
export function inEdtf(text: string): string {
  if (WITHOUT_TIME.test(text)) return text;
  return text
    .split("/")
    .map((side) => {
      const [, date, time = "", offset = ""] = LOOSE.exec(side) ?? [];
      if (date === undefined) return side;
      const ahead = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
      return `${date}T${time.replace(",", ".")}${ahead}`;
    })
    .join("/");
}

/**
 * The instant as RFC 3339 writes it, with the offset of the time zone, so that its first ten characters are the day.
 * In UTC where that offset is not of whole minutes, as before there were zones. Null outside the years 1 to 9999, which
 * the form does not have.
 */
export function printInstant(instant: number, zone: string): Instant | null {
  const offset = offsetAt(instant, zone);
  const ahead = offset % MS_PER_MINUTE === 0 ? offset : 0;
  const local = instant + ahead;
  const { year } = civil(Math.floor(local / MS_PER_DAY) as Day);
  if (year < 1 || year > 9999) return null;
  const text = new Date(local).toISOString().replace(/(?:\.000)?Z$/, "");
  return `${text}${zone === "UTC" || ahead !== offset ? "Z" : printOffset(ahead)}` as Instant;
}

const pad = (value: number) => String(value).padStart(2, "0");

function printOffset(offset: number): string {
  const minutes = Math.abs(offset) / MS_PER_MINUTE;
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const WITH_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether the text is an instant as RFC 3339 writes it, in the years 1 to 9999. */
export function isInstant(text: string): text is Instant {
  const moment = WITH_OFFSET.test(text) ? parseClockTime(text, "UTC") : undefined;
  return moment?.hasSeconds === true && printInstant(moment.instant, "UTC") !== null;
}

/** What the clocks of the time zone show at the instant, and how far they are ahead of UTC in seconds. */
export function clockAt(instant: number, zone: string) {
  const offset = offsetAt(instant, zone);
  const seconds = Math.floor((instant + offset) / 1000) % 86_400;
  const ofDay = seconds < 0 ? seconds + 86_400 : seconds;
  return {
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
    ahead: offset / 1000,
  };
}
