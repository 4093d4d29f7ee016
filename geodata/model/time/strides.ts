// How far it is sensible to go through a period, by how long it is: days in a few years, years in some centuries. One
// definition for the step, for what is faintly kept on the map, for a window, a comparison, the keys and the playing.
import { addDays, addMonths, type Day } from "./day.ts";

/** So many calendar units. */
export type Stride = {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "year";
};

const stride = (count: number, unit: Stride["unit"]): Stride => ({ count, unit });

/** Lengths that are said of a time as round ones. */
const ROUND: readonly Stride[] = [
  stride(1, "day"),
  stride(1, "week"),
  stride(30, "day"),
  stride(3, "month"),
  stride(6, "month"),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => stride(count, "year")),
];

/** How many days of the calendar a unit has, on average. */
export const DAYS_OF_UNIT = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 } as const;
/** About how many days it is long. */
export const daysOfStride = ({ count, unit }: Stride) => count * DAYS_OF_UNIT[unit];

export type Strides = {
  /** What one step is, as long as nobody chooses another. */
  readonly step: Stride["unit"];
  /** The units that a step can be: that one, the next finer, and all longer ones of which the period has two at least. */
  readonly units: readonly Stride["unit"][];
  /** How long something stays on the map, faintly, after its date. */
  readonly recent: Stride;
  /** How long a window is at first. */
  readonly window: Stride;
  /** How far back a comparison goes at first. */
  readonly back: Stride;
  /** How far the keys of the date go: an arrow, with Shift, a page, with Shift. */
  readonly keys: readonly [Stride, Stride, Stride, Stride];
};

/** Steps that a period of a length for them has: enough to see how things go, not so many that none is seen. */
const ENOUGH_STEPS = 1000;
/** Parts of the period that these are about. */
const PARTS = { recent: 48, window: 16, back: 8 } as const;
const KEYS: readonly Stride[] = [
  stride(1, "day"),
  stride(1, "week"),
  stride(1, "month"),
  ...[1, 10, 100, 1000].map((count) => stride(count, "year")),
];

/** What suits a period, both ends of which are included. */
export function stridesOf({ first, last }: { readonly first: Day; readonly last: Day }): Strides {
  const days = last - first + 1;
  const units = ["day", "week", "month", "year"] as const;
  const step = units.findLast((unit) => days / DAYS_OF_UNIT[unit] >= ENOUGH_STEPS) ?? "day";
  const offered = units.slice(Math.max(0, units.indexOf(step) - 1));
  const at = KEYS.findIndex(({ unit }) => unit === step);
  const [arrow, shifted, page, shiftedPage] = KEYS.slice(at, at + 4);
  if (!arrow || !shifted || !page || !shiftedPage) throw new RangeError(`no keys for ${step}`);
  return {
    step,
    units: offered.filter((unit) => unit === step || days / DAYS_OF_UNIT[unit] >= 2),
    recent: nearestStride(days / PARTS.recent),
    window: nearestStride(days / PARTS.window),
    back: nearestStride(days / PARTS.back),
    keys: [arrow, shifted, page, shiftedPage],
  };
}

/** The round length that is nearest, as ratios go. */
export function nearestStride(days: number): Stride {
  const away = (one: Stride) => Math.abs(Math.log(daysOfStride(one) / days));
  return ROUND.reduce((best, one) => (away(one) < away(best) ? one : best));
}

/** The day so many strides after another, or before it (-1). */
export function strideFrom(day: Day, { count, unit }: Stride, times: number): Day {
  const units = count * times;
  switch (unit) {
    case "day":
      return addDays(day, units);
    case "week":
      return addDays(day, 7 * units);
    case "month":
      return addMonths(day, units);
    case "year":
      return addMonths(day, 12 * units);
  }
}
