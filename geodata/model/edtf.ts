import { parse } from "edtf";
import { addDays, addMonths, type Day, dayOf, parseDay } from "./day.ts";
import type { Span } from "./span.ts";

/** The calendar unit an EDTF date is given in. */
export type Unit = "day" | "month" | "season" | "year" | "decade" | "century";

/** One EDTF date (ISO 8601-2): the days it covers, how finely it was given, and what it says of its own certainty. */
export type EdtfDate = {
  readonly kind: "date";
  readonly unit: Unit;
  readonly first: Day;
  readonly last: Day;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

/** An EDTF interval; `open` is `..` (no bound), `unknown` is an empty end. */
export type EdtfInterval = {
  readonly kind: "interval";
  readonly start: EdtfDate | "open" | "unknown";
  readonly end: EdtfDate | "open" | "unknown";
};

export type Edtf = EdtfDate | EdtfInterval;

/** ISO 8601-2 season codes that we read: 21 spring, 22 summer, 23 autumn, 24 winter (northern hemisphere). */
const SEASON_FIRST_MONTH: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

/**
 * Reads EDTF levels 0 and 1, with seasons, unspecified digits and open intervals. A bare `..` is read as an interval
 * open on both sides. Undefined when the text is not EDTF, or is of a kind that has no days (sets, exponential years).
 */
export function parseEdtf(text: string): Edtf | undefined {
  if (text === "..") return { kind: "interval", start: "open", end: "open" };
  const [startText, endText] = text.split("/");
  if (startText === undefined || endText === undefined) return parseDate(text);
  const from = parseDay(startText);
  if (from !== undefined) {
    if (endText === "..") return { kind: "interval", start: toDayDate(from), end: "open" };
    const to = parseDay(endText);
    if (to !== undefined && from <= to)
      return { kind: "interval", start: toDayDate(from), end: toDayDate(to) };
  }
  // The parser reads `/2015` and `../2015` alike, so each end is read by itself; the whole must still be an interval.
  if (!parseNode(text)) return undefined;
  const [start, end] = [toIntervalEnd(startText), toIntervalEnd(endText)];
  return start && end ? { kind: "interval", start, end } : undefined;
}

const NOT_QUALIFIED = { kind: "date", approximate: false, uncertain: false } as const;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whole days and months, of which large files are full, need no grammar. */
function parseDate(text: string): EdtfDate | undefined {
  const day = parseDay(text);
  if (day !== undefined) return toDayDate(day);
  const [, year, month] = MONTH.exec(text) ?? [];
  if (year && month)
    return { ...NOT_QUALIFIED, ...monthsFrom(Number(year), Number(month), 1, "month") };
  const node = parseNode(text);
  return node && toDate(node);
}

function toDayDate(day: Day): EdtfDate {
  return {
    kind: "date",
    approximate: false,
    uncertain: false,
    unit: "day",
    first: day,
    last: day,
  };
}

function parseNode(text: string): EdtfNode | undefined {
  try {
    return parse(text) as EdtfNode;
  } catch {
    return undefined;
  }
}

function toIntervalEnd(text: string): EdtfInterval["start"] | undefined {
  if (text === "") return "unknown";
  if (text === "..") return "open";
  return parseDate(text);
}

type EdtfNode = {
  readonly type: string;
  readonly values: readonly unknown[];
  readonly approximate?: number | boolean;
  readonly uncertain?: number | boolean;
  readonly unspecified?: number;
};

function toDate(node: EdtfNode): EdtfDate | undefined {
  const extent = daysOf(node);
  if (!extent) return undefined;
  return {
    kind: "date",
    ...extent,
    approximate: Boolean(node.approximate),
    uncertain: Boolean(node.uncertain),
  };
}

type Extent = Pick<EdtfDate, "unit" | "first" | "last">;

function daysOf(node: EdtfNode): Extent | undefined {
  const [first = 0, second, third] = node.values as number[];
  switch (node.type) {
    case "Date": {
      const unspecified = unspecifiedUnit(node);
      if (unspecified === "decade" || unspecified === "century")
        return yearsFrom(first, unspecified);
      if (second === undefined || unspecified === "month") return monthsFrom(first, 1, 12, "year");
      // The parser counts months from 0.
      if (third === undefined || unspecified === "day")
        return monthsFrom(first, second + 1, 1, "month");
      const day = dayOf(first, second + 1, third);
      return { unit: "day", first: day, last: day };
    }
    case "Season": {
      const month = SEASON_FIRST_MONTH[second ?? 0];
      return month === undefined ? undefined : monthsFrom(first, month, 3, "season");
    }
    case "Decade":
      return yearsFrom(first * 10, "decade");
    case "Century":
      return yearsFrom(first * 100, "century");
    default:
      return undefined;
  }
}

/** Bits of the parser's mask, one a digit from the left of YYYYMMDD: which part of the date was written as X. */
function unspecifiedUnit(node: EdtfNode): "day" | "month" | "decade" | "century" | undefined {
  const mask = node.unspecified ?? 0;
  if (mask & 0b0000_0100) return "century";
  if (mask & 0b0000_1000) return "decade";
  if (mask & 0b0011_0000) return "month";
  if (mask & 0b1100_0000) return "day";
  return undefined;
}

function monthsFrom(year: number, month: number, count: number, unit: Unit): Extent {
  const first = dayOf(year, month, 1);
  return { unit, first, last: addDays(addMonths(first, count), -1) };
}

function yearsFrom(year: number, unit: "decade" | "century"): Extent {
  const span = unit === "decade" ? 10 : 100;
  const start = Math.floor(year / span) * span;
  return { unit, first: dayOf(start, 1, 1), last: addDays(dayOf(start + span, 1, 1), -1) };
}

const UNIT_MONTHS: Readonly<Record<Exclude<Unit, "day">, number>> = {
  month: 1,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/**
 * The four days that an EDTF text alone supports, for records that give no bounds of their own.
 * EDTF does not say how wide "approximate" or "uncertain" is; by convention such a date is widened by one of its
 * own units on either side and attests nothing for certain. An interval says when it starts and when it ends; a
 * single date says that the thing happened at some time within it.
 */
export function spanOfEdtf(edtf: Edtf): Span {
  if (edtf.kind === "date") {
    const [earliest, latest] = outerDays(edtf);
    const sure = !isQualified(edtf);
    return {
      startEarliest: earliest,
      startLatest: sure ? latest : null,
      endEarliest: sure ? earliest : null,
      endLatest: latest,
    };
  }
  const { start, end } = edtf;
  const isDate = (side: EdtfInterval["start"]): side is EdtfDate => typeof side !== "string";
  return {
    startEarliest: isDate(start) ? outerDays(start)[0] : null,
    startLatest: isDate(start) && !isQualified(start) ? start.last : null,
    endEarliest: isDate(end) && !isQualified(end) ? end.first : null,
    endLatest: isDate(end) ? outerDays(end)[1] : null,
  };
}

function isQualified(date: EdtfDate): boolean {
  return date.approximate || date.uncertain;
}

function outerDays(date: EdtfDate): [Day, Day] {
  if (!isQualified(date)) return [date.first, date.last];
  if (date.unit === "day") return [addDays(date.first, -1), addDays(date.last, 1)];
  const months = UNIT_MONTHS[date.unit];
  return [addMonths(date.first, -months), addDays(addMonths(addDays(date.last, 1), months), -1)];
}
