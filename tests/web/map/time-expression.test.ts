import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import type { Certainty, TimeRule } from "#model/time/span.ts";
import {
  spanOfCase,
  TIME_CASES,
  type TimeCase,
  windowOfCase,
} from "#tests/support/cases/time-cases.ts";
import { TIME_MUTANTS, wrongCases } from "#tests/support/cases/time-mutants.ts";
import { timeExpression } from "#web/map/events/time-expression.ts";

/** What MapLibre makes of the expression on the feature of a tile; a tile leaves out what is not known. */
function evaluate(timeCase: TimeCase, certainty: Certainty, rule?: TimeRule): boolean {
  const { endEarliest, endLatest, startEarliest, startLatest } = spanOfCase(timeCase);
  const days = {
    start_day: startEarliest,
    start_latest_day: startLatest,
    end_earliest_day: endEarliest,
    end_day: endLatest,
  };
  const properties = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null));
  const made = createExpression(timeExpression(windowOfCase(timeCase), certainty, rule), "filter");
  if (made.result === "error") throw new Error(JSON.stringify(made.value));
  return made.value.evaluate({ zoom: 0 }, { type: "Point", properties });
}

const answers = (rule?: TimeRule) =>
  TIME_CASES.map((timeCase) => ({
    possible: evaluate(timeCase, "possible", rule),
    certain: evaluate(timeCase, "certain", rule),
  }));

describe("the time rule as an expression of the map", () => {
  it("answers each case of the table", () => expect(wrongCases(answers())).toEqual([]));

  it.each(TIME_MUTANTS)("cannot be mutated unseen: $name", ({ rule }) => {
    expect(wrongCases(answers(rule))).not.toEqual([]);
  });
});
