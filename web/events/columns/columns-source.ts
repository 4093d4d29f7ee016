// Events that are too many for the document: their columns are read all at once, and asked here.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { leaveFound } from "#web/view/crowd/found-events.ts";
import type { EventQuestion, EventSource } from "../event-source.ts";
import { crowdBar } from "../striped-bar.ts";
import { countColumnFacet } from "./column-facets.ts";
import { type DayCounts, daysOfBeginning, openByCategory } from "./day-counts.ts";
import { type HeldColumns, heldColumns } from "./held-columns.ts";
import { runColumns } from "./run-columns.ts";

/** `columns`: what is held of them, empty at first. */
export function columnsSource(
  question: EventQuestion,
  columns: HeldColumns = heldColumns(question),
): EventSource {
  const { filter, onFailure } = question;
  const {
    all,
    certainDays,
    certainDaysOfAll,
    days,
    daysOfAll,
    head,
    isFiltered,
    loading,
    matching,
    open,
  } = columns;
  const categories = computed(() => head.value?.categories ?? []);
  return {
    marks: {
      kind: "columns",
      // Those that the service found come besides all others, of which none is left then.
      all: computed(() => [...new Set([...all.value, ...matching.value])]),
      matching,
      isFiltered,
    },
    areHeld: false,
    categories,
    open: computed(() => {
      const counted = open.value;
      const here = all.value.reduce((sum, { x }) => sum + x.length, 0);
      const placed = head.value?.placed ?? 0;
      return {
        ...counted,
        matching: isFiltered.value ? (counted.matching ?? "counting") : null,
        share: loading.value.kind === "coming" ? (placed === 0 ? 0 : here / placed) : null,
        isDrawing: false,
      };
    }),
    pictured: computed(() => {
      const isCounting = isFiltered.value && open.value.matching === null;
      if (loading.value.kind !== "here" || isCounting) return undefined;
      const areApart = matching.value.some((block) => !all.value.includes(block));
      const blocks = areApart ? leaveFound(all.value, matching.value) : all.value;
      return { categories: categories.value, blocks };
    }),
    hasFailed: computed(() => loading.value.kind === "failed"),
    countFacet: (facet) => countColumnFacet(matching.value, filter.value, categories.value, facet),
    countOwn: () => null,
    inBins: (bins) =>
      bins.map((bin) => {
        const counted = ({ value }: ReadonlySignal<DayCounts>) => openByCategory(value, bin);
        const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
        return crowdBar(
          bin,
          { all: sum(counted(daysOfAll)), certain: sum(counted(certainDaysOfAll)) },
          counted(days),
          counted(certainDays),
        );
      }),
    beginnings: computed(() => daysOfBeginning(days.value)),
    nextBeginning: null,
    isBehind: signal(false),
    minStepMs: 0,
    run: () => runColumns(columns, filter, onFailure),
  };
}
