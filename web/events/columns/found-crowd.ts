// The events that the server finds by what columns do not hold, words and columns of the dataset's own: what it sends for
// them, told as the columns of all events are.
import type { EventColumnsHead } from "#model/collection/event-columns.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import { eventsAtAnyTime } from "#web/view/address/api-address.ts";
import type { BandedBlock } from "#web/view/crowd/event-blocks.ts";

export type FoundCrowd = {
  /** What was asked for. */
  readonly search: string;
  readonly head: EventColumnsHead;
  readonly blocks: readonly BandedBlock[];
  /** All that was found is here. */
  readonly isWhole: boolean;
};

/** What of a filter the server is asked for, as parameters; empty: nothing. */
export function searchOf({ own, q }: Filter): string {
  const asked = { ...NO_FILTER, own, q };
  return eventsAtAnyTime({ filter: asked, certainty: "possible" }).toString();
}

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
