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
