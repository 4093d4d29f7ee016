/**
 * Events as columns of numbers: what a map needs of a million of them, 16 bytes each, and none of their words.
 *
 * Little-endian throughout. First the four letters `RCE1`, the length of the head as uint32, and the head as JSON,
 * padded with spaces to a multiple of four bytes. Then blocks until the end, each a sample of all events, ordered by
 * its days of start (unbounded ones first):
 *
 *     uint32   n, the number of events
 *     uint32   s, the number of spans
 *     int32    3 × s: days from startEarliest to startLatest, to endEarliest and to endLatest
 *     uint32   n × longitude, (degrees + 180) / 360 × 2³²
 *     uint32   n × latitude in the Web Mercator projection, 0 in the north, 2³² in the south
 *     int32    n × startEarliest, days since 1970-01-01
 *     uint16   n × place in the spans of this block, padded to a multiple of four bytes
 *     uint8    n × place in the categories of the head, padded likewise
 *     uint8    n × certainty (place in EVENT_CERTAINTIES) × 64 + precision class, padded likewise
 *
 * A day that is not known is −2³¹. Where startEarliest is not, the three are days themselves. Class c is a radius of
 * 2^(c ÷ 2) metres, rounded up, so that no position is shown more exactly than it is known.
 */

import { aText, aWholeNumber, listOf, objectOf, Unreadable } from "../field/decode.ts";
import type { Day } from "../time/day.ts";
import type { Span } from "../time/span.ts";

const MAGIC = 0x31454352;
export const NO_DAY = -(2 ** 31);
/** About so many events are in a block; never more than a uint16 counts. */
export const EVENTS_OF_BLOCK = 32_768;
export const MAX_CATEGORIES = 256;

export type EventColumnsHead = {
  /** Hash of the content that this is of. */
  readonly version: string;
  /** Events that answer the question, and those of them that have a position and are in the columns. */
  readonly matched: number;
  readonly placed: number;
  readonly categories: readonly string[];
};

/** The events of a block. `x` and `y` count from the north-west, 2³² to the width of the world. */
export type EventBlock = {
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  /** The four days, `NO_DAY` where one is not known. */
  readonly startEarliest: Int32Array;
  readonly startLatest: Int32Array;
  readonly endEarliest: Int32Array;
  readonly endLatest: Int32Array;
  readonly category: Uint8Array;
  readonly quality: Uint8Array;
};

const decodeHead = objectOf<EventColumnsHead>({
  version: aText,
  matched: aWholeNumber,
  placed: aWholeNumber,
  categories: listOf(aText),
});

export function encodeHead(head: EventColumnsHead): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const length = padded(json.length);
  const bytes = new Uint8Array(8 + length).fill(0x20);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, length, true);
  bytes.set(json, 8);
  return bytes;
}

export function encodeBlock(block: EventBlock): Uint8Array {
  const count = block.x.length;
  const { places, spans } = gatherSpans(block);
  const bytes = new Uint8Array(blockLength(count, spans.length / 3));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, count, true);
  view.setUint32(4, spans.length / 3, true);
  let at = 8;
  for (const column of [Int32Array.from(spans), block.x, block.y, block.startEarliest]) {
    for (const value of column) {
      view.setInt32(at, value, true);
      at += 4;
    }
  }
  for (const [index, place] of places.entries()) view.setUint16(at + 2 * index, place, true);
  at += padded(2 * count);
  bytes.set(block.category, at);
  bytes.set(block.quality, at + padded(count));
  return bytes;
}

/** The spans that occur, each once, and for each event the place of its own among them. */
function gatherSpans({ endEarliest, endLatest, startEarliest, startLatest }: EventBlock) {
  const known = new Map<string, number>();
  const spans: number[] = [];
  const places = new Uint16Array(startEarliest.length);
  for (let index = 0; index < places.length; index++) {
    const start = startEarliest[index] ?? NO_DAY;
    const base = start === NO_DAY ? 0 : start;
    const days = [startLatest, endEarliest, endLatest].map((column) => {
      const day = column[index] ?? NO_DAY;
      return day === NO_DAY ? NO_DAY : day - base;
    });
    const key = days.join();
    let place = known.get(key);
    if (place === undefined) {
      place = known.size;
      known.set(key, place);
      spans.push(...days);
    }
    places[index] = place;
  }
  return { places, spans };
}

