// Events that are too many for a browser to hold: how many there are, as the server counts them.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Day } from "#model/time/day.ts";
import type { EventTally } from "#web/view/scene/happened.ts";

/** Events open in the window. */
export type Tally = EventTally & {
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

/** Of the events that the filter leaves and of all, as they are read, and when they certainly were. */
export type Timelines = Readonly<
  Record<"left" | "ofAll" | "certainLeft" | "certainOfAll", TallyTimeline>
>;

export type Tallies = {
  /** Null while the server counts. */
  readonly tally: ReadonlySignal<Tally | null>;
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Maps that do not show the tiles of the date yet. */
  readonly mapsWaiting: ReadonlySignal<number>;
  /** Null until they have come. */
  readonly timelines: ReadonlySignal<Timelines | null>;
  /** In the order of their colours: the most frequent first. */
  readonly categories: ReadonlySignal<readonly string[]>;
  readonly addMapsWaiting: (count: 1 | -1) => void;
  /** Null: the server counts anew. */
  readonly setTally: (tally: Tally | null) => void;
  readonly setTimelines: (timelines: Timelines) => void;
  readonly setCategories: (categories: readonly string[]) => void;
  readonly fail: () => void;
};

export function createTallies(): Tallies {
  const tally = signal<Tally | null>(null);
  const hasFailed = signal(false);
  const mapsWaiting = signal(0);
  const timelines = signal<Timelines | null>(null);
  const categories = signal<readonly string[]>([]);
  return {
    tally,
    hasFailed,
    mapsWaiting,
    timelines,
    categories,
    addMapsWaiting: (count) => {
      mapsWaiting.value = mapsWaiting.peek() + count;
    },
    setTally: (next) =>
      batch(() => {
        tally.value = next;
        if (next) hasFailed.value = false;
      }),
    setTimelines: (next) => {
      timelines.value = next;
    },
    setCategories: (next) => {
      categories.value = next;
    },
    fail: () => {
      hasFailed.value = true;
    },
  };
}
