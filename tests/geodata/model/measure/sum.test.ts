// Sums over many stretches of days in one pass are those of each stretch asked by itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf, sumsOverEach } from "#model/measure/sum.ts";
import { CERTAINTIES, matches } from "#model/time/span.ts";
import { BIN_STEPS, binsOf } from "#model/time/timeline.ts";
import { createEvent } from "#tests/support/records/dataset.ts";
import { anySpan } from "#tests/support/records/event-blocks.ts";
import { day } from "#tests/support/records/records.ts";

const events = fc.array(
  fc.record({
    span: anySpan,
    deaths: fc.option(fc.integer({ min: -3, max: 9 })),
    boats: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  }),
  { maxLength: 20 },
);
const PROPERTIES = [{ name: "deaths" }, { name: "boats" }, { name: "nothing" }];

test("the sums over each stretch are those of the stretch, whatever is known of the dates", () => {
  fc.assert(
    fc.property(
      events,
      fc.constantFrom(...BIN_STEPS),
      fc.constantFrom(...CERTAINTIES),
      fc.integer({ min: 1, max: 900 }),
      (some, step, certainty, length) => {
        const all = some.map(({ boats, deaths, span }, index) => {
          const told = Object.entries({ boats, deaths }).flatMap(([name, value]) =>
            value === null ? [] : [[name, value] as const],
          );
          return createEvent({ id: `e${index}`, span, attributes: Object.fromEntries(told) });
        });
        const from = day("2014-03-30");
        const stretches = binsOf(step, { from, until: (from + length) as typeof from });
        expect(sumsOverEach(all, PROPERTIES, stretches, certainty)).toEqual(
          stretches.map((stretch) =>
            PROPERTIES.map((property) =>
              sumOf(
                all.filter(({ span }) => matches(span, stretch, certainty)),
                property,
              ),
            ),
          ),
        );
      },
    ),
    { numRuns: 300 },
  );
});
