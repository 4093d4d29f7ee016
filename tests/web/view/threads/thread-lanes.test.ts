// Where threads lie, and how they are drawn: one lane for one thread at a time, above the axis or below it, never a slope.
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#model/time/day.ts";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { countBands, countSteps } from "#web/view/threads/side-counts.ts";
import { layThreads } from "#web/view/threads/thread-lanes.ts";
import { threadNotes } from "#web/view/threads/thread-notes.ts";
import { strokesOf, threadAt } from "#web/view/threads/thread-strokes.ts";
import { endOf, firstOf, type Thread } from "#web/view/threads/threads.ts";

const START = day("2014-01-01");
const { meta } = createDataset({});

function thread(
  siteId: string,
  side: Thread["side"],
  [from, until]: readonly [number, number],
  people: number | null = null,
  isCertain = true,
): Thread {
  const range = people === null ? null : { low: people / 2, high: people, atLeast: false };
  const days = { from: addDays(START, from), until: addDays(START, until) };
  return { siteId, side, runs: [{ ...days, isCertain, people: range }] };
}

/** Fifty threads that come and go, on all sides. */
const many = Array.from({ length: 50 }, (_, index) =>
  thread(
    `site-${index}`,
    (["inside", "edge", "beyond"] as const)[index % 3] ?? null,
    [(index * 37) % 400, ((index * 37) % 400) + 20 + ((index * 13) % 90)],
    index % 4 === 0 ? 20 * index : null,
    index % 5 > 1,
  ),
).sort((a, b) => firstOf(a) - firstOf(b));
const room = { up: 22, down: 12, pitch: 3, peopleScale: 0.01 };
const laid = layThreads(many, room);

describe("lanes of threads", () => {
  it("hold one thread at a time", () => {
    expect(laid).toHaveLength(many.length);
    for (const one of laid)
      for (const other of laid) {
        if (one === other || one.lane !== other.lane || one.isBelow !== other.isBelow) continue;
        const [a, b] = [one.thread, other.thread];
        expect(firstOf(a) >= endOf(b) || firstOf(b) >= endOf(a)).toBe(true);
      }
  });

  it("lie beyond the axis below it, at its edge next to it above, and within the room", () => {
    const ends = (side: Thread["side"]) =>
      laid.flatMap((one) =>
        one.thread.side === side ? [{ from: one.offset, to: one.offset + one.height }] : [],
      );
    expect(laid.every(({ isBelow, thread: { side } }) => isBelow === (side === "beyond"))).toBe(
      true,
    );
    const edge = Math.max(...ends("edge").map(({ to }) => to));
    expect(Math.min(...ends("edge").map(({ from }) => from))).toBe(0);
    expect(Math.min(...ends("inside").map(({ from }) => from))).toBeGreaterThanOrEqual(edge);
    for (const side of ["inside", "edge"] as const)
      expect(Math.max(...ends(side).map(({ to }) => to))).toBeLessThanOrEqual(room.up + 1e-6);
    expect(Math.max(...ends("beyond").map(({ to }) => to))).toBeLessThanOrEqual(room.down + 1e-6);
  });

  it("are as thick as people are counted, by one scale, and thin where nobody has", () => {
    const three = layThreads(
      [
        thread("some", "inside", [0, 10], 1000),
        thread("most", "beyond", [0, 10], 4000),
        thread("unknown", "inside", [0, 10]),
      ],
      { up: 40, down: 40, pitch: 4, peopleScale: 0.005 },
    );
    const of = (id: string) => three.find((one) => one.thread.siteId === id)?.runs[0];
    expect(of("most")).toMatchObject({ low: 10, high: 20 });
    expect(of("some")).toMatchObject({ high: 5 });
    expect(of("unknown")?.high).toBeLessThan(2);
    expect(of("unknown")?.low).toBe(of("unknown")?.high);
  });

  it("of a dataset without a line are all above the axis", () => {
    const plain = layThreads([thread("a", null, [0, 5]), thread("b", null, [2, 9])], room);
    expect(plain.map(({ isBelow, lane }) => [isBelow, lane])).toEqual([
      [false, 0],
      [false, 1],
    ]);
    expect(layThreads([], room)).toEqual([]);
  });
});

