import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  degreesAt,
  type EventBlock,
  EventColumnsReader,
  encodeBlock,
  encodeHead,
  precisionOf,
} from "#model/collection/event-columns.ts";
import { looseEvents, toBlock } from "#tests/support/records/event-blocks.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";

const head = { version: "ü", matched: 9, placed: 7, categories: ["protest", "fire"] };

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

describe("event columns", () => {
  it("are read as they were written, wherever the bytes are split", () => {
    fc.assert(
      fc.property(fc.array(looseEvents, { maxLength: 3 }), fc.array(fc.nat()), (many, cuts) => {
        const blocks = many.map(toBlock);
        const bytes = join([encodeHead(head), ...blocks.map(encodeBlock)]);
        const ends = [...new Set([...cuts.map((cut) => cut % bytes.length), bytes.length])].sort(
          (a, b) => a - b,
        );
        const reader = new EventColumnsReader();
        const read: EventBlock[] = [];
        let from = 0;
        for (const end of ends) {
          read.push(...reader.read(bytes.slice(from, end)));
          from = end;
        }
        reader.end();
        expect(reader.head).toEqual(head);
        expect(read).toEqual(blocks);
      }),
    );
  });

  it("of which a part is missing are refused, and so are other bytes", () => {
    const bytes = encodeHead(head);
    const reader = new EventColumnsReader();
    reader.read(bytes.slice(0, -1));
    expect(() => reader.end()).toThrow("not event columns as a whole");
    expect(() =>
      new EventColumnsReader().read(new TextEncoder().encode("<!doctype html>")),
    ).toThrow("not event columns");
  });

  it("take 16 bytes an event beside the spans that occur", () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      x: index,
      y: index,
      span: {
        startEarliest: index,
        startLatest: index,
        endEarliest: index,
        endLatest: index,
      } as never,
      category: 0,
      quality: 0,
    }));
    expect(encodeBlock(toBlock(many)).length).toBe(8 + 12 + 16 * 1000);
  });

  it("keep a position to the centimetre, and never a precision finer than it is", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 179.99, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (longitude, latitude) => {
          const [lon, lat] = degreesAt(
            Math.floor(mercatorX(longitude)),
            Math.floor(mercatorY(latitude)),
          );
          expect(Math.abs(lon - longitude)).toBeLessThan(1e-7);
          expect(Math.abs(lat - latitude)).toBeLessThan(1e-7);
        },
      ),
    );
    expect([0, 1, 13].map((quality) => Math.round(precisionOf(quality + 64)))).toEqual([1, 1, 91]);
  });
});
