import { addMonths, type Day } from "./day.ts";
import { type Certainty, matches, type Span } from "./span.ts";

/** How many things fall in one month, by category. */
export type TimelineBin = {
  readonly month: Day;
  readonly total: number;
  readonly byCategory: Readonly<Record<string, number>>;
};

/** Counts, for each month, the things that fall in it; a thing that may fall in two months is counted in both. */
export function binByMonth(
  things: readonly { readonly span: Span; readonly category: string }[],
  months: readonly Day[],
  certainty: Certainty,
): TimelineBin[] {
  return months.map((month) => {
    const window = { from: month, until: addMonths(month, 1) };
    const inMonth = things.filter((thing) => matches(thing.span, window, certainty));
    const byCategory: Record<string, number> = {};
    for (const { category } of inMonth) byCategory[category] = (byCategory[category] ?? 0) + 1;
    return { month, total: inMonth.length, byCategory };
  });
}
