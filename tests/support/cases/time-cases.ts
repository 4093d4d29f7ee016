import { parseDay } from "#model/time/day.ts";
import type { Presence, Span, Window } from "#model/time/span.ts";

/** One case of the time rule; days as text, `null` as the rule has it. */
export type TimeCase = {
  readonly name: string;
  readonly span: readonly [string | null, string | null, string | null, string | null];
  readonly window: readonly [string | null, string | null];
  readonly presence: Presence;
};

const june = ["2014-06-01", "2014-06-30"] as const;
const day = (text: string) => [text, text, text, text] as const;

/** The one table that the rule is held to, in TypeScript, in SQL and in what the map is given to draw. */
export const TIME_CASES: readonly TimeCase[] = [
  {
    name: "a day is seen on itself",
    span: day("2014-05-28"),
    window: ["2014-05-28", "2014-05-29"],
    presence: "certain",
  },
  {
    name: "a day is not seen the day before",
    span: day("2014-05-28"),
    window: ["2014-05-27", "2014-05-28"],
    presence: "absent",
  },
  {
    name: "a day is not seen the day after",
    span: day("2014-05-28"),
    window: ["2014-05-29", "2014-05-30"],
    presence: "absent",
  },
  {
    name: "the last day still counts",
    span: ["2013-10-04", "2013-10-04", "2014-05-28", "2014-05-28"],
    window: ["2014-05-28", "2014-05-29"],
    presence: "certain",
  },
  {
    name: "the day after the last is over",
    span: ["2013-10-04", "2013-10-04", "2014-05-28", "2014-05-28"],
    window: ["2014-05-29", "2014-05-30"],
    presence: "absent",
  },
  {
    name: "a window that ends where the span starts does not touch it",
    span: ["2014-05-28", "2014-05-28", null, null],
    window: ["2014-05-01", "2014-05-28"],
    presence: "absent",
  },
  {
    name: "a month is possible on a day of it",
    span: [june[0], june[1], june[0], june[1]],
    window: ["2014-06-15", "2014-06-16"],
    presence: "possible",
  },
  {
    name: "a month is certain in the window of the month",
    span: [june[0], june[1], june[0], june[1]],
    window: ["2014-06-01", "2014-07-01"],
    presence: "certain",
  },
  {
    name: "a month is only possible in half of it",
    span: [june[0], june[1], june[0], june[1]],
    window: ["2014-06-01", "2014-06-16"],
    presence: "possible",
  },
  {
    name: "an imprecise start is possible before its latest day",
    span: ["2015-03-23", "2015-03-31", "2016-10-26", "2016-10-31"],
    window: ["2015-03-25", "2015-03-26"],
    presence: "possible",
  },
  {
    name: "an imprecise start is certain on its latest day",
    span: ["2015-03-23", "2015-03-31", "2016-10-26", "2016-10-31"],
    window: ["2015-03-31", "2015-04-01"],
    presence: "certain",
  },
  {
    name: "an imprecise end is possible after its earliest day",
    span: ["2015-03-23", "2015-03-31", "2016-10-26", "2016-10-31"],
    window: ["2016-10-27", "2016-10-28"],
    presence: "possible",
  },
  {
    name: "an unknown start is possible however early",
    span: [null, "2013-01-01", "2016-12-31", null],
    window: ["1850-01-01", "1850-01-02"],
    presence: "possible",
  },
  {
    name: "an unknown start is certain from its latest day",
    span: [null, "2013-01-01", "2016-12-31", null],
    window: ["2013-01-01", "2013-01-02"],
    presence: "certain",
  },
  {
    name: "an open end is possible however late",
    span: ["2013-01-01", "2013-01-01", "2016-12-31", null],
    window: ["2090-01-01", "2090-01-02"],
    presence: "possible",
  },
  {
    name: "without an attested start nothing is certain",
    span: ["2015-01-01", null, "2016-01-01", "2016-01-01"],
    window: ["2015-06-01", "2015-06-02"],
    presence: "possible",
  },
  {
    name: "without an attested end nothing is certain",
    span: ["2015-01-01", "2015-01-01", null, "2016-01-01"],
    window: ["2015-01-01", "2015-01-02"],
    presence: "possible",
  },
  {
    name: "without any day all is possible",
    span: [null, null, null, null],
    window: ["2015-06-01", "2015-06-02"],
    presence: "possible",
  },
  {
    name: "the leap day is a day",
    span: day("2016-02-29"),
    window: ["2016-02-29", "2016-03-01"],
    presence: "certain",
  },
  {
    name: "the leap day is not the first of March",
    span: day("2016-02-29"),
    window: ["2016-03-01", "2016-03-02"],
    presence: "absent",
  },
  {
    name: "a window open to the past meets an early span",
    span: day("2014-05-28"),
    window: [null, "2014-06-01"],
    presence: "certain",
  },
  {
    name: "a window open to the past misses a later span",
    span: day("2014-06-01"),
    window: [null, "2014-06-01"],
    presence: "absent",
  },
  {
    name: "a window open to the future meets a late span",
    span: day("2014-05-28"),
    window: ["2014-05-28", null],
    presence: "certain",
  },
  {
    name: "a window open on both sides meets every attested span",
    span: day("2014-05-28"),
    window: [null, null],
    presence: "certain",
  },
  {
    name: "a start that may be on the end of the window is only possible before it",
    span: ["2015-03-23", "2015-04-01", "2016-10-26", "2016-10-31"],
    window: ["2015-03-25", "2015-04-01"],
    presence: "possible",
  },
  {
    name: "a start by the last day of the window is certain in it",
    span: ["2015-03-23", "2015-03-31", "2016-10-26", "2016-10-31"],
    window: ["2015-03-25", "2015-04-01"],
    presence: "certain",
  },
  {
    name: "an earliest start on the end of the window is not in it",
    span: ["2015-04-01", "2015-04-10", "2016-10-26", "2016-10-31"],
    window: ["2015-03-25", "2015-04-01"],
    presence: "absent",
  },
  {
    name: "an earliest start on the last day of the window is possible in it",
    span: ["2015-03-31", "2015-04-10", "2016-10-26", "2016-10-31"],
    window: ["2015-03-25", "2015-04-01"],
    presence: "possible",
  },
  {
    name: "an end that is attested on the first day of the window is certain in it",
    span: ["2015-03-23", "2015-03-31", "2016-10-26", "2016-10-31"],
    window: ["2016-10-26", "2016-11-26"],
    presence: "certain",
  },
  {
    name: "an end that is attested on the day before the window is only possible in it",
    span: ["2015-03-23", "2015-03-31", "2016-10-25", "2016-10-31"],
    window: ["2016-10-26", "2016-11-26"],
    presence: "possible",
  },
  {
    name: "a latest end on the first day of the window is possible in it",
    span: ["2015-03-23", "2015-03-31", "2016-10-20", "2016-10-26"],
    window: ["2016-10-26", "2016-11-26"],
    presence: "possible",
  },
  {
    name: "a latest end on the day before the window is not in it",
    span: ["2015-03-23", "2015-03-31", "2016-10-20", "2016-10-25"],
    window: ["2016-10-26", "2016-11-26"],
    presence: "absent",
  },
  {
    name: "without an attested start nothing is certain in a window that is open to the future",
    span: ["2015-01-01", null, "2016-01-01", "2016-01-01"],
    window: ["2015-06-01", null],
    presence: "possible",
  },
  {
    name: "without an attested end nothing is certain in a window that is open to the past",
    span: ["2015-01-01", "2015-01-01", null, "2016-01-01"],
    window: [null, "2015-06-01"],
    presence: "possible",
  },
  {
    name: "without any day all is possible in a window without bounds, and nothing certain",
    span: [null, null, null, null],
    window: [null, null],
    presence: "possible",
  },
  {
    name: "a day before the year 1 is seen on itself",
    span: day("-0043-03-15"),
    window: ["-0043-03-15", "-0043-03-16"],
    presence: "certain",
  },
  {
    name: "a day before the year 1 is not seen in the year of the same digits after it",
    span: day("-0043-03-15"),
    window: ["0043-01-01", "0045-01-01"],
    presence: "absent",
  },
  {
    name: "years before 1 follow each other",
    span: ["-0060-01-01", "-0060-12-31", "-0050-01-01", "-0050-12-31"],
    window: ["-0055-01-01", "-0054-01-01"],
    presence: "certain",
  },
  {
    name: "the last day before the year 0 is over on its first",
    span: ["-4712-01-01", "-4712-01-01", "-0001-12-31", "-0001-12-31"],
    window: ["0000-01-01", "0001-01-01"],
    presence: "absent",
  },
  {
    name: "the first day and the last are days",
    span: ["-4712-01-01", "-4712-01-01", "9999-12-31", "9999-12-31"],
    window: ["9999-12-31", null],
    presence: "certain",
  },
];

const toDay = (text: string | null) => (text === null ? null : (parseDay(text) ?? null));

export function spanOfCase({ span }: TimeCase): Span {
  const [startEarliest, startLatest, endEarliest, endLatest] = span.map(toDay) as [
    Span["startEarliest"],
    Span["startLatest"],
    Span["endEarliest"],
    Span["endLatest"],
  ];
  return { startEarliest, startLatest, endEarliest, endLatest };
}

export function windowOfCase({ window: [from, until] }: TimeCase): Window {
  return { from: toDay(from), until: toDay(until) };
}
