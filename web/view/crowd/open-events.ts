// Which events of columns are open in a window.
import { NO_DAY } from "#model/collection/event-columns.ts";
import { type Certainty, TIME_RULE, type TimeRule, type Window } from "#model/time/span.ts";
import { openRanges } from "./bands.ts";
import { outermostDays } from "./day-bounds.ts";
import type { CrowdBlock } from "./event-blocks.ts";

/** Calls with each event that is open in the window, whether the filter leaves it or not. */
export function forEachOpen(
  blocks: readonly CrowdBlock[],
  window: Window,
  certainty: Certainty,
  visit: (block: CrowdBlock, index: number) => void,
  rule: TimeRule = TIME_RULE,
): void {
  const { end, start } = rule[certainty];
  const { firstEnd, lastStart } = outermostDays(rule[certainty], window);
  const startsInTime = (day: number) => (day === NO_DAY ? start.ifUnknown : day <= lastStart);
  const endsInTime = (day: number) => (day === NO_DAY ? end.ifUnknown : day >= firstEnd);
  for (const block of blocks) {
    const [starts, ends] = [block[start.day], block[end.day]];
    for (const [from, to] of openRanges(block, window, rule))
      for (let index = from; index < to; index++)
        if (startsInTime(starts[index] ?? NO_DAY) && endsInTime(ends[index] ?? NO_DAY))
          visit(block, index);
  }
}
