import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { degreesAt, type EventBlock, spanAt } from "#model/collection/event-columns.ts";
import { NO_FILTER, passes } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { addMonths, type Day, parseDay } from "#model/time/day.ts";
import { type Certainty, matches, type Window } from "#model/time/span.ts";
import { spanOfCase, TIME_CASES, windowOfCase } from "#tests/support/cases/time-cases.ts";
import { rightAnswers, TIME_MUTANTS, wrongCases } from "#tests/support/cases/time-mutants.ts";
import { looseEvents, toBlock } from "#tests/support/records/event-blocks.ts";
import { countOpen, nearestOpen } from "#web/events/columns/crowd.ts";
import { leftOf } from "#web/events/columns/crowd-filter.ts";
import { countDays, openByCategory } from "#web/events/columns/day-counts.ts";
import { bandBlock, joinBlocks, openRanges } from "#web/view/crowd/bands.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import { forEachOpen } from "#web/view/crowd/open-events.ts";
import { withCategoriesOf } from "#web/view/crowd/read-crowd.ts";

const NO_SPAN = { startEarliest: null, startLatest: null, endEarliest: null, endLatest: null };
const CATEGORIES = ["a", "b", "c", "d", "e"];

function whole(block: EventBlock): CrowdBlock {
  const banded = bandBlock(block);
  return { ...banded, left: new Uint8Array(banded.x.length).fill(1) };
}

const windows: fc.Arbitrary<Window> = fc
  .tuple(
    fc.option(fc.integer({ min: 15_900, max: 17_300 }), { freq: 6 }),
    fc.option(fc.nat({ max: 400 }), { freq: 6 }),
  )
  .map(([from, length]) => ({
    from: from as Day | null,
    until: (length === null ? null : (from ?? 16_500) + length + 1) as Day | null,
  }));
const certainties = fc.constantFrom<Certainty>("possible", "certain");

/** Every event of the block that the rule of the model finds, one by one. */
function found(block: CrowdBlock, window: Window, certainty: Certainty): number[] {
  return [...block.x.keys()].filter((index) => matches(spanAt(block, index), window, certainty));
}

