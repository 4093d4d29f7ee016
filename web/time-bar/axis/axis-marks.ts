// The marks and words under the axis of time: the finest division whose words all have room, whatever the width, the
// period and the language are.
import {
  labelDayInShort,
  labelDayOfYear,
  labelShortMonth,
  labelYear,
} from "#model/time/date-label.ts";
import { addDays, addMonths, civil, type Day, dayOf, monthStart } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import type { DayRange } from "#web/view/question/time.ts";
import { edgeAt, shareAt } from "./time-scale.ts";

type Unit = "year" | "month" | "day";

export type AxisMark = {
  readonly day: Day;
  readonly unit: Unit;
  /** Where on the axis it stands: where its year or month begins, or in the middle of its day. */
  readonly share: number;
  /** Empty of a mark between those that have words. */
  readonly text: string;
  /** From the mark to where its words begin, in pixels; those of a day are centred under it. */
  readonly offset: number;
};

type Room = {
  readonly axis: DayRange;
  readonly language: Language;
  /** Of the axis, in pixels. */
  readonly width: number;
  /** How wide a text is as it is written there, in pixels; bold where it is a year's. */
  readonly widthOf: (text: string, unit: Unit) => number;
};

/** Every so many days, months or years, the finest first. */
const DIVISIONS: readonly (readonly [unit: Unit, count: number, days: number])[] = [
  ...[1, 2, 7, 14].map((count) => ["day", count, count] as const),
  ...[1, 3, 6].map((count) => ["month", count, count * 30.44] as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(
    (count) => ["year", count, count * 365.25] as const,
  ),
];

/** Pixels from a mark to the next, from one's words to the next one's, and from a mark to its own. */
const MARK_ROOM = 7;
const WORD_ROOM = 8;
const INDENT = 5;
/** Pixels that words may go on beyond the end of the axis. */
const OVERHANG = 10;

/** The marks of the axis in their order, as many of them with words as have room. */
export function axisMarks(room: Room): AxisMark[] {
  const { axis, width } = room;
  const days = axis.last - axis.first + 1;
  const divisions = DIVISIONS.filter(([, , each]) => (days / each) * MARK_ROOM <= width).map(
    ([unit, count]) => ({ unit, ticks: ticksOf(unit, count, axis) }),
  );
  for (const { ticks, unit } of divisions) {
    if (ticks.length === 0) continue;
    for (const texts of wordingsOf(unit, ticks, room.language)) {
      const told = marksOf(unit, ticks, texts, room);
      if (hasRoom(told, room) && told.some(({ text }) => text !== ""))
        return withMarksBetween(withLastSaid(told, texts.at(-1), room), divisions, room);
    }
  }
  return firstDayAlone(room);
}

/** Where no division has room for its words: the day on which the axis begins. */
function firstDayAlone(room: Room): AxisMark[] {
  const { axis, language, width, widthOf } = room;
  const year = labelYear(civil(axis.first).year, language);
  const texts = [`${labelDayInShort(axis.first, language)} ${year}`, year];
  const text = texts.find((one) => widthOf(one, "day") <= width);
  return text === undefined ? [] : [markOf("day", axis.first, text, room)];
}

function marksOf(unit: Unit, ticks: readonly Day[], texts: readonly string[], room: Room) {
  return ticks.map((day, index) => markOf(unit, day, texts[index] ?? "", room));
}

/** The last one’s words, where they have no room behind it, stand before it, if they have room there. */
function withLastSaid(
  marks: readonly AxisMark[],
  text: string | undefined,
  room: Room,
): readonly AxisMark[] {
  const last = marks.at(-1);
  if (last?.text !== "" || !text) return marks;
  const said = { ...last, text, offset: -INDENT - room.widthOf(text, last.unit) };
  const told = [...marks.slice(0, -1), said];
  return hasRoom(told, room) ? told : marks;
}

function markOf(by: Unit, day: Day, text: string, { axis, width, widthOf }: Room): AxisMark {
  const unit = by === "month" && civil(day).month === 1 ? "year" : by;
  const long = text === "" ? 0 : widthOf(text, unit);
  if (unit === "day") {
    const share = shareAt(day, axis);
    const begin = Math.min(Math.max(share * width - long / 2, 0), width - long);
    return { day, unit, share, text, offset: begin - share * width };
  }
  const share = edgeAt(day, axis);
  const isWithin = share * width + INDENT + long <= width + OVERHANG;
  return { day, unit, share, text: isWithin ? text : "", offset: INDENT };
}

/** Whether the words stand apart, and within the axis. */
function hasRoom(marks: readonly AxisMark[], { width, widthOf }: Room): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { offset, share, text, unit } of marks) {
    if (text === "") continue;
    const begin = share * width + offset;
    if (begin < end + WORD_ROOM || begin < 0) return false;
    end = begin + widthOf(text, unit);
  }
  return true;
}

