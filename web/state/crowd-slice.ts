// Events that are too many for the document: their columns, what the filter leaves of them, and how many are open.
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Bbox } from "#model/bbox.ts";
import type { Dataset } from "#model/dataset.ts";
import type { EventColumnsHead } from "#model/event-columns.ts";
import type { Filter } from "#model/filter.ts";
import type { Event } from "#model/record.ts";
import type { BandedBlock } from "#web/crowd/bands.ts";
import { type CrowdBlock, countOpen } from "#web/crowd/crowd.ts";
import { leftOf } from "#web/crowd/crowd-filter.ts";
import { countDays, type DayCounts } from "#web/crowd/day-counts.ts";
import type { TimeSlice } from "./time-slice.ts";

export type CrowdLoading =
  | { readonly kind: "coming" }
  | { readonly kind: "here" }
  | { readonly kind: "failed"; readonly message: string };

export type CrowdSlice = {
  /** The dataset has more events than its document holds. */
  readonly hasCrowd: boolean;
  readonly crowd: ReadonlySignal<readonly CrowdBlock[]>;
  readonly crowdHead: ReadonlySignal<EventColumnsHead | null>;
  readonly crowdLoading: ReadonlySignal<CrowdLoading>;
  readonly crowdDays: ReadonlySignal<DayCounts>;
  /** Events open in the window: all, and those in what the map shows. */
  readonly crowdOpen: ReadonlySignal<{ readonly all: number; readonly inFrame: number }>;
  /** A place of the map of which the reader wants to see the events, or null for what the map shows. */
  readonly spot: ReadonlySignal<Bbox | null>;
  /** Events that were asked for one by one. */
  readonly readEvents: ReadonlySignal<ReadonlyMap<string, Event>>;
};

export type CrowdActions = {
  /** Forgets the columns that are there: others come. */
  readonly beginCrowd: () => void;
  readonly setCrowdHead: (head: EventColumnsHead) => void;
  readonly addToCrowd: (block: BandedBlock) => void;
  /** Puts one block of all events in the place of those that are there. */
  readonly setWholeCrowd: (block: BandedBlock) => void;
  readonly setCrowdLoading: (loading: CrowdLoading) => void;
  readonly setSpot: (spot: Bbox | null) => void;
  readonly keepEvents: (events: readonly Event[]) => void;
};

export function createCrowdSlice(
  dataset: Dataset,
  filter: ReadonlySignal<Filter>,
  { certainty, period, window }: Pick<TimeSlice, "certainty" | "period" | "window">,
  frame: ReadonlySignal<Bbox | null>,
): CrowdSlice & { readonly actions: CrowdActions } {
  const blocks = signal<readonly BandedBlock[]>([]);
  const head = signal<EventColumnsHead | null>(null);
  const loading = signal<CrowdLoading>({ kind: "coming" });
  const spot = signal<Bbox | null>(null);
  const readEvents = signal<ReadonlyMap<string, Event>>(new Map());
  const filtered = new WeakMap<BandedBlock, { readonly by: Filter; readonly block: CrowdBlock }>();
  const leave = (block: BandedBlock): CrowdBlock => {
    const known = filtered.get(block);
    if (known?.by === filter.value) return known.block;
    const left = leftOf(block, filter.value, head.value?.categories ?? []);
    const made = { ...block, left };
    filtered.set(block, { by: filter.value, block: made });
    return made;
  };
  const crowd = computed(() => blocks.value.map(leave));
  return {
    hasCrowd: dataset.eventsAs !== "records",
    crowd,
    crowdHead: head,
    crowdLoading: loading,
    crowdDays: computed(() =>
      countDays(crowd.value, period, head.value?.categories.length ?? 0, certainty.value),
    ),
    crowdOpen: computed(() => countOpen(crowd.value, window.value, certainty.value, frame.value)),
    spot,
    readEvents,
    actions: {
      beginCrowd: () =>
        batch(() => {
          blocks.value = [];
          head.value = null;
          loading.value = { kind: "coming" };
        }),
      setCrowdHead: (next) => {
        head.value = next;
      },
      addToCrowd: (block) => {
        blocks.value = [...blocks.value, block];
      },
      setWholeCrowd: (block) => {
        blocks.value = [block];
      },
      setCrowdLoading: (next) => {
        loading.value = next;
      },
      setSpot: (next) => {
        spot.value = next;
      },
      keepEvents: (events) => {
        readEvents.value = new Map([
          ...readEvents.value,
          ...events.map((event) => [event.id, event] as const),
        ]);
      },
    },
  };
}
