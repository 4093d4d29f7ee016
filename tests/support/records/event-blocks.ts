import fc from "fast-check";
import { type EventBlock, NO_DAY } from "#model/collection/event-columns.ts";
import type { Day } from "#model/time/day.ts";
import { isOrdered, type Span } from "#model/time/span.ts";

/** An event of a block before it is in columns. */
export type LooseEvent = {
  readonly x: number;
  readonly y: number;
  readonly span: Span;
  readonly category: number;
  readonly quality: number;
};

const day = fc.option(
  fc.integer({ min: 16_000, max: 17_200 }).map((value) => value as Day),
  {
    freq: 8,
  },
);

/** Spans of every kind: short, long, open, unknown, of which the certain part may be none. */
export const anySpan: fc.Arbitrary<Span> = fc
  .oneof(
    fc.record({ startEarliest: day, startLatest: day, endEarliest: day, endLatest: day }),
    fc
      .tuple(fc.integer({ min: 16_000, max: 17_200 }), fc.nat({ max: 60 }))
      .map(([start, length]) => ({
        startEarliest: start as Day,
        startLatest: start as Day,
        endEarliest: (start + length) as Day,
        endLatest: (start + length) as Day,
      })),
  )
  .filter(isOrdered);

export const looseEvents: fc.Arbitrary<LooseEvent[]> = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    y: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    span: anySpan,
    category: fc.nat({ max: 4 }),
    quality: fc
      .tuple(fc.nat({ max: 2 }), fc.nat({ max: 63 }))
      .map(([certainty, c]) => certainty * 64 + c),
  }),
  { maxLength: 60 },
);

/** In columns, ordered by start as the server sends them. */
export function toBlock(events: readonly LooseEvent[]): EventBlock {
  const start = ({ span }: LooseEvent) => span.startEarliest ?? NO_DAY;
  const sorted = [...events].sort((a, b) => start(a) - start(b));
  const days = (name: keyof Span) => Int32Array.from(sorted, ({ span }) => span[name] ?? NO_DAY);
  return {
    x: Uint32Array.from(sorted, ({ x }) => x),
    y: Uint32Array.from(sorted, ({ y }) => y),
    startEarliest: days("startEarliest"),
    startLatest: days("startLatest"),
    endEarliest: days("endEarliest"),
    endLatest: days("endLatest"),
    category: Uint8Array.from(sorted, ({ category }) => category),
    quality: Uint8Array.from(sorted, ({ quality }) => quality),
  };
}
