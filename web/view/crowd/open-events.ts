// Which events of columns are open in a window.
import { NO_DAY } from "#model/collection/event-columns.ts";
import {
  type Certainty,
  type Reading,
  TIME_RULE,
  type TimeRule,
  type Window,
} from "#model/time/span.ts";
import { openRanges } from "./bands.ts";
import { outermostDays } from "./day-bounds.ts";
import type { BandedBlock, CrowdBlock } from "./event-blocks.ts";

/** Calls with each event that is open in the window, whether the filter leaves it or not. */
export function forEachOpen(
  blocks: readonly CrowdBlock[],
  window: Window,
  certainty: Certainty,
  visit: (block: CrowdBlock, index: number) => void,
  rule: TimeRule = TIME_RULE,
): void {
  for (const block of blocks) {
    const isOpen = isOpenIn(rule[certainty], window, block);
    for (const [from, to] of openRanges(block, window, rule))
      for (let index = from; index < to; index++) if (isOpen(index)) visit(block, index);
  }
}

/** Whether each of the events of a block is open in the window by one of the readings. */
export function isOpenIn(
  reading: Reading,
  window: Window,
  block: BandedBlock,
): (index: number) => boolean {
  const { end, start } = reading;
  const { firstEnd, lastStart } = outermostDays(reading, window);
  const startsInTime = (day: number) => (day === NO_DAY ? start.ifUnknown : day <= lastStart);
  const endsInTime = (day: number) => (day === NO_DAY ? end.ifUnknown : day >= firstEnd);
  const [starts, ends] = [block[start.day], block[end.day]];
  return (index) => startsInTime(starts[index] ?? NO_DAY) && endsInTime(ends[index] ?? NO_DAY);
}
