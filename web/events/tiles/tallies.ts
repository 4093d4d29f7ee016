// Events that are too many for a browser to hold: how many there are, as the server counts them.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Day } from "#model/time/day.ts";

/** Events open in the window. */
export type Tally = {
  readonly all: number;
  /** Those in what the map shows; null while there is no map. */
  readonly inFrame: number | null;
  /** Of all, those that match the filter; null without one. */
  readonly matching: number | null;
};

type ByCategory = Readonly<Record<string, number>>;

/** Events of every category, whatever the filter says of categories: in all, and in each bar, by its first day. */
export type TallyTimeline = {
  readonly all: ByCategory;
  readonly bins: ReadonlyMap<Day, ByCategory>;
};

export type Tallies = {
  /** Null while the server counts. */
  readonly tally: ReadonlySignal<Tally | null>;
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Maps that do not show the tiles of the date yet. */
  readonly mapsWaiting: ReadonlySignal<number>;
  /** Null until it has come. */
  readonly timeline: ReadonlySignal<TallyTimeline | null>;
  /** Of all events, whatever the filter says. */
  readonly timelineOfAll: ReadonlySignal<TallyTimeline | null>;
  /** In the order of their colours: the most frequent first. */
  readonly categories: ReadonlySignal<readonly string[]>;
  readonly addMapsWaiting: (count: 1 | -1) => void;
  /** Null: the server counts anew. */
  readonly setTally: (tally: Tally | null) => void;
  readonly setTimeline: (left: TallyTimeline, ofAll: TallyTimeline) => void;
  readonly setCategories: (categories: readonly string[]) => void;
  readonly fail: () => void;
};

export function createTallies(): Tallies {
  const tally = signal<Tally | null>(null);
  const hasFailed = signal(false);
  const mapsWaiting = signal(0);
  const timeline = signal<TallyTimeline | null>(null);
  const timelineOfAll = signal<TallyTimeline | null>(null);
  const categories = signal<readonly string[]>([]);
  return {
    tally,
    hasFailed,
    mapsWaiting,
    timeline,
    timelineOfAll,
    categories,
    addMapsWaiting: (count) => {
      mapsWaiting.value = mapsWaiting.peek() + count;
    },
    setTally: (next) =>
      batch(() => {
        tally.value = next;
        if (next) hasFailed.value = false;
      }),
    setTimeline: (left, ofAll) =>
      batch(() => {
        timeline.value = left;
        timelineOfAll.value = ofAll;
      }),
    setCategories: (next) => {
      categories.value = next;
    },
    fail: () => {
      hasFailed.value = true;
    },
  };
}