type Division = { readonly unit: Unit; readonly ticks: readonly Day[] };

/** The marks with the finest ones between them that they are some of. */
function withMarksBetween(
  told: readonly AxisMark[],
  divisions: readonly Division[],
  room: Room,
): AxisMark[] {
  const finest = divisions.find(({ ticks }) => told.every(({ day }) => ticks.includes(day)));
  if (!finest) return [...told];
  const known = new Map(told.map((mark) => [mark.day, mark]));
  return finest.ticks.map((day) => known.get(day) ?? markOf(finest.unit, day, "", room));
}

function ticksOf(unit: Unit, count: number, { first, last }: DayRange): Day[] {
  const ticks: Day[] = [];
  const months = unit === "year" ? count * 12 : count;
  const start = unit === "day" ? first : alignedMonth(first, months);
  const next = (day: Day) => (unit === "day" ? addDays(day, count) : addMonths(day, months));
  for (let day = start; day <= last; day = next(day)) if (day >= first) ticks.push(day);
  return ticks;
}

/** The last month before or at the day that a step of so many months, counted from year 0, falls on. */
function alignedMonth(day: Day, step: number): Day {
  const { year, month } = civil(monthStart(day));
  const count = year * 12 + month - 1;
  const aligned = Math.floor(count / step) * step;
  return dayOf(Math.floor(aligned / 12), (((aligned % 12) + 12) % 12) + 1, 1);
}

/** What the ticks may be called, the fullest words first. */
function wordingsOf(unit: Unit, ticks: readonly Day[], language: Language): string[][] {
  const yearOf = (day: Day) => civil(day).year;
  const year = (day: Day) => labelYear(yearOf(day), language);
  const isFirstOf = (part: (day: Day) => number) => (day: Day, index: number) =>
    index === 0 || part(day) !== part(ticks[index - 1] ?? day);
  const isNewMonth = isFirstOf((day) => civil(day).month);
  const isNewYear = isFirstOf(yearOf);
  switch (unit) {
    case "day": {
      const short = (day: Day, index: number) =>
        isNewMonth(day, index) ? labelDayInShort(day, language) : String(civil(day).date);
      return [
        ticks.map((day, index) =>
          isNewYear(day, index)
            ? `${labelDayOfYear(day, language)} ${year(day)}`
            : labelDayOfYear(day, language),
        ),
        ticks.map((day, index) =>
          isNewYear(day, index) ? `${short(day, index)} ${year(day)}` : short(day, index),
        ),
        ticks.map(short),
      ];
    }
    case "month": {
      const short = (day: Day) =>
        civil(day).month === 1 ? year(day) : labelShortMonth(day, language);
      const plain = ticks.map(short);
      if (ticks.some((day) => civil(day).month === 1)) return [plain];
      const [first = "", ...others] = plain;
      return [[`${first} ${ticks[0] === undefined ? "" : year(ticks[0])}`, ...others], plain];
    }
    case "year": {
      // The era is said of years before it, and of the first that is in it.
      const isTold = (day: Day, index: number) =>
        yearOf(day) <= 0 || index === 0 || yearOf(ticks[index - 1] ?? day) <= 0;
      return [ticks.map((day, index) => (isTold(day, index) ? year(day) : String(yearOf(day))))];
    }
  }
}
