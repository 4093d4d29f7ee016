// The order in which the events of a block are kept, so that those that can be open at a date stand together.
import { type EventBlock, NO_DAY } from "#model/event-columns.ts";
import type { Window } from "#model/span.ts";

/** Longest stretch of days, from the earliest start to the latest end, of the events in each band; the last has no end. */
const BAND_DAYS = [4, 16, 64, 256, 1024] as const;
const BANDS = BAND_DAYS.length + 1;

/**
 * A block whose events stand by band, and in each by their earliest day of start. Of a band of short events only those
 * can be open that started shortly before: long spans and open ends, which would spoil that, are in bands of their own.
 */
export type BandedBlock = EventBlock & {
  /** Where each band begins, and after the last where it ends. */
  readonly bands: readonly number[];
};

/** The block, ordered by start as it comes, in the order of the bands. */
export function bandBlock(block: EventBlock): BandedBlock {
  const count = block.x.length;
  const bandOf = new Uint8Array(count);
  const sizes = new Array<number>(BANDS).fill(0);
  for (let index = 0; index < count; index++) {
    const [start, end] = [block.startEarliest[index] ?? NO_DAY, block.endLatest[index] ?? NO_DAY];
    const days = start === NO_DAY || end === NO_DAY ? Number.POSITIVE_INFINITY : end - start;
    const found = BAND_DAYS.findIndex((most) => days <= most);
    const band = found < 0 ? BANDS - 1 : found;
    bandOf[index] = band;
    sizes[band] = (sizes[band] ?? 0) + 1;
  }
  const bands = [0];
  for (const size of sizes) bands.push((bands.at(-1) ?? 0) + size);
  const next = [...bands];
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const band = bandOf[index] ?? 0;
    const place = next[band] ?? 0;
    order[place] = index;
    next[band] = place + 1;
  }
  const reorder = <Column extends Uint32Array | Int32Array | Uint8Array>(
    column: Column,
  ): Column => {
    const moved = new (column.constructor as new (length: number) => Column)(count);
    for (let place = 0; place < count; place++) moved[place] = column[order[place] ?? 0] ?? 0;
    return moved;
  };
  return {
    x: reorder(block.x),
    y: reorder(block.y),
    startEarliest: reorder(block.startEarliest),
    startLatest: reorder(block.startLatest),
    endEarliest: reorder(block.endEarliest),
    endLatest: reorder(block.endLatest),
    category: reorder(block.category),
    quality: reorder(block.quality),
    bands,
  };
}

/** From the first to after the last. */
export type Range = readonly [from: number, to: number];

/** The stretches of a block outside of which no event can be open in the window; the exact test is still to be made. */
export function openRanges({ bands, startEarliest }: BandedBlock, window: Window): Range[] {
  const ranges: Range[] = [];
  for (let band = 0; band < BANDS; band++) {
    const [first, end] = [bands[band] ?? 0, bands[band + 1] ?? 0];
    const longest = BAND_DAYS[band];
    const from =
      window.from === null || longest === undefined
        ? first
        : lowerBound(startEarliest, first, end, window.from - longest);
    const to = window.until === null ? end : lowerBound(startEarliest, from, end, window.until);
    if (to > from) ranges.push([from, to]);
  }
  return ranges;
}

/** The first place between two at which the ascending values are not below one. */
function lowerBound(values: Int32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
