// Events that are too many for the document: their columns, what the filter leaves of them, and how many are open.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Bbox } from "#model/bbox.ts";
import type { Dataset } from "#model/dataset.ts";
import type { EventColumnsHead } from "#model/event-columns.ts";
import { type Filter, speaksOf } from "#model/filter.ts";
import type { Event } from "#model/record/event.ts";
import type { BandedBlock } from "#web/events/columns/bands.ts";
import { type CrowdBlock, countOpen } from "#web/events/columns/crowd.ts";
import { leftOf } from "#web/events/columns/crowd-filter.ts";
import { countDays, type DayCounts } from "#web/events/columns/day-counts.ts";
import { type FoundCrowd, withCategoriesOf } from "#web/events/columns/found-crowd.ts";
import type { TimeSlice } from "./time-slice.ts";

export type CrowdLoading =
  | { readonly kind: "coming" }
  | { readonly kind: "here" }
  | { readonly kind: "failed"; readonly message: string };

/** Events open in the window: all, those in what the map shows, and how many of all match. */
export type CrowdOpen = {
  readonly all: number;
  readonly inFrame: number;
  /** Null without a filter, and until the server has sent all in which it finds the words. */
  readonly matching: number | null;
};

export type CrowdSlice = {
  /** The dataset has more events than its document holds. */
  readonly hasCrowd: boolean;
  /** All events. Where words are searched none of them is left: those that were found are `crowdMatching`. */
  readonly crowd: ReadonlySignal<readonly CrowdBlock[]>;
  /** The blocks whose events that are left match the filter: those of all events, or of those in which words were found. */
  readonly crowdMatching: ReadonlySignal<readonly CrowdBlock[]>;
  /** What the filter does not leave is drawn faintly. */
  readonly isCrowdFiltered: ReadonlySignal<boolean>;
  readonly crowdHead: ReadonlySignal<EventColumnsHead | null>;
  readonly crowdLoading: ReadonlySignal<CrowdLoading>;
  /** Of the events that match the filter, and of all. */
  readonly crowdDays: ReadonlySignal<DayCounts>;
  readonly crowdDaysOfAll: ReadonlySignal<DayCounts>;
  readonly crowdOpen: ReadonlySignal<CrowdOpen>;
  /** A place of the map of which the reader wants to see the events, or null for what the map shows. */
  readonly spot: ReadonlySignal<Bbox | null>;
  /** Events that were asked for one by one. */
  readonly readEvents: ReadonlySignal<ReadonlyMap<string, Event>>;
};

export type CrowdActions = {
  readonly setCrowdHead: (head: EventColumnsHead) => void;
  readonly addToCrowd: (block: BandedBlock) => void;
  /** Puts one block of all events in the place of those that are there. */
  readonly setWholeCrowd: (block: BandedBlock) => void;
  readonly setCrowdLoading: (loading: CrowdLoading) => void;
  /** What is here of the events in which words were found; null where none are searched. */
  readonly setFoundCrowd: (found: FoundCrowd | null) => void;
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
  const found = signal<FoundCrowd | null>(null);
  const words = computed(() => filter.value.q.trim());
  const isFiltered = computed(() => speaksOf(filter.value, "events"));
  const crowd = computed(() =>
    blocks.value.map(words.value === "" ? (block) => leave(block) : leaveNothing),
  );
  const filtered = new WeakMap<BandedBlock, { readonly by: Filter; readonly block: CrowdBlock }>();
  const leave = (block: BandedBlock): CrowdBlock => {
    const known = filtered.get(block);
    if (known?.by === filter.value) return known.block;
    const left = leftOf(block, filter.value, head.value?.categories ?? []);
    const made = { ...block, left };
    filtered.set(block, { by: filter.value, block: made });
    return made;
  };
  const unmatched = new WeakMap<BandedBlock, CrowdBlock>();
  const leaveNothing = (block: BandedBlock): CrowdBlock => {
    const made = unmatched.get(block) ?? { ...block, left: new Uint8Array(block.x.length) };
    unmatched.set(block, made);
    return made;
  };
  const foundBlocks = computed(() => {
    const [here, all] = [found.value, head.value];
    if (!here || !all) return [];
    return here.blocks.map((block) =>
      withCategoriesOf(block, here.head.categories, all.categories),
    );
  });
  const crowdMatching = computed(() =>
    words.value === "" ? crowd.value : foundBlocks.value.map(leave),
  );
  const countOf = (counted: readonly (BandedBlock | CrowdBlock)[]) =>
    countDays(counted, period, head.value?.categories.length ?? 0, certainty.value);
  const crowdDaysOfAll = computed(() => countOf(blocks.value));
  return {
    hasCrowd: dataset.eventsAs !== "records",
    crowd,
    crowdMatching,
    isCrowdFiltered: isFiltered,
    crowdHead: head,
    crowdLoading: loading,
    crowdDays: computed(() =>
      isFiltered.value ? countOf(crowdMatching.value) : crowdDaysOfAll.value,
    ),
    crowdDaysOfAll,
    crowdOpen: computed(() => {
      const count = (counted: readonly CrowdBlock[]) =>
        countOpen(counted, window.value, certainty.value, frame.value);
      const { all, inFrame, left } = count(crowd.value);
      if (!isFiltered.value) return { all, inFrame, matching: null };
      if (words.value === "") return { all, inFrame, matching: left };
      const isHere = found.value?.isWhole && found.value.q === words.value;
      return { all, inFrame, matching: isHere ? count(crowdMatching.value).left : null };
    }),
    spot,
    readEvents,
    actions: {
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
      setFoundCrowd: (next) => {
        found.value = next;
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
