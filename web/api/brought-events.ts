// The events of what the reader brought, where they are too many for the document: no service has them, and nobody else is
// asked for them.
import type { EventBlock, EventColumnsHead } from "#model/collection/event-columns.ts";
import type { EventSum } from "#model/measure/sum.ts";
import type { Event } from "#model/record/event.ts";
import type { Certainty } from "#model/time/span.ts";
import type { BinStep } from "#model/time/timeline.ts";

export type EventPage = {
  readonly events: readonly Event[];
  readonly matched: number;
  /** Address of the next page, or null; of events that were brought what asks for it. */
  readonly next: string | null;
};

export type BroughtCrowd = {
  readonly head: EventColumnsHead;
  /** In the order of its bands; null where no event has a position. */
  readonly block: (EventBlock & { readonly bands: readonly number[] }) | null;
};

/** Over each step of the whole period of the dataset. */
export type SumsAsked = { readonly step: BinStep; readonly certainty: Certainty };

/** Of each step in turn, each declared sum in its order. */
export type SumsOfSteps = readonly (readonly EventSum[])[];

/** `search`: what is asked, written as parameters of the API. */
export type BroughtEvents = {
  /** A page of the events that answer; that behind it has the parameters that `next` says. */
  readonly page: (search: string) => Promise<EventPage>;
  readonly event: (id: string) => Promise<Event | undefined>;
  /** All that answer, as columns. */
  readonly crowd: (search: string) => Promise<BroughtCrowd>;
  /** What all of them come to. */
  readonly sums: (asked: SumsAsked) => Promise<SumsOfSteps>;
};

let brought: BroughtEvents | null = null;

/** Null where a service has the events. */
export const broughtEvents = (): BroughtEvents | null => brought;

/** From now on these are asked; with null the service is again. */
export function askBrought(events: BroughtEvents | null): void {
  brought = events;
}
