import type { Convention } from "#model/time/convention.ts";
import { parseDay } from "#model/time/day.ts";
import type { Span } from "#model/time/span.ts";

type Text = string | null;

/**
 * One case of the rule of conventions, worked out by hand: the four days of a span, which of its outer bounds a
 * convention fills, and the first and last day on which it is there without that; `null` is never.
 */
type ConventionCase = {
  readonly name: string;
  readonly span: readonly [Text, Text, Text, Text];
  readonly convention: Convention | null;
  readonly attested: readonly [Text, Text] | null;
};

const whole = ["2014-01-01", "2014-03-01", "2014-06-01", "2014-12-31"] as const;

export const CONVENTION_CASES: readonly ConventionCase[] = [
  {
    name: "no convention changes nothing",
    span: whole,
    convention: null,
    attested: ["2014-01-01", "2014-12-31"],
  },
  {
    name: "no convention keeps open ends",
    span: [null, "2014-03-01", "2014-06-01", null],
    convention: null,
    attested: [null, null],
  },
  {
    name: "a start falls back to the latest start",
    span: whole,
    convention: "start",
    attested: ["2014-03-01", "2014-12-31"],
  },
  {
    name: "an end falls back to the earliest end",
    span: whole,
    convention: "end",
    attested: ["2014-01-01", "2014-06-01"],
  },
  {
    name: "both fall back",
    span: whole,
    convention: "both",
    attested: ["2014-03-01", "2014-06-01"],
  },
  {
    name: "an open start that a convention fills falls back too",
    span: [null, "2014-03-01", "2014-06-01", "2014-12-31"],
    convention: "start",
    attested: ["2014-03-01", "2014-12-31"],
  },
  {
    name: "a start without an attested start begins at the earliest end",
    span: ["2014-01-01", null, "2014-06-01", "2014-12-31"],
    convention: "start",
    attested: ["2014-06-01", "2014-12-31"],
  },
  {
    name: "a start without any attested day is the day of the sourced end",
    span: ["2014-01-01", null, null, "2014-12-31"],
    convention: "start",
    attested: ["2014-12-31", "2014-12-31"],
  },
  {
    name: "an end without an attested end ends at the latest start",
    span: ["2014-01-01", "2014-03-01", null, "2014-12-31"],
    convention: "end",
    attested: ["2014-01-01", "2014-03-01"],
  },
  {
    name: "an end without any attested day is the day of the sourced start",
    span: ["2014-01-01", null, null, "2014-12-31"],
    convention: "end",
    attested: ["2014-01-01", "2014-01-01"],
  },
  {
    name: "both with one attested day are that day",
    span: ["2014-01-01", "2014-03-01", null, "2014-12-31"],
    convention: "both",
    attested: ["2014-03-01", "2014-03-01"],
  },
  {
    name: "both with an attested end alone are that day",
    span: ["2014-01-01", null, "2014-06-01", "2014-12-31"],
    convention: "both",
    attested: ["2014-06-01", "2014-06-01"],
  },
  {
    name: "both without an attested day are never",
    span: ["2014-01-01", null, null, "2014-12-31"],
    convention: "both",
    attested: null,
  },
  {
    name: "a start of which nothing else is known is never",
    span: ["2014-01-01", null, null, null],
    convention: "start",
    attested: null,
  },
  {
    name: "an end of which nothing else is known is never",
    span: [null, null, null, "2014-12-31"],
    convention: "end",
    attested: null,
  },
  {
    name: "an open end stays open where the start is filled",
    span: ["2014-01-01", "2014-03-01", null, null],
    convention: "start",
    attested: ["2014-03-01", null],
  },
  {
    name: "where it may have ended before it certainly began, what lies between is left",
    span: ["2014-01-01", "2014-08-01", "2014-05-01", "2014-12-31"],
    convention: "both",
    attested: ["2014-05-01", "2014-08-01"],
  },
  {
    name: "and from the earlier of the two where the start alone is filled",
    span: ["2014-01-01", "2014-08-01", "2014-05-01", "2014-12-31"],
    convention: "start",
    attested: ["2014-05-01", "2014-12-31"],
  },
];

const toDay = (text: Text) => (text === null ? null : (parseDay(text) ?? null));

export function spanOf([a, b, c, d]: ConventionCase["span"]): Span {
  return {
    startEarliest: toDay(a),
    startLatest: toDay(b),
    endEarliest: toDay(c),
    endLatest: toDay(d),
  };
}
