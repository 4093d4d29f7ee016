import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#model/time/day.ts";
import {
  type Certainty,
  type Clause,
  type Comparison,
  TIME_RULE,
  type TimeRule,
  type Window,
} from "#model/time/span.ts";
import { dayValue } from "../../schema/day.ts";

type SpanColumns = { readonly [column in "startLatest" | "endEarliest" | "possibleSpan"]: unknown };

const dayOrNull = (day: Day | null) => (day === null ? sql`NULL::date` : dayValue(day));

/** Whether a range that is met by a day that stands so to one of its ends holds that end itself. */
const BRACKETS: Readonly<Record<Comparison, string>> = { "<": ")", "<=": "]", ">": "(", ">=": "[" };

/**
 * The time rule as a condition on a table. A null bound of a daterange is unbounded, so one overlap, which the GiST
 * index answers, says "possibly in the window"; "certainly" needs both attested days besides.
 */
export function inWindow(
  table: SpanColumns,
  { from, until }: Window,
  certainty: Certainty,
  { certain, possible }: TimeRule = TIME_RULE,
): SQL {
  const brackets = sql.raw(`'${BRACKETS[possible.end.is]}${BRACKETS[possible.start.is]}'`);
  const overlaps = (first: Day | null, last: Day | null) =>
    sql`${table.possibleSpan} && daterange(${dayOrNull(first)}, ${dayOrNull(last)}, ${brackets})`;
  // Of two conditions that no one range says (`inBoth` of the model) each has its own.
  const isRange = from === null || until === null || from < until;
  const possibly = isRange
    ? overlaps(from, until)
    : sql`(${overlaps(from, null)} AND ${overlaps(null, until)})`;
  if (certainty === "possible") return possibly;
  const starts = meets(certain.start, sql`${table.startLatest}`, until);
  const ends = meets(certain.end, sql`${table.endEarliest}`, from);
  return sql`(${possibly} AND ${starts} AND ${ends})`;
}

function meets(clause: Clause, day: SQL, bound: Day | null): SQL {
  if (bound !== null) return stands(clause, day, dayOrNull(bound));
  return clause.ifUnknown ? sql`TRUE` : sql`${day} IS NOT NULL`;
}

/** One clause of the rule as a condition on a day, which may be null, and a bound. */
export function stands({ ifUnknown, is }: Clause, day: SQL, bound: SQL): SQL {
  const condition = sql`${day} ${sql.raw(is)} ${bound}`;
  return ifUnknown ? sql`(${day} IS NULL OR ${condition})` : condition;
}
