// What an address asks, and what it has to say to ask it: there and back is the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPENING_MODES } from "#model/dataset/declared.ts";
import { NO_FILTER } from "#model/question/filter.ts";
import { addDays } from "#model/time/day.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { askedBy, urlOf } from "#web/view/address/asked-by-url.ts";
import { parseUrl, printUrl } from "#web/view/address/url.ts";
import { NOTHING_ASKED, type Question, questionOf } from "#web/view/question/question.ts";
import { TIME_MODES } from "#web/view/question/time.ts";

const { meta } = createDataset({});
const METAS = OPENING_MODES.map((openingMode) => ({ ...meta, openingMode }));
const days = meta.lastDay - meta.firstDay;
const dayOfPeriod = fc.integer({ min: 0, max: days }).map((count) => addDays(meta.firstDay, count));

const questions: fc.Arbitrary<Question> = fc
  .record({
    mode: fc.constantFrom(...TIME_MODES),
    day: fc.oneof(dayOfPeriod, fc.constant(meta.openingDay)),
    start: dayOfPeriod,
    certainty: fc.constantFrom("possible" as const, "certain" as const),
    conventions: fc.boolean(),
    compare: fc.option(dayOfPeriod),
    categories: fc.subarray(["eviction", "fire", "court"]),
    sides: fc.subarray(["inside", "edge", "beyond"] as const),
    q: fc.constantFrom("", "rue Lamy", "tioxide"),
  })
  .map(({ categories, q, sides, ...rest }) => ({
    ...rest,
    start: rest.start <= rest.day ? rest.start : rest.day,
    filter: { ...NO_FILTER, categories, q, sides },
  }));

describe("a question in an address", () => {
  it("is read as what it was, whatever it asks", () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(...METAS), (question, meta) => {
        const page = new URL("https://rocade.example.org/");
        const nothing = parseUrl(page).state;
        const url = printUrl(page, { ...nothing, ...urlOf(meta, question) });
        const { ignored, state } = parseUrl(url);
        expect(ignored).toEqual([]);
        const read = questionOf(meta, askedBy(state));
        // The first day of a window is said of a window alone.
        const start = question.mode === "window" ? question.start : read.start;
        expect(read).toEqual({ ...question, start });
      }),
    );
  });

  it("means a day where it names one, whatever the dataset opens with", () => {
    for (const meta of METAS) {
      const asked = { ...NOTHING_ASKED, day: meta.openingDay };
      expect(questionOf(meta, asked).mode).toBe("instant");
    }
  });

  it("says nothing of what the dataset answers anyway", () => {
    for (const meta of METAS) {
      const opening = urlOf(meta, questionOf(meta, NOTHING_ASKED));
      expect(Object.values(opening).filter((value) => value !== undefined)).toEqual([]);
    }
  });
});
