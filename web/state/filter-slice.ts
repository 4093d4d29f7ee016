import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Polygon } from "geojson";
import type { Dataset } from "#model/dataset/dataset.ts";
import {
  type Facet,
  type Filter,
  isEmptyFilter,
  NO_FILTER,
  withoutOwn,
} from "#model/question/filter.ts";
import type { OwnChoice, OwnColumn } from "#model/question/own-column.ts";
import { type Left, leftBy } from "#web/view/scene/left.ts";

export type FilterSlice = {
  readonly filter: ReadonlySignal<Filter>;
  readonly isFiltered: ReadonlySignal<boolean>;
  /** What the filter leaves of places, events and movements. */
  readonly left: ReadonlySignal<Left>;
  /** True while the reader draws the area of the filter on the map. */
  readonly isDrawingArea: ReadonlySignal<boolean>;
};

export type FilterActions = {
  /** Adds the value to the facet, or takes it out. */
  readonly toggleFacet: (facet: Facet, value: string) => void;
  /** Asks this of a column that the dataset has of its own; null: nothing. */
  readonly setOwn: (
    column: Pick<OwnColumn, "name" | "of" | "type">,
    asked: OwnChoice | null,
  ) => void;
  readonly setQuery: (q: string) => void;
  readonly setArea: (area: Polygon | null) => void;
  readonly setFilter: (filter: Filter) => void;
  readonly clearFilter: () => void;
  readonly setDrawingArea: (isDrawing: boolean) => void;
};

export function createFilterSlice(
  dataset: Dataset,
  initial: Filter,
): FilterSlice & { readonly actions: FilterActions } {
  const filter = signal(initial);
  const isDrawingArea = signal(false);
  const left = computed(() => leftBy(filter.value, dataset));
  const change = (changes: Partial<Filter>) => {
    filter.value = { ...filter.value, ...changes };
  };
  return {
    filter,
    isFiltered: computed(() => !isEmptyFilter(filter.value)),
    left,
    isDrawingArea,
    actions: {
      toggleFacet: (facet, value) => {
        const chosen: readonly string[] = filter.value[facet];
        const next = chosen.includes(value)
          ? chosen.filter((other) => other !== value)
          : [...chosen, value];
        change({ [facet]: next });
      },
      setOwn: ({ name, of, type }, asked) => {
        const { own } = withoutOwn(filter.value, { name });
        change({ own: asked ? [...own, { name, type, of, asked }] : own });
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
