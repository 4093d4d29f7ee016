import { type Day, dayOf } from "./day.ts";

const MS_PER_DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError when there is no such zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

/** True for the name of a time zone in the IANA database, such as `Europe/Paris` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** The day on which an instant, in milliseconds since 1970-01-01T00:00:00Z, falls in the time zone. */
export function dayOfInstant(instant: number, zone: string): Day {
  return Math.floor((instant + offsetAt(instant, zone)) / MS_PER_DAY) as Day;
}

/** By zone: the offsets at the start of days of UTC, by those days. */
const offsets = new Map<string, Map<number, number>>();

/**
 * How far the clocks of the time zone are ahead of UTC at an instant, both in milliseconds. Asking the zone takes
 * microseconds and large files are full of instants: between two midnights with the same offset it is taken to hold.
 */
export function offsetAt(instant: number, zone: string): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(instant / MS_PER_DAY);
  const [before, after] = [offsetOfMidnight(day, zone), offsetOfMidnight(day + 1, zone)];
  return before === after ? before : askOffset(instant, zone);
}

function offsetOfMidnight(day: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const offset = askOffset(day * MS_PER_DAY, zone);
  known.set(day, offset);
  return offset;
}

function askOffset(instant: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const number = (type: string) => Number(part(type));
  const year = part("era").startsWith("B") ? 1 - number("year") : number("year");
  const day = dayOf(year, number("month"), number("day"));
  const seconds = 3600 * number("hour") + 60 * number("minute") + number("second");
  return day * MS_PER_DAY + 1000 * seconds - 1000 * Math.floor(instant / 1000);
}

/**
 * The instants at which clocks of the time zone show a local time, which is in milliseconds as if it were of UTC, the
 * earlier first: one; two where the clocks go back over it; none where they leave it out.
 */
export function instantsAt(local: number, zone: string): readonly number[] {
  const around = [local - MS_PER_DAY, local + MS_PER_DAY].map((instant) => offsetAt(instant, zone));
  const instants = [...new Set(around)].map((offset) => local - offset);
  return instants
    .filter((instant) => instant + offsetAt(instant, zone) === local)
    .sort((a, b) => a - b);
}
