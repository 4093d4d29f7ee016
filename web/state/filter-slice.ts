import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Polygon } from "geojson";
import type { Dataset } from "#model/dataset.ts";
import { type Facet, type Filter, isEmptyFilter, NO_FILTER, passes } from "#model/filter.ts";
import type { Event } from "#model/record.ts";
import type { DatasetFacts } from "#web/view/scene/facts.ts";

export type FilterSlice = {
  readonly filter: ReadonlySignal<Filter>;
  readonly isFiltered: ReadonlySignal<boolean>;
  /** Ids of the places and events that the filter leaves; the others are shown faintly, and counted all the same. */
  readonly placesLeft: ReadonlySignal<ReadonlySet<string>>;
  readonly eventIdsLeft: ReadonlySignal<ReadonlySet<string>>;
  readonly eventsLeft: ReadonlySignal<readonly Event[]>;
  /** Ids of the movements from or to a place that the filter leaves. */
  readonly movementsLeft: ReadonlySignal<ReadonlySet<string>>;
  /** True while the reader draws the area of the filter on the map. */
  readonly isDrawingArea: ReadonlySignal<boolean>;
};

export type FilterActions = {
  /** Adds the value to the facet, or takes it out. */
  readonly toggleFacet: (facet: Facet, value: string) => void;
  readonly setQuery: (q: string) => void;
  readonly setArea: (area: Polygon | null) => void;
  readonly setFilter: (filter: Filter) => void;
  readonly clearFilter: () => void;
  readonly setDrawingArea: (isDrawing: boolean) => void;
};

export function createFilterSlice(
  dataset: Dataset,
  facts: DatasetFacts,
  initial: Filter,
): FilterSlice & { readonly actions: FilterActions } {
  const filter = signal(initial);
  const isDrawingArea = signal(false);
  const left = (of: DatasetFacts[keyof DatasetFacts]) =>
    new Set([...of].filter(([, fact]) => passes(filter.value, fact)).map(([id]) => id));
  const placesLeft = computed(() => left(facts.places));
  const eventIds = computed(() => left(facts.events));
  const change = (changes: Partial<Filter>) => {
    filter.value = { ...filter.value, ...changes };
  };
  return {
    filter,
    isFiltered: computed(() => !isEmptyFilter(filter.value)),
    placesLeft,
    eventIdsLeft: eventIds,
    eventsLeft: computed(() => dataset.events.filter((event) => eventIds.value.has(event.id))),
    movementsLeft: computed(
      () =>
        new Set(
          dataset.movements
            .filter(
              ({ fromId, toId }) => placesLeft.value.has(fromId) || placesLeft.value.has(toId),
            )
            .map(({ id }) => id),
        ),
    ),
    isDrawingArea,
    actions: {
      toggleFacet: (facet, value) => {
        const chosen: readonly string[] = filter.value[facet];
        const next = chosen.includes(value)
          ? chosen.filter((other) => other !== value)
          : [...chosen, value];
        change({ [facet]: next });
      },
      setQuery: (q) => change({ q }),
      setArea: (area) => {
        change({ area });
        isDrawingArea.value = false;
      },
      setFilter: (next) => {
        filter.value = next;
      },
      clearFilter: () => {
        filter.value = NO_FILTER;
      },
      setDrawingArea: (isDrawing) => {
        isDrawingArea.value = isDrawing;
      },
    },
  };
}
