import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayOf } from "#model/time/day.ts";
import {
  certainlyIn,
  inBoth,
  isOrdered,
  matches,
  momentSpan,
  possiblyIn,
  presenceIn,
  type Span,
} from "#model/time/span.ts";
import { spanOfCase, TIME_CASES, windowOfCase } from "#tests/support/cases/time-cases.ts";
import { TIME_MUTANTS, wrongCases } from "#tests/support/cases/time-mutants.ts";

describe("the time rule in TypeScript", () => {
  it.each(TIME_CASES)("$name", (timeCase) => {
    const [span, window] = [spanOfCase(timeCase), windowOfCase(timeCase)];
    expect(presenceIn(span, window)).toBe(timeCase.presence);
    expect(possiblyIn(span, window)).toBe(timeCase.presence !== "absent");
    expect(certainlyIn(span, window)).toBe(timeCase.presence === "certain");
    expect(matches(span, window, "possible")).toBe(timeCase.presence !== "absent");
    expect(matches(span, window, "certain")).toBe(timeCase.presence === "certain");
  });

  it.each(TIME_MUTANTS)("cannot be mutated unseen: $name", ({ rule }) => {
    const answers = TIME_CASES.map((timeCase) => {
      const [span, window] = [spanOfCase(timeCase), windowOfCase(timeCase)];
      return {
        possible: matches(span, window, "possible", rule),
        certain: matches(span, window, "certain", rule),
      };
    });
    expect(wrongCases(answers)).not.toEqual([]);
  });

  it("is asked only of spans whose days are in order", () => {
    for (const timeCase of TIME_CASES)
      expect(isOrdered(spanOfCase(timeCase)), timeCase.name).toBe(true);
  });
});

describe("days in order", () => {
  const [early, late] = [dayOf(2014, 5, 1), dayOf(2014, 6, 1)];

  it("are refused when something ends before it starts", () => {
    const span = { startEarliest: late, startLatest: late, endEarliest: early, endLatest: early };
    expect(isOrdered(span)).toBe(false);
  });

  it("are accepted for something that happened on one day between two", () => {
    expect(isOrdered(momentSpan(early, late))).toBe(true);
    expect(isOrdered(momentSpan(late, early))).toBe(false);
  });
});

describe("a window that is in both of two", () => {
  it("has what is in the one and in the other, in either reading", () => {
    const day = fc.option(fc.integer({ min: 0, max: 30 }).map((value) => value as Day));
    const windows = fc
      .tuple(day, day)
      .filter(([from, until]) => from === null || until === null || from < until)
      .map(([from, until]) => ({ from, until }));
    const anySpanOfMonth = fc
      .tuple(day, day, day, day)
      .map(([startEarliest, startLatest, endEarliest, endLatest]): Span => {
        return { startEarliest, startLatest, endEarliest, endLatest };
      });
    const certainties = fc.constantFrom("possible" as const, "certain" as const);
    fc.assert(
      fc.property(anySpanOfMonth, windows, windows, certainties, (span, one, other, certainty) => {
        const both = matches(span, one, certainty) && matches(span, other, certainty);
        expect(matches(span, inBoth(one, other), certainty)).toBe(both);
      }),
    );
  });
});
