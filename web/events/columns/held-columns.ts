// The columns of all events, as far as they have come: what the filter leaves of them, and how many are open.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { EventColumnsHead } from "#model/collection/event-columns.ts";
import { type Filter, speaksOf } from "#model/question/filter.ts";
import type { Certainty, Window } from "#model/time/span.ts";
import type { BandedBlock, CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import { withCategoriesOf } from "#web/view/crowd/read-crowd.ts";
import type { EventTally } from "#web/view/scene/happened.ts";
import type { EventQuestion } from "../event-source.ts";
import { countOpen } from "./crowd.ts";
import { leftOf } from "./crowd-filter.ts";
import { countDays, type DayCounts, openByCategory } from "./day-counts.ts";
import { type FoundCrowd, searchOf } from "./found-crowd.ts";

export type Loading =
  | { readonly kind: "coming" }
  | { readonly kind: "here" }
  | { readonly kind: "failed"; readonly message: string };

/** Events open in the window: all, those in what the map shows, and how many of all match. */
type CountedOpen = EventTally & {
  readonly inFrame: number;
  /** Null without a filter, and until the server has sent all that it finds. */
  readonly matching: number | null;
};

export type HeldColumns = {
  /** All events. Where the server searches none of them is left: those that were found are `matching`. */
  readonly all: ReadonlySignal<readonly CrowdBlock[]>;
  /** The blocks whose events that are left match the filter: those of all events, or of those that the server found. */
  readonly matching: ReadonlySignal<readonly CrowdBlock[]>;
  /** What the filter does not leave is drawn faintly. */
  readonly isFiltered: ReadonlySignal<boolean>;
  readonly head: ReadonlySignal<EventColumnsHead | null>;
  readonly loading: ReadonlySignal<Loading>;
  /** Of the events that match the filter, and of all. */
  readonly days: ReadonlySignal<DayCounts>;
  readonly daysOfAll: ReadonlySignal<DayCounts>;
  /** The same of when they certainly were. */
  readonly certainDays: ReadonlySignal<DayCounts>;
  readonly certainDaysOfAll: ReadonlySignal<DayCounts>;
  readonly open: ReadonlySignal<CountedOpen>;
  readonly setHead: (head: EventColumnsHead) => void;
  readonly add: (block: BandedBlock) => void;
  /** Puts one block of all events in the place of those that are there. */
  readonly setWhole: (block: BandedBlock) => void;
  readonly setLoading: (loading: Loading) => void;
  /** What is here of the events that the server finds; null where it searches none. */
  readonly setFound: (found: FoundCrowd | null) => void;
};

export function heldColumns({
  certainty,
  filter,
  frame,
  period,
  window,
}: EventQuestion): HeldColumns {
  const blocks = signal<readonly BandedBlock[]>([]);
  const head = signal<EventColumnsHead | null>(null);
  const loading = signal<Loading>({ kind: "coming" });
  const found = signal<FoundCrowd | null>(null);
  const search = computed(() => searchOf(filter.value));
  const isFiltered = computed(() => speaksOf(filter.value, "events"));
  const all = computed(() =>
    blocks.value.map(search.value === "" ? (block) => leave(block) : leaveNothing),
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
    const [here, every] = [found.value, head.value];
    if (!here || !every) return [];
    return here.blocks.map((block) =>
      withCategoriesOf(block, here.head.categories, every.categories),
    );
  });
  const matching = computed(() => (search.value === "" ? all.value : foundBlocks.value.map(leave)));
  const countOf = (counted: readonly (BandedBlock | CrowdBlock)[], reading: Certainty) =>
    countDays(counted, period, head.value?.categories.length ?? 0, reading);
  const daysOfAll = computed(() => countOf(blocks.value, certainty.value));
  const certainDaysOfAll = computed(() =>
    certainty.value === "certain" ? daysOfAll.value : countOf(blocks.value, "certain"),
  );
  const certainDays = computed(() =>
    isFiltered.value ? countOf(matching.value, "certain") : certainDaysOfAll.value,
  );
  // From what was counted of all days: a step of the date looks at no event once more.
  const certainIn = (days: Window) =>
    openByCategory(certainDaysOfAll.value, days).reduce((sum, count) => sum + count, 0);
  return {
    all,
    matching,
    isFiltered,
    head,
    loading,
    days: computed(() =>
      isFiltered.value ? countOf(matching.value, certainty.value) : daysOfAll.value,
    ),
    daysOfAll,
    certainDays,
    certainDaysOfAll,
    open: computed(() => {
      const count = (counted: readonly CrowdBlock[]) =>
        countOpen(counted, window.value, certainty.value, frame.value);
      const { all: every, inFrame, left } = count(all.value);
      const counted = { all: every, certain: certainIn(window.value), inFrame };
      if (!isFiltered.value) return { ...counted, matching: null };
      if (search.value === "") return { ...counted, matching: left };
      const isHere = found.value?.isWhole && found.value.search === search.value;
      return { ...counted, matching: isHere ? count(matching.value).left : null };
    }),
    setHead: (next) => {
      head.value = next;
    },
    add: (block) => {
      blocks.value = [...blocks.value, block];
    },
    setWhole: (block) => {
      blocks.value = [block];
    },
    setLoading: (next) => {
      loading.value = next;
    },
    setFound: (next) => {
      found.value = next;
    },
  };
}
