// The components of an EDTF date: its year, its month, its day of the month.
import { FIRST_YEAR, LAST_YEAR } from "../day.ts";

/** A component as written: the values that it may have, its unspecified digits, the marks on either side of it. */
export type Component = {
  readonly least: number;
  readonly most: number;
  /** How many of its last digits are unspecified (X), and whether no digit of it is known. */
  readonly unspecified: number;
  readonly isUnknown: boolean;
  /** A mark (`?`, `~` or `%`) to its left, said of it alone, and one to its right, said of those before it too. */
  readonly before: string;
  readonly after: string;
};

/** The three texts of a component: the mark before it, its digits, the mark after it. */
type Texts = readonly [before: string, digits: string, after: string];

const UNSPECIFIED_AT_THE_END = /^-?\d*X*$/;

/** Four digits, after a minus sign before the year 0. Otherwise in words what would be right. */
export function yearComponent(texts: Texts): Component | string {
  if (texts[1] === "-0000") return "the year 0 without a sign";
  const year = component(texts);
  if (typeof year === "string") return year;
  // There is no year −0: `-000X` ends with the year −1.
  const most = texts[1].startsWith("-") ? Math.min(year.most, -1) : year.most;
  if (year.least < FIRST_YEAR || most > LAST_YEAR)
    return `a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
  return { ...year, most };
}

export function monthComponent(texts: Texts): Component | string {
  return within(component(texts), 12, "a month from 01 to 12");
}

export function dayComponent(texts: Texts): Component | string {
  return within(component(texts), 31, "a day from 01 to 31");
}

function component([before, digits, after]: Texts): Component | string {
  if (!UNSPECIFIED_AT_THE_END.test(digits))
    return "unspecified digits (X) at the end of the year, the month or the day only";
  const values = [Number(digits.replaceAll("X", "0")), Number(digits.replaceAll("X", "9"))];
  return {
    least: Math.min(...values),
    most: Math.max(...values),
    unspecified: digits.split("X").length - 1,
    isUnknown: !/\d/.test(digits),
    before,
    after,
  };
}

/** An unspecified digit is any that the calendar has; a known one must be of it. */
function within(read: Component | string, limit: number, allowed: string): Component | string {
  if (typeof read === "string") return read;
  const [least, most] = [Math.max(read.least, 1), Math.min(read.most, limit)];
  return least > most ? allowed : { ...read, least, most };
}
