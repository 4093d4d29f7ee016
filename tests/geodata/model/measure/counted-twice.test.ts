// Who may have been counted at two places. The table is worked out by hand: for each case which people can be the same,
// and so how many different ones there are at least.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedPlace, mostCountedTwice, overlaps } from "#model/measure/counted-twice.ts";
import type { Movement } from "#model/record/movement.ts";
import { createMovement, day, spanBetween } from "#tests/support/records/records.ts";

/** A place counted between two days of May 2014, with the low end of its figure. */
const place = (id: string, low: number, first: number, last = first): CountedPlace => {
  const may = (of: number) => day(`2014-05-${String(of).padStart(2, "0")}`);
  return {
    id,
    claims: [{ earliest: may(first), latest: may(last) }],
    people: { low, high: low * 2, atLeast: false },
  };
};
const went = (
  fromId: string,
  toId: string,
  first: number,
  last = first,
  peopleHigh: number | null = null,
): Movement => {
  const may = (of: number) => `2014-05-${String(of).padStart(2, "0")}`;
  const span = spanBetween(may(first), may(last));
  const moment = {
    ...span,
    startLatest: span.endLatest,
    endEarliest: span.startEarliest,
  };
  return createMovement({
    id: `${fromId}-${toId}-${first}`,
    fromId,
    toId,
    span: moment,
    peopleHigh,
  });
};

type Case = readonly [
  name: string,
  places: readonly CountedPlace[],
  movements: readonly Movement[],
  twice: number,
];

const CASES: readonly Case[] = [
  ["nobody, without a movement", [place("a", 300, 1), place("b", 200, 27)], [], 0],
  [
    "those counted after they came, of those counted before they left",
    [place("a", 300, 1), place("b", 200, 27)],
    [went("a", "b", 26)],
    200,
  ],
  ["no more than there were", [place("a", 50, 1), place("b", 200, 27)], [went("a", "b", 26)], 50],
  ["on the day itself too", [place("a", 300, 26), place("b", 200, 26)], [went("a", "b", 26)], 200],
  [
    "nobody, where they left before they were counted",
    [place("a", 300, 27), place("b", 200, 28)],
    [went("a", "b", 26)],
    0,
  ],
  [
    "nobody, where they came after the other was counted",
    [place("a", 300, 1), place("b", 200, 25)],
    [went("a", "b", 26)],
    0,
  ],
  [
    "nobody, the other way round",
    [place("a", 300, 1), place("b", 200, 27)],
    [went("b", "a", 26)],
    0,
  ],
  [
    "some, where the days of the movement are not known well",
    [place("a", 300, 20), place("b", 200, 22)],
    [went("a", "b", 10, 30)],
    200,
  ],
  [
    "some, where the days of the figures are not known well",
    [place("a", 300, 1, 31), place("b", 200, 1, 31)],
    [went("a", "b", 26)],
    200,
  ],
  [
    "no more than went",
    [place("a", 300, 1), place("b", 200, 27)],
    [went("a", "b", 26, 26, 80)],
    80,
  ],
  [
    "no more than went in two movements",
    [place("a", 300, 1), place("b", 200, 27)],
    [went("a", "b", 20, 20, 30), went("a", "b", 26, 26, 80)],
    110,
  ],
  [
    "each person of the new place once, of two old ones",
    [place("a", 300, 1), place("c", 120, 1), place("b", 200, 27)],
    [went("a", "b", 26), went("c", "b", 26)],
    200,
  ],
  [
    "those of one place at two others",
    [place("a", 300, 1), place("b", 100, 27), place("c", 50, 27)],
    [went("a", "b", 26), went("a", "c", 26)],
    150,
  ],
  [
    "those who went on, at every place",
    [place("a", 100, 1), place("b", 100, 10), place("c", 100, 20)],
    [went("a", "b", 5), went("b", "c", 15)],
    200,
  ],
  [
    "those who went on by a place that nobody counted",
    [place("a", 100, 1), place("c", 70, 20)],
    [went("a", "b", 5), went("b", "c", 15)],
    70,
  ],
  [
    "nobody, where the way on was before the way there",
    [place("a", 100, 1), place("c", 70, 20)],
    [went("a", "b", 15), went("b", "c", 5)],
    0,
  ],
  [
    "as many as can be shared out best",
    [place("a", 100, 1), place("b", 100, 1), place("c", 100, 20), place("d", 100, 20)],
    [went("a", "c", 5), went("a", "d", 5), went("b", "c", 5)],
    200,
  ],
];

describe("people who may have been counted twice are", () => {
  it.each(CASES)("%s", (_, places, movements, twice) => {
    expect(mostCountedTwice(places, overlaps(places, movements))).toBe(twice);
  });

  it("those of a part, where its whole is counted for it", () => {
    const places = [place("a", 300, 1), place("whole", 200, 27)];
    const pairs = overlaps(places, [went("a", "part", 26)], (id) => (id === "part" ? "whole" : id));
    expect(mostCountedTwice(places, pairs)).toBe(200);
  });

  it("never more than all but the largest, whatever the movements", () => {
    const ids = ["a", "b", "c", "d"];
    const anyPlace = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 15 }), fc.nat(15));
    const anyWay = fc.tuple(
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.integer({ min: 1, max: 15 }),
      fc.nat(15),
      fc.option(fc.nat(100)),
    );
    fc.assert(
      fc.property(
        fc.tuple(anyPlace, anyPlace, anyPlace, anyPlace),
        fc.array(anyWay, { maxLength: 8 }),
        (all, ways) => {
          const places = all.map(([low, first, more], index) =>
            place(ids[index] ?? "", low, first, first + more),
          );
          const movements = ways.map(([from, to, first, more, most]) =>
            went(from, to, first, first + more, most),
          );
          const lows = places.map(({ people }) => people.low);
          const sum = lows.reduce((a, b) => a + b, 0);
          const twice = mostCountedTwice(places, overlaps(places, movements));
          expect(twice).toBeGreaterThanOrEqual(0);
          expect(sum - twice).toBeGreaterThanOrEqual(Math.max(...lows) - 1e-9);
        },
      ),
    );
  });
});