describe("the drawing of threads", () => {
  const x = (one: number) => (one - START) * 2;

  it("begins and ends where the days of the place do, in straight stretches, dashed where it may not have been", () => {
    for (const one of laid) {
      const strokes = strokesOf(meta, [one], { x, clear: 3 });
      const stretches = strokes.flatMap(({ d }) =>
        [...d.matchAll(/M([-\d.]+) ([-\d.]+)h([\d.]+)/g)].map(([, from, y, length]) => ({
          from: Number(from),
          until: Number(from) + Number(length),
          y: Number(y),
        })),
      );
      // Nothing but moves and level lines.
      for (const { d } of strokes) expect(d).toMatch(/^(M[-\d.]+ [-\d.]+h[\d.]+)+$/);
      expect(
        Math.abs(Math.min(...stretches.map(({ from }) => from)) - x(firstOf(one.thread))),
      ).toBeLessThanOrEqual(1);
      expect(
        Math.abs(Math.max(...stretches.map(({ until }) => until)) - x(endOf(one.thread))),
      ).toBeLessThanOrEqual(1);
      expect(stretches.every(({ y }) => (one.isBelow ? y > 3 : y < -3))).toBe(true);
      const isCertain = one.runs.every((run) => run.isCertain);
      expect(strokes.every(({ isPossible }) => isPossible !== isCertain)).toBe(true);
    }
  });

  it("is found again by the pointer that is on it", () => {
    for (const one of laid) {
      const at = (one.isBelow ? 1 : -1) * (3 + one.offset + one.height / 2);
      const found = threadAt(laid, firstOf(one.thread) as Day, at, { clear: 3, reach: 0.1 });
      expect(found?.thread.siteId).toBe(one.thread.siteId);
    }
    expect(threadAt(laid, START - 1, 0, { clear: 3, reach: 2 })).toBeUndefined();
  });

  it("of very many is their number, as high above the axis as below it for each", () => {
    const bands = countBands(meta, countSteps(many), room, { clear: 3, x });
    const tallest = (isBelow: boolean) =>
      Math.max(
        ...bands
          .flatMap(({ d }) => [...d.matchAll(/M[-\d.]+ ([-\d.]+)h[-\d.]+v([-\d.]+)/g)])
          .map(([, y, height]) => Number(y) + Number(height))
          .filter((y) => y > 0 === isBelow)
          .map(Math.abs),
      );
    expect(tallest(false)).toBeLessThanOrEqual(room.up + 3.1);
    expect(tallest(true)).toBeLessThanOrEqual(room.down + 3.1);
    expect(new Set(bands.map(({ colour }) => colour))).toEqual(
      new Set(["first", "middle", "last"]),
    );
  });
});

describe("the notes beside threads", () => {
  const words = { nameOf: (id: string) => id, lastInside: (day: number) => `last ${day - START}` };
  const notes = (threads: readonly Thread[], width = 400) =>
    threadNotes(layThreads(threads, room), words, {
      x: (day) => day - START,
      width,
      textWidth: (text) => text.length * 8,
      last: addDays(START, 399),
    });
  const inside = thread("a", "inside", [0, 100], null);
  const beyond = thread("big", "beyond", [150, 400], 900);

  it("say the last day inside after its thread, and before its own the one with most people", () => {
    expect(notes([inside, beyond])).toEqual([
      { text: "last 99", isBelow: false, at: 106, wide: 56 },
      { text: "big", isBelow: true, at: 120, wide: 24 },
    ]);
  });

  it("stand on no thread, and not beyond the axis", () => {
    const edge = thread("edge", "edge", [110, 400], null);
    const early = thread("early", "beyond", [0, 149], 3);
    expect(notes([inside, edge, beyond, early])).toEqual([]);
    expect(notes([inside, beyond], 150).map(({ text }) => text)).toEqual(["big"]);
  });

  it("say of nothing that it has ended that lasts to the end of the period", () => {
    expect(notes([thread("a", "inside", [0, 400], null)])).toEqual([]);
  });
});
