// The days of an EDTF date from its components.
import { addDays, addMonths, type Day, dayOf, FIRST_DAY, LAST_DAY } from "../day.ts";
import type { Component } from "./component.ts";
import { type EdtfDate, plainDate, type Unit } from "./edtf-date.ts";
import { markedParts, marksIn, marksOf } from "./marks.ts";
import type { Season } from "./season.ts";

type DateParts = {
  readonly year: Component;
  readonly month?: Component;
  readonly day?: Component;
  /** In place of a month and a day. */
  readonly season?: Season & Pick<Component, "before" | "after">;
};

type Days = { readonly first: Day; readonly last: Day };

/** The date, or in words what it would have to be. */
export function assembleDate(parts: DateParts): EdtfDate | string {
  const days = parts.season ? seasonDays(parts.year, parts.season) : coveredDays(parts);
  if (!days) return "a day of the calendar";
  const date = plainDate(unitOf(parts), days.first, days.last);
  const components = componentsOf(parts);
  const marks = marksOf(components);
  if (!marks) return date;
  const names = ["year", parts.season ? "season" : "month", "day"] as const;
  return {
    ...date,
    ...widenedDays(parts, days),
    ...marksIn(marks),
    markedParts: markedParts(components, names),
  };
}

/** The components in order; a season stands as a known one. */
function componentsOf({ day, month, season, year }: DateParts): Component[] {
  const coded = season && { least: 1, most: 1, unspecified: 0, isUnknown: false, ...season };
  return [year, month ?? coded, day].filter((component) => component !== undefined);
}

/** The first and the last day that the digits allow; none when the calendar has no such day. */
function coveredDays({ day, month, year }: DateParts): Days | undefined {
  const first = firstDay(year, month, day);
  const last = lastDay(year, month, day);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function firstDay(year: Component, month?: Component, day?: Component): Day | undefined {
  for (let y = year.least; y <= year.most; y++)
    for (let m = month?.least ?? 1; m <= (month?.most ?? 12); m++)
      if ((day?.least ?? 1) <= monthLength(y, m)) return dayOf(y, m, day?.least ?? 1);
  return undefined;
}

function lastDay(year: Component, month?: Component, day?: Component): Day | undefined {
  for (let y = year.most; y >= year.least; y--)
    for (let m = month?.most ?? 12; m >= (month?.least ?? 1); m--) {
      const date = Math.min(day?.most ?? 31, monthLength(y, m));
      if (date >= (day?.least ?? 1)) return dayOf(y, m, date);
    }
  return undefined;
}

function monthLength(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

function seasonDays(year: Component, season: Season): Days {
  const first = dayOf(year.least, season.firstMonth, 1);
  const lastFirst = dayOf(year.most, season.firstMonth, 1);
  return { first, last: inRange(addDays(addMonths(lastFirst, season.months), -1)) };
}

const YEARS_BY_UNSPECIFIED = ["year", "decade", "century", "millennium", "any"] as const;

function unitOf({ day, month, season, year }: DateParts): Unit {
  if (season) {
    if (year.unspecified > 0) return "stretch";
    return season.isNamed ? "season" : "months";
  }
  const isWholeYears = (!month || month.isUnknown) && (!day || day.isUnknown);
  if (isWholeYears) return YEARS_BY_UNSPECIFIED[year.unspecified] ?? "any";
  if (year.unspecified > 0 || !month || month.unspecified > 0) return "stretch";
  if (!day || day.isUnknown) return "month";
  return day.unspecified > 0 ? "stretch" : "day";
}

/**
 * The days with those that the marks add. EDTF does not say how wide "approximate" or "uncertain" is; by convention
 * each mark adds one of the unit that carries it on either side: a day, a month, a season, a year, ten or a hundred
 * where so many are left open by unspecified digits. A mark on a component of which no digit is known is carried by
 * the one before.
 */
function widenedDays(parts: DateParts, { first, last }: Days) {
  const added = { months: 0, days: 0 };
  const components = componentsOf(parts);
  for (const [at, { after, before }] of components.entries()) {
    if (!before && !after) continue;
    let carrier = at;
    while (carrier > 0 && components[carrier]?.isUnknown) carrier -= 1;
    const units = 10 ** (components[carrier]?.unspecified ?? 0);
    if (carrier === 2) added.days = units;
    else if (carrier === 0) added.months += 12 * units;
    else added.months += parts.season?.months ?? units;
  }
  const earliest = addDays(addMonths(first, -added.months), -added.days);
  // Without a day of the month the last day is the end of a month, and stays one.
  const isDayKnown = parts.day && !parts.day.isUnknown;
  const moved = isDayKnown
    ? addMonths(last, added.months)
    : addDays(addMonths(addDays(last, 1), added.months), -1);
  return { earliest: inRange(earliest), latest: inRange(addDays(moved, added.days)) };
}

function inRange(day: Day): Day {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY) as Day;
}
