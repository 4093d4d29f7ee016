// The time rule as the graphics card knows it: what the shader answers, and what is painted.
import { describe, expect } from "vitest";
import { TIME_RULE } from "#model/time/span.ts";
import { withBrowserPage } from "#tests/bench/browser-page.mjs";
import { browserTest } from "#tests/support/browser/page.ts";
import { type Answers, TIME_MUTANTS, wrongCases } from "#tests/support/cases/time-mutants.ts";

const PAGE = "tests/browser/events/crowd-time-page.ts";

describe("the time rule in the shader of the crowd", () => {
  browserTest("answers each case of the table, painted too, and cannot be mutated unseen", () =>
    withBrowserPage(async (call) => {
      const rules = [TIME_RULE, ...TIME_MUTANTS.map(({ rule }) => rule)];
      const [right = [], ...mutated] = (await call(PAGE, "shaderAnswers", rules)) as Answers[][];
      expect(right.some(({ possible }) => possible)).toBe(true);
      expect(wrongCases(right)).toEqual([]);
      for (const [index, { name }] of TIME_MUTANTS.entries())
        expect(wrongCases(mutated[index] ?? []), name).not.toEqual([]);
      expect(wrongCases((await call(PAGE, "paintedAnswers")) as Answers[])).toEqual([]);
    }),
  );
});
