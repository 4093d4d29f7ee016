import type { Day } from "./day.ts";
import type { EdtfDate } from "./edtf/edtf-date.ts";
import { isMarked } from "./edtf/marks.ts";
import { readDate } from "./edtf/read-date.ts";
import type { Span } from "./span.ts";

/** An EDTF interval; `open` is `..` (no bound), `unknown` is an empty end. */
export type EdtfInterval = {
  readonly kind: "interval";
  readonly start: EdtfDate | "open" | "unknown";
  readonly end: EdtfDate | "open" | "unknown";
};

export type Edtf = EdtfDate | EdtfInterval;

/**
 * Reads EDTF (ISO 8601-2 in the profile of the Library of Congress): levels 0 and 1 and the parts of level 2 that
 * geodata/domain/DATES.md lists, for the years −4712 to 9999 in astronomical numbering. A bare `..` is read as an
 * interval open on both sides. A time of day, which may be an end of an interval too, is of the day on which it falls in
 * the time zone. Undefined when the text is anything else; `refusalOfEdtf` says why.
 */
export function parseEdtf(text: string, timeZone = "UTC"): Edtf | undefined {
  const read = readEdtf(text, timeZone);
  return typeof read === "string" ? undefined : read;
}

/** In words, what a text would have to be that `parseEdtf` does not read; undefined when it does. */
export function refusalOfEdtf(text: string): string | undefined {
  const read = readEdtf(text, "UTC");
  return typeof read === "string" ? read : undefined;
}

function readEdtf(text: string, timeZone: string): Edtf | string {
  if (text === "..") return { kind: "interval", start: "open", end: "open" };
  const slash = text.indexOf("/");
  if (slash === -1 || /^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(text)) return readDate(text, timeZone);
  const start = readEnd(text.slice(0, slash), timeZone);
  const end = readEnd(text.slice(slash + 1), timeZone);
  if (isRefusal(start)) return start.allowed;
  if (isRefusal(end)) return end.allowed;
  if (typeof start !== "string" && typeof end !== "string" && isAfter(start, end))
    return "an interval that does not end before it starts";
  return { kind: "interval", start, end };
}

/** Whether the one is wholly after the other: by the clock where both have a time of day. */
function isAfter(start: EdtfDate, end: EdtfDate): boolean {
  const isLater = start.moment && end.moment && start.moment.instant > end.moment.instant;
  return start.first > end.last || Boolean(isLater);
}

type Refusal = { readonly allowed: string };

function readEnd(text: string, timeZone: string): EdtfInterval["start"] | Refusal {
  if (text === "") return "unknown";
  if (text === "..") return "open";
  if (text.includes("/")) return { allowed: "an interval of two dates" };
  if (text.startsWith("["))
    return { allowed: "a set of dates by itself, not as the end of an interval" };
  const read = readDate(text, timeZone);
  return typeof read === "string" ? { allowed: read } : read;
}

function isRefusal(end: EdtfInterval["start"] | Refusal): end is Refusal {
  return typeof end !== "string" && "allowed" in end;
}

/**
 * The four days that an EDTF text alone supports, for records that give no bounds of their own. A marked date attests
 * nothing for certain. An interval says when it starts and when it ends; a single date says that the thing happened at
 * some time within it.
 */
export function spanOfEdtf(edtf: Edtf): Span {
  const [start, end] = edtf.kind === "date" ? [edtf, edtf] : [edtf.start, edtf.end];
  return {
    startEarliest: typeof start === "string" ? null : start.earliest,
    startLatest: attested(start, "last"),
    endEarliest: attested(end, "first"),
    endLatest: typeof end === "string" ? null : end.latest,
  };
}

/** The instants at which something told by the text began and ended, in milliseconds; null where no time of day says it. */
export function instantsOfEdtf(edtf: Edtf): readonly [start: number | null, end: number | null] {
  const [start, end] = edtf.kind === "date" ? [edtf, edtf] : [edtf.start, edtf.end];
  return [instantOf(start), instantOf(end)];
}

function instantOf(date: EdtfInterval["start"]): number | null {
  return typeof date === "string" ? null : (date.moment?.instant ?? null);
}

function attested(date: EdtfInterval["start"], day: "first" | "last"): Day | null {
  return typeof date === "string" || isMarked(date) ? null : date[day];
}
