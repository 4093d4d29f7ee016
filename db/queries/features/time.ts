import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Day } from "#model/time/day.ts";
import {
  type Certainty,
  type Clause,
  type Comparison,
  TIME_RULE,
  type TimeRule,
  type Window,
} from "#model/time/span.ts";
import { textOfDay } from "../../schema/day.ts";
import { asGiven, type Values } from "./compiled.ts";

type SpanColumns = { readonly [column in "startLatest" | "endEarliest" | "possibleSpan"]: unknown };

type WrittenDay = string | Placeholder | null;

const dayOrNull = (day: WrittenDay) => (day === null ? sql`NULL::date` : sql`${day}::date`);

const written = (day: Day | null) => (day === null ? null : textOfDay(day));

/** The values of `inWindow`, by their names. */
export const windowValues = (window: Window | undefined) => ({
  from: written(window?.from ?? null),
  until: written(window?.until ?? null),
});

/** What the SQL of `inWindow` depends on besides. */
export const windowShape = ({ from, until }: Window) => [
  from === null,
  until === null,
  isRange(from, until),
];

/** Of two conditions that no one range says (`inBoth` of the model) each has its own. */
const isRange = (from: Day | null, until: Day | null) =>
  from === null || until === null || from < until;

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
  value: Values = asGiven,
): SQL {
  const [first, end] = [
    from === null ? null : value("from", textOfDay(from)),
    until === null ? null : value("until", textOfDay(until)),
  ];
  const brackets = sql.raw(`'${BRACKETS[possible.end.is]}${BRACKETS[possible.start.is]}'`);
  const overlaps = (since: WrittenDay, before: WrittenDay) =>
    sql`${table.possibleSpan} && daterange(${dayOrNull(since)}, ${dayOrNull(before)}, ${brackets})`;
  const possibly = isRange(from, until)
    ? overlaps(first, end)
    : sql`(${overlaps(first, null)} AND ${overlaps(null, end)})`;
  if (certainty === "possible") return possibly;
  const starts = meets(certain.start, sql`${table.startLatest}`, end);
  const ends = meets(certain.end, sql`${table.endEarliest}`, first);
  return sql`(${possibly} AND ${starts} AND ${ends})`;
}

function meets(clause: Clause, day: SQL, bound: WrittenDay): SQL {
  if (bound !== null) return stands(clause, day, dayOrNull(bound));
  return clause.ifUnknown ? sql`TRUE` : sql`${day} IS NOT NULL`;
}

/** One clause of the rule as a condition on a day, which may be null, and a bound. */
export function stands({ ifUnknown, is }: Clause, day: SQL, bound: SQL): SQL {
  const condition = sql`${day} ${sql.raw(is)} ${bound}`;
  return ifUnknown ? sql`(${day} IS NULL OR ${condition})` : condition;
}
