// The date of a row, of one column or of two, with its time of day and how exactly it is known.
import { inEdtf, parseClockTime } from "#model/time/clock-time.ts";
import { addDays, type Day, printDay } from "#model/time/day.ts";
import { parseEdtf, spanOfEdtf } from "#model/time/edtf.ts";
import type { Span } from "#model/time/span.ts";
import { offsetAt } from "#model/time/time-zone.ts";
import type { Language } from "#model/words/language.ts";
import { type CellFault, type FaultKind, isFault } from "../fault.ts";
import type { DateMapping, DateUnit } from "../mapping.ts";
import { clockIn } from "./clock.ts";
import { dateReader } from "./read-date.ts";

/**
 * A date as EDTF, or as it is written where that is read as such: ids are made of it, and are to stay; and the days between which it lies where its text alone would say that it lasted.
 */
export type RowDate = { readonly edtf: string; readonly within: readonly [Day, Day] | null };

/** A date as it is shown to whoever brings it: its text, and the four days that follow. */
export type ShownDate = { readonly edtf: string; readonly days: Span };

type Said = {
  readonly date: DateMapping;
  readonly timeZone: string;
  readonly languages: readonly Language[];
};

/** A cell of the row by its heading. */
export type CellOf = (column: string) => string;

/** Reads the dates of rows. */
export function rowDateReader({ date, languages, timeZone }: Said) {
  const read = dateReader(date, languages);
  const zone = date.zone ?? timeZone;
  const fault = (kind: FaultKind, column: string, value: string, allowed: string): CellFault => ({
    kind,
    column,
    value,
    allowed,
  });
  const readCell = (column: string, cell: string): string | CellFault => {
    const edtf = read(cell);
    return typeof edtf === "string" ? edtf : fault(edtf.kind, column, cell, edtf.allowed);
  };
  const withClock = (cellOf: CellOf, edtf: string): string | CellFault => {
    const clock = date.clock === null ? "" : cellOf(date.clock).trim();
    if (clock === "" || !/^-?\d{4}-\d{2}-\d{2}$/.test(edtf)) return edtf;
    const time = clockIn(clock);
    return time === undefined
      ? fault("not-a-date", date.clock ?? "", clock, "a time of day such as 14:05 or 2:05 pm")
      : `${edtf}T${time}`;
  };
  const said = (text: string): RowDate | CellFault => {
    const edtf = readCell(date.start, text);
    if (isFault(edtf)) return edtf;
    const exact = edtf.includes("T") ? inZone(edtf, zone, timeZone) : edtf;
    return exact === undefined
      ? fault("left-out-time", date.start, text, `a time that the clocks of ${zone} showed`)
      : { edtf: exact, within: null };
  };
  /** `text` is the whole date in the place of what the cells say. */
  return (cellOf: CellOf, text: string | null = null): RowDate | CellFault => {
    if (text !== null) return said(text);
    const [start, end] = [cellOf(date.start), date.end === null ? "" : cellOf(date.end)];
    if (start.trim() === "")
      return fault("no-date", date.start, "", "a date: without one it is no event");
    const from = readCell(date.start, start);
    if (isFault(from)) return from;
    const timed = withClock(cellOf, from);
    if (isFault(timed)) return timed;
    const exact = timed.includes("T") ? inZone(timed, zone, timeZone) : timed;
    if (exact === undefined)
      return fault("left-out-time", date.start, start, `a time that the clocks of ${zone} showed`);
    if (end.trim() === "" || end === start) {
      const found = known(exact, date, cellOf);
      return inEdtf(start) === found.edtf ? { ...found, edtf: start } : found;
    }
    const until = readCell(date.end ?? "", end);
    if (isFault(until)) return until;
    const last = until.includes("T") ? (inZone(until, zone, timeZone) ?? until) : until;
    if (last === exact) return known(exact, date, cellOf);
    const whole = `${exact}/${last}`;
    if (!parseEdtf(whole, timeZone)) {
      const column = `${date.start}, ${date.end}`;
      return fault("reversed", column, `${start}, ${end}`, "an end that is not before the start");
    }
    return date.range === "lasted" ? { edtf: whole, within: null } : between(whole, timeZone);
  };
}

/** The time as the clocks of the dataset's zone, or with its offset where it is told by others; undefined: there was none. */
function inZone(edtf: string, zone: string, timeZone: string): string | undefined {
  const moment = parseClockTime(edtf, zone);
  if (!moment) return edtf;
  if (moment.shown === "never") return undefined;
  if (zone === timeZone || /(?:Z|[+-]\d{2}:\d{2})$/.test(edtf)) return edtf;
  const ahead = offsetAt(moment.instant, zone) / 60_000;
  if (!Number.isInteger(ahead)) return undefined;
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${edtf}${ahead < 0 ? "-" : "+"}${pad(hours)}:${pad(minutes)}`;
}

/** Days that a week reaches on either side of one that is somewhere in it. */
const REST_OF_WEEK = 6;

/** The date as exactly as another column says that it is known. */
function known(edtf: string, { exactness }: DateMapping, cellOf: CellOf): RowDate {
  const unit: DateUnit | undefined = exactness
    ? exactness.units[cellOf(exactness.column).trim()]
    : undefined;
  const day = /^(-?\d{4})-(\d{2})-\d{2}(?=$|T)/.exec(edtf);
  if (!day || unit === undefined || unit === "day") return { edtf, within: null };
  if (unit === "year") return { edtf: day[1] ?? edtf, within: null };
  if (unit === "month") return { edtf: `${day[1]}-${day[2]}`, within: null };
  const parsed = parseEdtf(day[0]);
  if (parsed?.kind !== "date") return { edtf, within: null };
  const [first, last] = [addDays(parsed.first, -REST_OF_WEEK), addDays(parsed.last, REST_OF_WEEK)];
  return { edtf: `${printDay(first)}/${printDay(last)}`, within: [first, last] };
}

const UNBOUNDED = { kind: "interval", start: "open", end: "open" } as const;

/** Something that happened on some day of a range. */
function between(edtf: string, timeZone: string): RowDate {
  const { endLatest, startEarliest } = spanOfEdtf(parseEdtf(edtf, timeZone) ?? UNBOUNDED);
  const isWhole = startEarliest !== null && endLatest !== null;
  return { edtf, within: isWhole ? [startEarliest, endLatest] : null };
}

/** The date with the four days that the time rule has for it. */
export function shownDate({ edtf: written, within }: RowDate, timeZone: string): ShownDate {
  const edtf = inEdtf(written);
  if (within) {
    const [first, last] = within;
    return {
      edtf,
      days: { startEarliest: first, startLatest: last, endEarliest: first, endLatest: last },
    };
  }
  return { edtf, days: spanOfEdtf(parseEdtf(edtf, timeZone) ?? UNBOUNDED) };
}