const padded = (length: number) => (length + 3) & ~3;

const blockLength = (count: number, spans: number) =>
  8 + 12 * (spans + count) + padded(2 * count) + 2 * padded(count);

/** Reads the columns part by part, as they come: each part answers the blocks that are whole with it. */
export class EventColumnsReader {
  #bytes = new Uint8Array();
  head: EventColumnsHead | undefined;

  /** Throws when the bytes are no event columns. */
  read(part: Uint8Array): EventBlock[] {
    const joined = new Uint8Array(this.#bytes.length + part.length);
    joined.set(this.#bytes);
    joined.set(part, this.#bytes.length);
    let rest = joined;
    const blocks: EventBlock[] = [];
    for (;;) {
      const view = new DataView(rest.buffer, rest.byteOffset, rest.length);
      if (rest.length < 8) break;
      const [first, second] = [view.getUint32(0, true), view.getUint32(4, true)];
      if (!this.head) {
        if (first !== MAGIC) throw new Unreadable("something else", "event columns");
        if (rest.length < 8 + second) break;
        this.head = decodeHead(JSON.parse(new TextDecoder().decode(rest.subarray(8, 8 + second))));
        rest = rest.subarray(8 + second);
        continue;
      }
      const length = blockLength(first, second);
      if (rest.length < length) break;
      blocks.push(decodeBlock(rest.slice(0, length), first, second));
      rest = rest.subarray(length);
    }
    this.#bytes = rest.slice();
    return blocks;
  }

  /** Throws when the bytes ended within a block. */
  end(): void {
    if (!this.head || this.#bytes.length > 0)
      throw new Unreadable("a part", "event columns as a whole");
  }
}

function decodeBlock(bytes: Uint8Array<ArrayBuffer>, count: number, spanCount: number): EventBlock {
  const { buffer } = bytes;
  let at = 8;
  const take = (length: number) => {
    const from = at;
    at += padded(length);
    return from;
  };
  const spans = new Int32Array(buffer, take(12 * spanCount), 3 * spanCount);
  const x = new Uint32Array(buffer, take(4 * count), count);
  const y = new Uint32Array(buffer, take(4 * count), count);
  const startEarliest = new Int32Array(buffer, take(4 * count), count);
  const places = new Uint16Array(buffer, take(2 * count), count);
  const category = new Uint8Array(buffer, take(count), count);
  const quality = new Uint8Array(buffer, take(count), count);
  const columnOf = (which: number) => {
    const days = new Int32Array(count);
    for (let index = 0; index < count; index++) {
      const offset = spans[3 * (places[index] ?? 0) + which] ?? NO_DAY;
      const start = startEarliest[index] ?? NO_DAY;
      days[index] = offset === NO_DAY || start === NO_DAY ? offset : start + offset;
    }
    return days;
  };
  return {
    x,
    y,
    startEarliest,
    startLatest: columnOf(0),
    endEarliest: columnOf(1),
    endLatest: columnOf(2),
    category,
    quality,
  };
}

const dayOrNull = (day: number | undefined) =>
  day === undefined || day === NO_DAY ? null : (day as Day);

export function spanAt(block: EventBlock, index: number): Span {
  return {
    startEarliest: dayOrNull(block.startEarliest[index]),
    startLatest: dayOrNull(block.startLatest[index]),
    endEarliest: dayOrNull(block.endEarliest[index]),
    endLatest: dayOrNull(block.endLatest[index]),
  };
}

/** Columns count from the north-west to so many: the width of the world, and the height of its square. */
export const WORLD = 2 ** 32;

/** Degrees of a position in columns: longitude, latitude. */
export function degreesAt(x: number, y: number): [number, number] {
  const north = Math.PI * (1 - (2 * y) / WORLD);
  return [(x / WORLD) * 360 - 180, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}

/** Radius in metres, never smaller than the true one. */
export function precisionOf(quality: number): number {
  return 2 ** ((quality & 63) / 2);
}
