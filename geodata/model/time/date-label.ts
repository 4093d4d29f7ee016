// Dates in words, in the languages of the interface. A label is never more exact than the date: a month stays a month, a date
// between two days says so, an approximate date says "about".

import { interfaceLanguage, type Language } from "../words/language.ts";
import { clockAt, type Moment } from "./clock-time.ts";
import { dateWordsIn } from "./date-words.ts";
import { civil, type Day, toUtcDate } from "./day.ts";
import type { EdtfDate, Unit } from "./edtf/edtf-date.ts";
import { type Edtf, parseEdtf } from "./edtf.ts";
import type { Span } from "./span.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(dateWordsIn(language).locale, {
      ...options,
      timeZone: "UTC",
    });
    formats.set(key, formatter);
  }
  return formatter.format(toUtcDate(day));
}

/** A year in words: "2015", "AD 44", "44 BC" for the year −43; "44 av. J.-C.". */
export function labelYear(year: number, language: Language): string {
  if (year >= 1000) return String(year);
  const { after, before } = dateWordsIn(language).eras;
  return year > 0 ? after(year) : before(1 - year);
}

/** A day in words: "28 May 2014", "1er mai 2014". */
export function labelDay(day: Day, language: Language): string {
  return `${labelDayOfYear(day, language)} ${labelYear(civil(day).year, language)}`;
}

