// The two scales of a chart of figures: days along it, people up from nothing.
import { labelShortMonth, labelYear } from "#model/time/date-label.ts";
import { addMonths, civil, type Day, dayOf } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import type { CountedMark } from "./counted-marks.ts";

export type Tick = { readonly at: number; readonly label: string };

export type CountedScales = {
  readonly x: (day: Day) => number;
  readonly y: (people: number) => number;
  readonly years: readonly Tick[];
  readonly people: readonly { readonly at: number; readonly value: number }[];
};

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Days left free before the first figure and after the last, as a share of those between them. */
const MARGIN = 0.06;
const LEAST_DAYS = 60;
/** Ticks that have room for their labels. */
const MAX_TICKS = 7;
const MONTHS_OF_STEP = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

export function countedScales(
  marks: readonly CountedMark[],
  box: Box,
  language: Language,
): CountedScales {
  const first = Math.min(...marks.map((mark) => mark.first));
  const last = Math.max(...marks.map((mark) => mark.last));
  const margin = Math.max((last - first) * MARGIN, LEAST_DAYS / 2);
  const [from, until] = [first - margin, last + margin];
  const most = Math.max(...marks.map(({ range, value }) => range?.high ?? value), 1);
  const step = roundStep(most / 4);
  const top = step * Math.ceil((most * 1.02) / step);
  const x = (day: number) => box.left + ((day - from) / (until - from)) * (box.right - box.left);
  const y = (people: number) => box.bottom - (people / top) * (box.bottom - box.top);
  return {
    x,
    y,
    years: timeTicks(Math.ceil(from) as Day, Math.floor(until) as Day, language).map(
      ({ day, label }) => ({ at: x(day), label }),
    ),
    people: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
      at: y(index * step),
      value: index * step,
    })),
  };
}

/** The next round number: 1, 2, 2.5 or 5 times a power of ten, and no fraction of a person. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= least) ?? 10;
  return Math.max(1, Math.ceil(step * power));
}

/** The first days of months or years; a January is called by its year. */
function timeTicks(from: Day, until: Day, language: Language) {
  const months = (until - from) / 30.44;
  const step = MONTHS_OF_STEP.find((one) => months / one <= MAX_TICKS) ?? 12_000;
  const { month, year } = civil(from);
  const start =
    step < 12
      ? dayOf(year, month - ((month - 1) % step), 1)
      : dayOf(year - (((year % (step / 12)) + step / 12) % (step / 12)), 1, 1);
  const ticks: { readonly day: Day; readonly label: string }[] = [];
  for (let day = start; day <= until; day = addMonths(day, step)) {
    if (day < from) continue;
    const at = civil(day);
    ticks.push({
      day,
      label: at.month === 1 ? labelYear(at.year, language) : labelShortMonth(day, language),
    });
  }
  return ticks;
}
