// The events in which words were found: what the server sends for them, told as the columns of all events are.
import type { EventColumnsHead } from "#model/collection/event-columns.ts";
import type { BandedBlock } from "../event-blocks.ts";

export type FoundCrowd = {
  /** The words that were asked for. */
  readonly q: string;
  readonly head: EventColumnsHead;
  readonly blocks: readonly BandedBlock[];
  /** All that was found is here. */
  readonly isWhole: boolean;
};

/**
 * A block with the places that its categories have among those of all events: each answer names its own, the most
 * frequent first. What all events name together stands last there.
 */
export function withCategoriesOf(
  block: BandedBlock,
  named: readonly string[],
  all: readonly string[],
): BandedBlock {
  const places = named.map((category) => {
    const place = all.indexOf(category);
    return place < 0 ? all.length - 1 : place;
  });
  return { ...block, category: block.category.map((place) => places[place] ?? all.length - 1) };
}
