// Events that are too many for a browser to hold: how many there are, as the server counts them.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Dataset } from "#model/dataset.ts";
import type { Day } from "#model/day.ts";

/** Events open in the window. */
export type Tally = {
  readonly all: number;
  /** Those in what the map shows; null while there is no map. */
  readonly inFrame: number | null;
  /** Of all, those that match the filter; null without one. */
  readonly matching: number | null;
};

type ByCategory = Readonly<Record<string, number>>;

/** Events of every category, whatever the filter says of categories: in all, and in each month. */
export type TallyTimeline = {
  readonly all: ByCategory;
  readonly months: ReadonlyMap<Day, ByCategory>;
};

export type TallySlice = {
  /** The map asks for tiles of what it shows; nothing of the events is counted in the page. */
  readonly isTiled: boolean;
  /** Null while the server counts. */
  readonly tally: ReadonlySignal<Tally | null>;
  /** Maps that do not show the tiles of the date yet. */
  readonly mapsWaiting: ReadonlySignal<number>;
  /** Null until it has come. */
  readonly tallyTimeline: ReadonlySignal<TallyTimeline | null>;
  /** Of all events, whatever the filter says. */
  readonly tallyTimelineOfAll: ReadonlySignal<TallyTimeline | null>;
};

export type TallyActions = {
  /** One map more (1) or less (-1) waits for its tiles. */
  readonly addMapsWaiting: (count: 1 | -1) => void;
  readonly setTally: (tally: Tally | null) => void;
  readonly setTallyTimeline: (left: TallyTimeline, ofAll: TallyTimeline) => void;
};

export function createTallySlice({
  eventsAs,
}: Dataset): TallySlice & { readonly actions: TallyActions } {
  const tally = signal<Tally | null>(null);
  const mapsWaiting = signal(0);
  const tallyTimeline = signal<TallyTimeline | null>(null);
  const tallyTimelineOfAll = signal<TallyTimeline | null>(null);
  return {
    isTiled: eventsAs === "tiles",
    tally,
    mapsWaiting,
    tallyTimeline,
    tallyTimelineOfAll,
    actions: {
      addMapsWaiting: (count) => {
        mapsWaiting.value = mapsWaiting.peek() + count;
      },
      setTally: (next) => {
        tally.value = next;
      },
      setTallyTimeline: (left, ofAll) =>
        batch(() => {
          tallyTimeline.value = left;
          tallyTimelineOfAll.value = ofAll;
        }),
    },
  };
}