describe("a crowd at a date", () => {
  it.each(TIME_CASES)("keeps to the time rule: $name", (timeCase) => {
    const event = { x: 0, y: 0, span: spanOfCase(timeCase), category: 0, quality: 0 };
    const count = (certainty: Certainty) =>
      countOpen([whole(toBlock([event]))], windowOfCase(timeCase), certainty, null).all;
    expect([count("possible"), count("certain")]).toEqual(
      { certain: [1, 1], possible: [1, 0], absent: [0, 0] }[timeCase.presence],
    );
  });

  it.each(TIME_MUTANTS)("would be found out, if it did not: $name", ({ rule }) => {
    const found = TIME_CASES.map((timeCase) => {
      const event = { x: 0, y: 0, span: spanOfCase(timeCase), category: 0, quality: 0 };
      const [block, window] = [whole(toBlock([event])), windowOfCase(timeCase)];
      const isOpen = (certainty: Certainty) => {
        let open = false;
        const see = () => {
          open = true;
        };
        forEachOpen([block], window, certainty, see, rule);
        return open;
      };
      const days = [...Object.values(event.span), window.from, window.until];
      const known = days.filter((day) => day !== null);
      const range = { first: Math.min(...known) as Day, last: Math.max(...known) as Day };
      // Counts are kept for each day of a period: none has thousands of years.
      const isLong = known.length === 0 || range.last - range.first > 100_000;
      const isCounted = (certainty: Certainty) =>
        isLong
          ? rightAnswers(timeCase)[certainty]
          : openByCategory(countDays([block], range, 1, certainty, rule), window)[0] === 1;
      return {
        open: { possible: isOpen("possible"), certain: isOpen("certain") },
        counted: { possible: isCounted("possible"), certain: isCounted("certain") },
      };
    });
    expect(wrongCases(found.map(({ open }) => open))).not.toEqual([]);
    expect(wrongCases(found.map(({ counted }) => counted))).not.toEqual([]);
  });

  it("is what a look at every event finds", () => {
    fc.assert(
      fc.property(looseEvents, windows, certainties, (events, window, certainty) => {
        // Whatever a filter leaves of them: that is counted apart.
        const block = whole(toBlock(events));
        const open: number[] = [];
        forEachOpen([block], window, certainty, (_, index) => open.push(index));
        expect(open.sort((a, b) => a - b)).toEqual(found(block, window, certainty));
      }),
    );
  });

  it("is the same in one block as in the blocks in which it came", () => {
    const several = fc.array(looseEvents, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(several, windows, certainties, (parts, window, certainty) => {
        const blocks = parts.map(toBlock);
        const seen = (crowd: readonly CrowdBlock[]) => {
          const open: string[] = [];
          forEachOpen(crowd, window, certainty, ({ category, quality, x, y }, index) =>
            open.push([x, y, category, quality].map((column) => column[index]).join()),
          );
          return open.sort();
        };
        expect(seen([whole(joinBlocks(blocks))])).toEqual(seen(blocks.map(whole)));
      }),
    );
  });

  it("leads past most of those that are not open, whatever long and open spans are among them", () => {
    const days = Array.from({ length: 20_000 }, (_, index) => 10_000 + index);
    const events = days.flatMap((start, index) => {
      const end = index % 50 === 0 ? null : index % 33 === 0 ? start + 900 : start + (index % 9);
      const span = { startEarliest: start, startLatest: start, endEarliest: end, endLatest: end };
      return { x: 0, y: 0, span: span as never, category: 0, quality: 0 };
    });
    const block = whole(toBlock(events));
    const window = { from: 25_000 as Day, until: 25_001 as Day };
    const drawn = openRanges(block, window).reduce((sum, [from, to]) => sum + to - from, 0);
    const { all } = countOpen([block], window, "possible", null);
    expect(all).toBeGreaterThan(300);
    expect(drawn).toBeLessThan(2 * all);
  });

  it("is counted by day and category as it is found", () => {
    // All days that a window here may have.
    const range = { first: 15_800 as Day, last: 17_800 as Day };
    fc.assert(
      fc.property(looseEvents, windows, certainties, (events, window, certainty) => {
        const block = whole(toBlock(events));
        const days = countDays([block], range, CATEGORIES.length, certainty);
        const expected = CATEGORIES.map(
          (_, category) =>
            found(block, window, certainty).filter((index) => block.category[index] === category)
              .length,
        );
        expect(openByCategory(days, window)).toEqual(expected);
      }),
    );
  });

  it("is filtered as single events are", () => {
    const area: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [-60, -20],
          [80, -30],
          [20, 60],
          [-60, -20],
        ],
      ],
    };
    fc.assert(
      fc.property(
        looseEvents,
        fc.subarray(CATEGORIES),
        fc.subarray([...EVENT_CERTAINTIES]),
        fc.boolean(),
        (events, categories, certaintiesAsked, hasArea) => {
          const block = bandBlock(toBlock(events));
          const filter = {
            ...NO_FILTER,
            categories,
            certainties: certaintiesAsked,
            area: hasArea ? area : null,
          };
          const expected = [...block.x.keys()].map((index) =>
            passes(filter, {
              categories: [CATEGORIES[block.category[index] ?? 0] ?? ""],
              certainties: [EVENT_CERTAINTIES[(block.quality[index] ?? 0) >> 6] ?? ""],
              sides: [],
              sourceKinds: [],
              text: "",
              positions: [degreesAt(block.x[index] ?? 0, block.y[index] ?? 0)],
            })
              ? 1
              : 0,
          );
          expect([...leftOf(block, filter, CATEGORIES)]).toEqual(expected);
        },
      ),
    );
  });

  it("is counted whole, and apart from that what the filter leaves of it", () => {
    fc.assert(
      fc.property(
        looseEvents,
        windows,
        certainties,
        fc.subarray(CATEGORIES),
        (events, window, certainty, categories) => {
          const block = bandBlock(toBlock(events));
          const left = leftOf(block, { ...NO_FILTER, categories }, CATEGORIES);
          const open = found({ ...block, left }, window, certainty);
          const isLeft = (index: number) =>
            categories.length === 0 ||
            categories.includes(CATEGORIES[block.category[index] ?? 0] ?? "");
          const counts = countOpen([{ ...block, left }], window, certainty, null);
          expect(counts.all).toBe(open.length);
          expect(counts.left).toBe(open.filter(isLeft).length);
        },
      ),
    );
  });

  it("has the colours of all events where words were found, however the answer names its categories", () => {
    const block = whole(
      toBlock(
        [0, 1, 2].map((category) => ({ x: category, y: 0, span: NO_SPAN, category, quality: 0 })),
      ),
    );
    const renamed = withCategoriesOf(block, ["c", "a", "other"], ["a", "b", "c", "other"]);
    expect([...renamed.x].map((x, index) => [x, renamed.category[index]])).toEqual([
      [0, 2],
      [1, 0],
      [2, 3],
    ]);
    expect([...withCategoriesOf(block, ["z", "b", "a"], ["a", "b", "other"]).category]).toEqual([
      2, 1, 0,
    ]);
  });

  it("is pointed at where it is open, left and near, across the antimeridian too", () => {
    const june = { from: parseDay("2015-06-01") as Day, until: parseDay("2015-06-02") as Day };
    const at = (x: number, start: Day) => ({
      x,
      y: 2 ** 31,
      span: { startEarliest: start, startLatest: start, endEarliest: start, endLatest: start },
      category: 0,
      quality: 0,
    });
    const block = whole(
      toBlock([at(5, june.from), at(60, june.from), at(0, addMonths(june.from, 1))]),
    );
    const near = (x: number, radius: number) =>
      nearestOpen([block], june, "possible", { x, y: 2 ** 31, radius })?.x;
    expect(near(0, 10)).toBe(5);
    expect(near(40, 100)).toBe(60);
    expect(near(2 ** 32 - 3, 10)).toBe(5);
    expect(near(30, 10)).toBeUndefined();
    const hidden = { ...block, left: new Uint8Array(3) };
    expect(nearestOpen([hidden], june, "possible", { x: 5, y: 2 ** 31, radius: 9 })).toBeNull();
  });
});
