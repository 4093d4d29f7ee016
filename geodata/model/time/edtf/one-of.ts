// One day of those between two dates, and which is not known: [2013-03-20..2013-04-15] (EDTF, level 2).
import { type EdtfDate, plainDate } from "./edtf-date.ts";

const BETWEEN = /^\[([^[\],]+)\.\.([^[\],]+)\]$/;

const ALLOWED =
  "one date, an interval, or the first and the last date of a set of which one holds, such as [2013-03-20..2013-04]";

/**
 * The date that the text is, or in words what it would have to be. Other sets are not read: of listed dates the four days
 * would say too much, and of open ones nothing that an interval does not. `readEnd` reads each of the two.
 */
export function readOneOf(
  text: string,
  readEnd: (text: string) => EdtfDate | string,
): EdtfDate | string {
  const [, from, until] = BETWEEN.exec(text) ?? [];
  if (from === undefined || until === undefined) return ALLOWED;
  if (/[?~%T]/.test(text)) return "two dates in the set without a mark and without a time of day";
  const [start, end] = [readEnd(from), readEnd(until)];
  if (typeof start === "string") return start;
  if (typeof end === "string") return end;
  if (start.first > end.first || start.last > end.last)
    return "a set whose last date is not before its first";
  return plainDate("stretch", start.first, end.last);
}
