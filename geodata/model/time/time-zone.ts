import { type Day, dayOf } from "./day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError when there is no such zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
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
  if (zone === "UTC") return Math.floor(instant / 86_400_000) as Day;
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const year = Number(part("year"));
  const isBefore = part("era").startsWith("B");
  return dayOf(isBefore ? 1 - year : year, Number(part("month")), Number(part("day")));
}
