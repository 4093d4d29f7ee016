import { addDays, addMonths, civil, type Day, dayOf, monthStart } from "#model/time/day.ts";
import type { Stretch } from "#model/time/timeline.ts";
import type { DayRange } from "#web/view/question/time.ts";

/** From where and how far an axis goes, in days: from its first day to its last. One day alone has its middle there. */
function reachOf({ first, last }: DayRange): { readonly from: number; readonly length: number } {
  return first === last ? { from: first - 0.5, length: 1 } : { from: first, length: last - first };
}

/** Where a day stands on the axis: 0 at its first day, 1 at its last; outside of that when out of view. */
export function shareAt(day: number, axis: DayRange): number {
  const { from, length } = reachOf(axis);
  return (day - from) / length;
}

/** The same as a CSS percentage. */
export function percentAt(day: number, axis: DayRange): string {
  return `${(shareAt(day, axis) * 100).toFixed(3)}%`;
}

/** The day at a share (0…1) of the axis. */
export function dayAtShare(share: number, axis: DayRange): Day {
  const { from, length } = reachOf(axis);
  return Math.round(from + share * length) as Day;
}

export type Tick = {
  readonly day: Day;
  readonly unit: "year" | "month" | "day";
  /** It has words where there is little room too. */
  readonly isMain: boolean;
};

/** Most ticks that have words on a telephone. */
const MAX_MAIN = 4;

/** Most ticks that have room for their words. */
const MAX_TICKS = 20;
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAY_STEPS = [1, 2, 7, 14];

/** Marks for the axis: days when few are in view, else months, quarters, years, decades; never more than twenty. */
export function axisTicks(range: DayRange): Tick[] {
  return withMain(allTicks(range));
}

type PlainTick = Omit<Tick, "isMain">;

/** Years where there are some, else some of all, among them the one that begins a year. */
function withMain(ticks: readonly PlainTick[]): Tick[] {
  const years = ticks.filter(({ unit }) => unit === "year");
  const candidates = years.length > 1 ? years : ticks;
  const step = Math.ceil(candidates.length / MAX_MAIN);
  const year = years[0] ? candidates.indexOf(years[0]) : 0;
  const main = new Set(candidates.filter((_, index) => (index - year) % step === 0));
  return ticks.map((tick) => ({ ...tick, isMain: main.has(tick) }));
}

function allTicks({ first, last }: DayRange): PlainTick[] {
  const length = last - first;
  const dayStep = DAY_STEPS.find((step) => length / step <= MAX_TICKS);
  if (dayStep !== undefined && length <= 60) {
    return Array.from({ length: Math.floor(length / dayStep) + 1 }, (_, index) => {
      const day = addDays(first, index * dayStep);
      return { day, unit: "day" };
    });
  }
  const months = MONTH_STEPS.find((step) => length / 30.44 / step <= MAX_TICKS) ?? 2400;
  const ticks: PlainTick[] = [];
  for (let day = alignedMonth(first, months); day <= last; day = addMonths(day, months))
    if (day >= first) ticks.push({ day, unit: civil(day).month === 1 ? "year" : "month" });
  return ticks;
}

/** The last month before or at the day that a step of so many months, counted from year 0, falls on. */
function alignedMonth(day: Day, step: number): Day {
  const { year, month } = civil(monthStart(day));
  const count = year * 12 + month - 1;
  const aligned = Math.floor(count / step) * step;
  return dayOf(Math.floor(aligned / 12), (aligned % 12) + 1, 1);
}

/** The part of a drawing, one unit a day, that the axis shows. */
export function viewBox(axis: DayRange, height: number): string {
  const { from, length } = reachOf(axis);
  return `${from} 0 ${length} ${height}`;
}

/**
 * Where the bar of a stretch stands in such a drawing: around its days, each of which is half a unit to either side, as far
 * as the period goes. Between two bars there is a little room.
 */
export function barOf({ from, until }: Stretch, period: DayRange): { x: number; width: number } {
  const reach = reachOf(period);
  const start = Math.max(from - 0.5, reach.from);
  const end = Math.min(until - 0.5, reach.from + reach.length);
  const room = Math.min(2, (end - start) / 14);
  return { x: start + room, width: end - start - 2 * room };
}
