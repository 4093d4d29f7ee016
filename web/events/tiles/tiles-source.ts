// Events that are more than a browser is to hold: the map asks for tiles, and the server counts.
import { computed, signal } from "@preact/signals";
import { speaksOf } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { nextDayOfBeginning } from "#web/api/next-event-day.ts";
import type { EventQuestion, EventSource } from "../event-source.ts";
import { crowdBar } from "../striped-bar.ts";
import { runTallies } from "./run-tallies.ts";
import { createTallies, type TallyTimeline } from "./tallies.ts";

/** How long a date stays, so that what the server counted of it can be read. */
const MIN_COUNTED_MS = 500;

export function tilesSource(question: EventQuestion): EventSource {
  const tallies = createTallies();
  const { certainty, dataset, filter } = question;
  const { categories, hasFailed, mapsWaiting, tally, timelines } = tallies;
  const isFiltered = computed(() => speaksOf(filter.value, "events"));
  return {
    marks: { kind: "tiles", isFiltered, addMapsWaiting: tallies.addMapsWaiting },
    areHeld: false,
    categories,
    open: computed(
      () => tally.value && { ...tally.value, share: null, isDrawing: mapsWaiting.value > 0 },
    ),
    pictured: signal(null),
    hasFailed,
    countFacet: (facet) => {
      if (facet === "categories") return new Map(Object.entries(timelines.value?.left.all ?? {}));
      if (facet === "certainties") return new Map(EVENT_CERTAINTIES.map((one) => [one, undefined]));
      return new Map();
    },
    countOwn: () => null,
    inBins: (bins) => {
      const chosen = new Set(filter.value.categories);
      return bins.map((bin) => {
        const countsIn = (told: TallyTimeline | undefined) =>
          categories.value.map((category) =>
            chosen.size === 0 || chosen.has(category)
              ? (told?.bins.get(bin.from)?.[category] ?? 0)
              : 0,
          );
        const sumIn = (told: TallyTimeline | undefined) =>
          Object.values(told?.bins.get(bin.from) ?? {}).reduce((sum, count) => sum + count, 0);
        const told = timelines.value;
        return crowdBar(
          bin,
          { all: sumIn(told?.ofAll), certain: sumIn(told?.certainOfAll) },
          countsIn(told?.left),
          countsIn(told?.certainLeft),
        );
      });
    },
    beginnings: signal([]),
    nextBeginning: (day, direction) =>
      nextDayOfBeginning(
        dataset.meta,
        { filter: filter.peek(), certainty: certainty.peek() },
        day,
        direction,
      ),
    isBehind: computed(() => mapsWaiting.value > 0 || (tally.value === null && !hasFailed.value)),
    minStepMs: MIN_COUNTED_MS,
    run: () => runTallies(tallies, question, isFiltered),
  };
}
