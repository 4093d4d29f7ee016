// The order in which the events of a block are kept, so that those that can be open at a date stand together.
import { type EventBlock, NO_DAY } from "#model/collection/event-columns.ts";
import { TIME_RULE, type TimeRule, type Window } from "#model/time/span.ts";
import { outermostDays } from "./day-bounds.ts";
import type { BandedBlock } from "./event-blocks.ts";

/** Longest stretch of days, from the earliest start to the latest end, of the events in each band; the last has no end. */
const BAND_DAYS = [4, 16, 64, 256, 1024] as const;
const BANDS = BAND_DAYS.length + 1;

/** The block in the order of its bands. */
export function bandBlock(block: EventBlock): BandedBlock {
  const count = block.x.length;
  const starts = block.startEarliest;
  const bandOf = new Uint8Array(count);
  const bands = new Array<number>(BANDS + 1).fill(0);
  let [least, most] = [0, 0];
  for (let index = 0; index < count; index++) {
    const [start, end] = [starts[index] ?? NO_DAY, block.endLatest[index] ?? NO_DAY];
    const days = start === NO_DAY || end === NO_DAY ? Number.POSITIVE_INFINITY : end - start;
    const found = BAND_DAYS.findIndex((longest) => days <= longest);
    const band = found < 0 ? BANDS - 1 : found;
    bandOf[index] = band;
    bands[band + 1] = (bands[band + 1] ?? 0) + 1;
    if (start === NO_DAY) continue;
    least = Math.min(least, start);
    most = Math.max(most, start);
  }
  for (let band = 0; band < BANDS; band++)
    bands[band + 1] = (bands[band + 1] ?? 0) + (bands[band] ?? 0);
  // Band, start (the unknown first) and place in one number each, which sort more quickly than anything compared by us.
  const days = most - least + 2;
  const order = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const start = starts[index] ?? NO_DAY;
    const day = start === NO_DAY ? 0 : start - least + 1;
    order[index] = ((bandOf[index] ?? 0) * days + day) * count + index;
  }
  order.sort();
  const reorder = <Column extends Uint32Array | Int32Array | Uint8Array>(
    column: Column,
  ): Column => {
    const moved = new (column.constructor as new (length: number) => Column)(count);
    for (let place = 0; place < count; place++)
      moved[place] = column[(order[place] ?? 0) % count] ?? 0;
    return moved;
  };
  return { ...mapColumns(block, reorder), bands };
}

/** One block of all the events of some. */
export function joinBlocks(blocks: readonly EventBlock[]): EventBlock {
  const [first] = blocks;
  if (!first) throw new Error("no blocks were given to join");
  const count = blocks.reduce((sum, { x }) => sum + x.length, 0);
  return mapColumns(first, (column, name) => {
    const joined = new (column.constructor as new (length: number) => typeof column)(count);
    let at = 0;
    for (const block of blocks) {
      joined.set(block[name], at);
      at += block[name].length;
    }
    return joined;
  });
}

function mapColumns(
  block: EventBlock,
  change: <Column extends Uint32Array | Int32Array | Uint8Array>(
    column: Column,
    name: keyof EventBlock,
  ) => Column,
): EventBlock {
  return {
    x: change(block.x, "x"),
    y: change(block.y, "y"),
    startEarliest: change(block.startEarliest, "startEarliest"),
    startLatest: change(block.startLatest, "startLatest"),
    endEarliest: change(block.endEarliest, "endEarliest"),
    endLatest: change(block.endLatest, "endLatest"),
    category: change(block.category, "category"),
    quality: change(block.quality, "quality"),
  };
}

/** From the first to after the last. */
export type Range = readonly [from: number, to: number];

/** The stretches of a block outside of which no event can be open in the window; the exact test is still to be made. */
export function openRanges(
  { bands, startEarliest }: BandedBlock,
  window: Window,
  { possible }: TimeRule = TIME_RULE,
): Range[] {
  const { firstEnd, lastStart } = outermostDays(possible, window);
  const ranges: Range[] = [];
  for (let band = 0; band < BANDS; band++) {
    const [first, end] = [bands[band] ?? 0, bands[band + 1] ?? 0];
    const longest = BAND_DAYS[band];
    const from =
      longest === undefined ? first : lowerBound(startEarliest, first, end, firstEnd - longest);
    const to = lowerBound(startEarliest, from, end, lastStart + 1);
    if (to > from) ranges.push([from, to]);
  }
  return ranges;
}

/** The first place between two at which the ascending values are not below one. */
export function lowerBound(values: Int32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
