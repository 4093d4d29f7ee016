// Events that came with the document, each a record: whatever is asked of them is worked out here.
import { computed, signal } from "@preact/signals";
import { countFacet, countOwn } from "#model/question/filter.ts";
import { countInBins, type TimelineBin } from "#model/time/timeline.ts";
import { familiesOf, familyOf } from "#web/view/scene/category-family.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import type { EventQuestion, EventSource } from "./event-source.ts";
import { stripedBar } from "./striped-bar.ts";

export function recordsSource({ certainty, dataset, filter, left }: EventQuestion): EventSource {
  const families = familiesOf(dataset.meta);
  const inFamily = (bin: TimelineBin | undefined, family: string) =>
    Object.entries(bin?.byCategory ?? {})
      .filter(([category]) => familyOf(dataset.meta, category).id === family)
      .reduce((sum, [, count]) => sum + count, 0);
  return {
    marks: { kind: "signs" },
    areHeld: true,
    categories: signal([]),
    open: signal(null),
    pictured: signal(undefined),
    hasFailed: signal(false),
    countFacet: (facet) => countFacet(filter.value, [...factsOf(dataset).events.values()], facet),
    countOwn: (column) => countOwn(filter.value, [...factsOf(dataset).events.values()], column),
    inBins: (bins) => {
      const all = countInBins(dataset.events, bins, certainty.value);
      const counted = countInBins(left.value.events, bins, certainty.value);
      const certain = countInBins(left.value.events, bins, "certain");
      const certainOfAll = countInBins(dataset.events, bins, "certain");
      return bins.map((bin, index) =>
        stripedBar(
          bin,
          { all: all[index]?.total ?? 0, certain: certainOfAll[index]?.total ?? 0 },
          families.map(({ id, weight }) => ({
            look: weight,
            place: null,
            all: inFamily(counted[index], id),
            certain: inFamily(certain[index], id),
          })),
        ),
      );
    },
    beginnings: computed(() => {
      const days = left.value.events.flatMap(({ span }) => span.startLatest ?? []);
      return [...new Set(days)].sort((a, b) => a - b);
    }),
    nextBeginning: null,
    isBehind: signal(false),
    minStepMs: 0,
    run: () => () => {},
  };
}
