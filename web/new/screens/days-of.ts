// The days that follow from a date, in words.
import type { ShownDate } from "#import/mapping/date/row-date.ts";
import { labelDay } from "#model/time/date-label.ts";
import type { InterfaceLanguage } from "#model/words/language.ts";
import type { NewTexts } from "../words/new-texts.ts";

/** "1 March 2015", or from when to when; what is not known to the day is told as between two. */
export function daysOf({ days }: ShownDate, language: InterfaceLanguage, texts: NewTexts): string {
  const { endEarliest, endLatest, startEarliest, startLatest } = days;
  const bound = (first: number | null, last: number | null) => {
    if (first === null && last === null) return "?";
    const [a, b] = [first ?? last, last ?? first].map((day) => labelDay(day as never, language));
    return a === b ? `${a}` : `${texts.between} ${a} ${texts.and} ${b}`;
  };
  const [start, end] = [bound(startEarliest, startLatest), bound(endEarliest, endLatest)];
  return start === end ? start : `${texts.from} ${start} ${texts.until} ${end}`;
}
