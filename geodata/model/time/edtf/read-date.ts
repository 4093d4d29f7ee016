import { parseClockTime } from "../clock-time.ts";
import { addDays, addMonths, type Day, dayOf, FIRST_DAY, LAST_DAY, parseDay } from "../day.ts";
import { remembered } from "../remembered.ts";
import { assembleDate } from "./assemble-date.ts";
import { type Component, dayComponent, monthComponent, yearComponent } from "./component.ts";
import { type EdtfDate, plainDate } from "./edtf-date.ts";
import { readOneOf } from "./one-of.ts";
import { seasonOf } from "./season.ts";

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const PARTS =
  /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

/**
 * The date that the text is, or in words what it would have to be. A time of day is of the day on which it falls in the
 * time zone. Whole days and months, of which large files are full, need no grammar.
 */
export function readDate(text: string, timeZone: string): EdtfDate | string {
  if (text.startsWith("[")) return readOneOf(text, readWithoutTime);
  return text.includes("T") ? readDateTime(text, timeZone) : readWithoutTime(text);
}

function readWithoutTime(text: string): EdtfDate | string {
  const day = parseDay(text);
  return day === undefined ? readOther(text) : plainDate("day", day, day);
}

const readOther = remembered((text): EdtfDate | string => {
  const [, year, month] = MONTH.exec(text) ?? [];
  if (year && month) {
    const first = dayOf(Number(year), Number(month), 1);
    return plainDate("month", first, addDays(addMonths(first, 1), -1));
  }
  return readParts(text);
});

function readDateTime(text: string, timeZone: string): EdtfDate | string {
  const moment = parseClockTime(text, timeZone);
  if (moment === undefined)
    return "a day with a time of day, and with Z or an offset if known, such as 2014-05-28T10:30:00+02:00";
  const { day } = moment;
  if (!isInRange(day)) return "a day of the years from -4712 to 9999";
  return { ...plainDate("day", day, day), moment };
}

const isInRange = (day: Day) => day >= FIRST_DAY && day <= LAST_DAY;

function readParts(text: string): EdtfDate | string {
  const parts = PARTS.exec(text);
  if (!parts) return refusalOf(text);
  const texts = (at: number) =>
    [parts[at] ?? "", parts[at + 1] ?? "", parts[at + 2] ?? ""] as const;
  const year = yearComponent(texts(1));
  if (isRefusal(year)) return year;
  if (parts[5] === undefined) return assembleDate({ year });
  const season = seasonOf(Number(parts[5]));
  if (season) {
    if (parts[8] !== undefined) return `no day after ${parts[5]}, which is no month`;
    return assembleDate({ year, season: { ...season, before: texts(4)[0], after: texts(4)[2] } });
  }
  const month = monthComponent(texts(4));
  if (isRefusal(month)) return month;
  if (parts[8] === undefined) return assembleDate({ year, month });
  const day = dayComponent(texts(7));
  return isRefusal(day) ? day : assembleDate({ year, month, day });
}

const isRefusal = (read: Component | string): read is string => typeof read === "string";

/** Why a text of another form is not read. */
function refusalOf(text: string): string {
  if (text.startsWith("{")) return "one date or an interval, not a set of dates";
  if (/^Y/.test(text)) return "a year from -4712 to 9999, of four digits and without Y";
  if (/S\d+$/.test(text)) return "a year without S for its significant digits";
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text))
    return "year, month and day in this order, of four, two and two digits separated by hyphens";
  if (/^(about|approx|c|ca|circa|env|um|vers)\b\.?\s*\d/i.test(text))
    return "the date with ~ behind it, where it is approximate, such as 2016~";
  if (/^[A-Za-z]{3,9}\.? \d|^\d{1,2}\.? [A-Za-z]{3,9}/.test(text))
    return "a date of four, two and two digits, such as 2014-05-28";
  return "year, month and day of four, two and two digits separated by hyphens";
}