/** A day without its year: "28 May", "1er mai". */
export function labelDayOfYear(day: Day, language: Language): string {
  const text = format(day, language, { day: "numeric", month: "long" });
  return interfaceLanguage(language) === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** A day without its year for a narrow axis: "28 May", "1er févr.". */
export function labelDayInShort(day: Day, language: Language): string {
  const text = format(day, language, { day: "numeric", month: "short" });
  return interfaceLanguage(language) === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** A month in words: "April 2015", "avril 2015". */
export function labelMonth(day: Day, language: Language): string {
  const month = format(day, language, { month: "long" });
  return `${month} ${labelYear(civil(day).year, language)}`;
}

/** A month for a narrow axis: "Apr", "avr.". */
export function labelShortMonth(day: Day, language: Language): string {
  return format(day, language, { month: "short" });
}

/** Two days that bound one unknown day: "between 25 March and 15 April 2015"; one day when they are the same. */
function labelBetween(first: Day, last: Day, language: Language): string {
  if (first === last) return labelDay(first, language);
  return dateWordsIn(language).between(
    labelFirstOfPair(first, last, language),
    labelDay(last, language),
  );
}

/** Two days and what lies between, in words: "25 March to 15 April 2015"; one day when they are the same. */
export function labelDayRange(first: Day, last: Day, language: Language): string {
  if (first === last) return labelDay(first, language);
  return dateWordsIn(language).range(
    labelFirstOfPair(first, last, language),
    labelDay(last, language),
  );
}

/** The same where there is little room: "25 Mar – 15 Apr 2015", "29 avr. 1992 – 24 nov. 2024". */
export function labelDayRangeInShort(first: Day, last: Day, language: Language): string {
  const [from, to] = [first, last].map((day) => labelYear(civil(day).year, language));
  const start = labelDayInShort(first, language);
  const end = `${labelDayInShort(last, language)} ${to}`;
  return first === last ? end : `${from === to ? start : `${start} ${from}`} – ${end}`;
}

/** The first of two days, without the month and the year that the second has too. */
function labelFirstOfPair(first: Day, last: Day, language: Language): string {
  const [from, to] = [civil(first), civil(last)];
  if (from.year !== to.year) return labelDay(first, language);
  const text = labelDayOfYear(first, language);
  return from.month === to.month ? text.slice(0, text.indexOf(" ")) : text;
}

/** How far a clock is ahead of UTC: "UTC−4", "UTC+5:45"; "UTC" where it is not. */
function labelOffset(seconds: number): string {
  const [hours, minutes, rest] = [3600, 60, 1].map((unit, nth) => {
    const whole = Math.floor(Math.abs(seconds) / unit);
    return nth === 0 ? whole : whole % 60;
  });
  const parts = [minutes, rest].map((part) => String(part).padStart(2, "0"));
  while (parts.at(-1) === "00") parts.pop();
  return seconds === 0 ? "UTC" : `UTC${seconds < 0 ? "−" : "+"}${[hours, ...parts].join(":")}`;
}

/** What the clocks of the time zone show, "01:30", with its seconds where they are known; and which they are, "UTC−4". */
function clockWords({ hasSeconds, instant }: Moment, language: Language, timeZone: string) {
  const { ahead, hour, minute, second } = clockAt(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = hasSeconds ? two(second) : undefined;
  return {
    time: dateWordsIn(language).time(two(hour), two(minute), seconds),
    clock: labelOffset(ahead),
  };
}

/** A moment by the clocks of the time zone: "1 November 2015, 01:30 (UTC−4)". */
function labelMoment(moment: Moment, language: Language, timeZone: string): string {
  const { clock, time } = clockWords(moment, language, timeZone);
  return dateWordsIn(language).at(labelDay(moment.day, language), time, clock);
}

/** Two moments of one day by one clock: "1 November 2015, 13:00 to 15:00 (UTC−5)"; else undefined. */
function labelMomentsOfDay(
  start: Moment,
  end: Moment,
  language: Language,
  timeZone: string,
): string | undefined {
  const words = dateWordsIn(language);
  const [from, until] = [start, end].map((moment) => clockWords(moment, language, timeZone));
  if (start.day !== end.day || from?.clock !== until?.clock || !from || !until) return undefined;
  return words.at(labelDay(start.day, language), words.range(from.time, until.time), from.clock);
}

function labelUnit(date: EdtfDate, language: Language, timeZone: string): string {
  if (date.moment) return labelMoment(date.moment, language, timeZone);
  const { year, month } = civil(date.first);
  const words = dateWordsIn(language);
  const byUnit: Readonly<Record<Unit, () => string>> = {
    day: () => labelDay(date.first, language),
    month: () => labelMonth(date.first, language),
    season: () =>
      `${words.seasons[Math.floor(month / 3) - 1] ?? words.seasons[3]} ${labelYear(year, language)}`,
    months: () => labelMonths(date, language),
    year: () => labelYear(year, language),
    decade: () => (year >= 1000 ? words.decade(year) : labelYears(date, language)),
    century: () => labelYears(date, language),
    millennium: () => labelYears(date, language),
    any: () => words.yearUnknown,
    stretch: () => labelBetween(date.first, date.last, language),
  };
  return byUnit[date.unit]();
}

function labelMonths({ first, last }: EdtfDate, language: Language): string {
  const isOneYear = civil(first).year === civil(last).year;
  const from = isOneYear ? format(first, language, { month: "long" }) : labelMonth(first, language);
  return dateWordsIn(language).range(from, labelMonth(last, language));
}

function labelYears({ first, last }: EdtfDate, language: Language): string {
  const [from, to] = [civil(first).year, civil(last).year];
  if (from >= 1000) return dateWordsIn(language).years(from, to);
  return dateWordsIn(language).range(labelYear(from, language), labelYear(to, language));
}

function labelEdtfDate(date: EdtfDate, language: Language, timeZone: string): string {
  const words = dateWordsIn(language);
  const unit = labelUnit(date, language, timeZone);
  if (date.markedParts.length > 0) {
    const parts = date.markedParts.map((marked) => words.marked(marked));
    return `${unit} (${parts.join(", ")})`;
  }
  const qualified = date.approximate ? words.about(unit) : unit;
  return date.uncertain ? words.uncertain(qualified) : qualified;
}

/**
 * One date in words. `first` and `last` are the days between which it lies; where they reach beyond what the EDTF
 * text covers the label names them instead, so that "12 July" is not said of "between 10 and 12 July". A time of day is
 * told by the clocks of the time zone, which is that of the dataset.
 */
export function labelDate(
  edtf: string | null,
  first: Day | null,
  last: Day | null,
  language: Language,
  timeZone: string,
): string {
  const words = dateWordsIn(language);
  const parsed = coveringDate(edtf, first, last, timeZone);
  if (parsed?.kind === "interval") return labelInterval(parsed, language, timeZone);
  if (parsed) return labelEdtfDate(parsed, language, timeZone);
  if (first !== null && last !== null) return labelBetween(first, last, language);
  if (last !== null) return words.by(labelDay(last, language));
  if (first !== null) return words.after(labelDay(first, language));
  return words.unknown;
}

/** When something happened, in words: as `labelDate`. */
export function labelWhen(
  { edtf, span }: { readonly edtf: string; readonly span: Span },
  language: Language,
  timeZone: string,
): string {
  return labelDate(edtf, span.startEarliest, span.endLatest, language, timeZone);
}

/** When a source was published: a time of day, if one is said, by the clock of UTC, since it is of no dataset's zone. */
export function labelPublished(edtf: string, language: Language): string {
  return labelDate(edtf, null, null, language, "UTC");
}

/** The EDTF text as read in the time zone, when it says no less than the two days do. */
function coveringDate(
  edtf: string | null,
  first: Day | null,
  last: Day | null,
  timeZone: string,
): Edtf | undefined {
  const parsed = edtf ? parseEdtf(edtf, timeZone) : undefined;
  if (parsed?.kind !== "date" || parsed.approximate || first === null || last === null)
    return parsed;
  return first >= parsed.earliest && last <= parsed.latest ? parsed : undefined;
}

function labelInterval(
  interval: Extract<Edtf, { kind: "interval" }>,
  language: Language,
  timeZone: string,
): string {
  const words = dateWordsIn(language);
  const label = (date: EdtfDate) => labelEdtfDate(date, language, timeZone);
  const { start, end } = interval;
  if (typeof start === "string") {
    if (typeof end === "string") return end === "open" ? words.stillThere : words.unknown;
    return words.until(label(end));
  }
  if (end === "unknown") return words.endUnknown(label(start));
  if (end === "open") return words.since(label(start));
  const ofDay =
    start.moment && end.moment && labelMomentsOfDay(start.moment, end.moment, language, timeZone);
  if (ofDay) return ofDay;
  if (start.moment || end.moment) return words.range(label(start), label(end));
  return words.range(labelStartOfRange(start, end, language, timeZone), label(end));
}

/** The start of a range, without what its end says too: "24" of "24 to 26 October 2016". */
function labelStartOfRange(
  start: EdtfDate,
  end: EdtfDate,
  language: Language,
  timeZone: string,
): string {
  const isPlain = (date: EdtfDate) => !date.approximate && !date.uncertain;
  if (start.unit === "day" && end.unit === "day" && isPlain(start) && isPlain(end))
    return labelFirstOfPair(start.first, end.first, language);
  const label = labelEdtfDate(start, language, timeZone);
  const { year } = civil(start.first);
  const isMonth = start.unit === "month" && civil(end.first).year === year;
  return isMonth ? label.replace(` ${labelYear(year, language)}`, "") : label;
}

/** Start and end of a thing that lasted, in words: "about October 2013 to 28 May 2014". */
export function labelSpan(
  span: Span,
  startEdtf: string | null,
  endEdtf: string | null,
  language: Language,
  timeZone: string,
): string {
  const words = dateWordsIn(language);
  const endIsKnown = endEdtf !== ".." && (span.endEarliest !== null || span.endLatest !== null);
  const end = labelDate(endEdtf, span.endEarliest, span.endLatest, language, timeZone);
  // An open end says "still there" only where that is attested; else nobody says when it ended.
  const endPhrase =
    endEdtf === ".." && span.endEarliest !== null ? words.stillThere : words.endUnknownAlone;
  if (!startEdtf && span.startEarliest === null) {
    const start =
      span.startLatest === null
        ? words.startUnknown
        : words.alreadyThere(labelDay(span.startLatest, language));
    return `${start}, ${endIsKnown ? words.until(end) : endPhrase}`;
  }
  const start = labelDate(startEdtf, span.startEarliest, span.startLatest, language, timeZone);
  const isOneDate =
    coveringDate(startEdtf, span.startEarliest, span.startLatest, timeZone) !== undefined ||
    span.startEarliest === span.startLatest;
  if (!endIsKnown) return `${isOneDate ? words.since(start) : words.starts(start)}, ${endPhrase}`;
  const isOneEnd =
    coveringDate(endEdtf, span.endEarliest, span.endLatest, timeZone) !== undefined ||
    span.endEarliest === span.endLatest;
  if (!isOneDate || !isOneEnd) return `${words.starts(start)}, ${words.ends(end)}`;
  return start === end ? start : words.range(start, end);
}
