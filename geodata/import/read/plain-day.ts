import { addDays, type Day, dayOf } from "#model/time/day.ts";

/**
 * The day named by `YYYY-MM-DD`; undefined where the text is another, which may still be a day. By its characters: a file of
 * many rows has more days than any other cells, and a look-up of a text takes longer.
 */
export function plainDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const [year, month, date] = [digitsIn(text, 0, 4), digitsIn(text, 5, 7), digitsIn(text, 8, 10)];
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1)) return undefined;
  const first = dayOf(year, month, 1);
  return date <= dayOf(year, month + 1, 1) - first ? addDays(first, date - 1) : undefined;
}

/** The number that the digits of a part of the text write; not a number where anything else stands there. */
function digitsIn(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? 10 * number + digit : Number.NaN;
  }
  return number;
}
