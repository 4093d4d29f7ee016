// The events of a crowd at one moment of a figure: the same columns that the map draws, asked by the same rule.
import { precisionOf, spanAt, WORLD } from "#model/collection/event-columns.ts";
import { type Certainty, type Span, TIME_RULE, type Window } from "#model/time/span.ts";
import type { EventTally } from "#web/view/scene/happened.ts";
import type { CrowdBlock } from "./event-blocks.ts";
import { forEachOpen, isOpenIn } from "./open-events.ts";

/** More than these are not drawn in a picture: marks would cover each other, and files be of no use. */
export const MAX_PICTURED = 300_000;

/** All events of a dataset, as columns, and what a filter leaves of them. */
export type PicturedCrowd = {
  /** Their ids, the most frequent first; an event names its own by the place. */
  readonly categories: readonly string[];
  readonly blocks: readonly CrowdBlock[];
};

export type CrowdEvent = {
  /** In the square of Web Mercator, from 0 to 1 from the left and from the top. */
  readonly x: number;
  readonly y: number;
  /** Its place in the categories. */
  readonly category: number;
  readonly precisionM: number;
  readonly isCertain: boolean;
  readonly isMatch: boolean;
  readonly span: () => Span;
};

export type MomentCrowd = EventTally & {
  /** Of all, those that the filter leaves. */
  readonly left: number;
  readonly categories: readonly string[];
  readonly forEach: (visit: (event: CrowdEvent) => void) => void;
};

/** The events that are open in the window; null where they are more than a picture draws. */
export function crowdIn(
  { blocks, categories }: PicturedCrowd,
  window: Window,
  certainty: Certainty,
): MomentCrowd | null {
  const certainIn = new Map(
    blocks.map((block) => [block, isOpenIn(TIME_RULE.certain, window, block)]),
  );
  const forEach: MomentCrowd["forEach"] = (visit) =>
    forEachOpen(blocks, window, certainty, (block, index) =>
      visit({
        x: (block.x[index] ?? 0) / WORLD,
        y: (block.y[index] ?? 0) / WORLD,
        category: block.category[index] ?? 0,
        precisionM: precisionOf(block.quality[index] ?? 0),
        isCertain: certainIn.get(block)?.(index) ?? false,
        isMatch: block.left[index] === 1,
        span: () => spanAt(block, index),
      }),
    );
  let [all, certain, left] = [0, 0, 0];
  forEach(({ isCertain, isMatch }) => {
    all += 1;
    if (isCertain) certain += 1;
    if (isMatch) left += 1;
  });
  return all > MAX_PICTURED ? null : { all, certain, left, categories, forEach };
}
