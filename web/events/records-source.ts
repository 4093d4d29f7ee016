// Events that came with the document, each a record: whatever is asked of them is worked out here.
import { computed, signal } from "@preact/signals";
import { countFacet } from "#model/question/filter.ts";
import { countInBins, type TimelineBin } from "#model/time/timeline.ts";
import { familiesOf, familyOf } from "#web/view/scene/category-family.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import type { EventQuestion, EventSource } from "./event-source.ts";

export function recordsSource({ certainty, dataset, filter, left }: EventQuestion): EventSource {
  const families = familiesOf(dataset.meta);
  const inFamily = ({ byCategory }: TimelineBin, family: string) =>
    Object.entries(byCategory)
      .filter(([category]) => familyOf(dataset.meta, category).id === family)
      .reduce((sum, [, count]) => sum + count, 0);
  return {
    marks: { kind: "signs" },
    areHeld: true,
    categories: signal([]),
    open: signal(null),
    hasFailed: signal(false),
    countFacet: (facet) => countFacet(filter.value, [...factsOf(dataset).events.values()], facet),
    inBins: (bins) => {
      const all = countInBins(dataset.events, bins, certainty.value);
      const counted = countInBins(left.value.events, bins, certainty.value);
      return bins.map(({ from, until }, index) => {
        const bin = counted[index] ?? { total: 0, byCategory: {} };
        const total = all[index]?.total ?? 0;
        return {
          from,
          until,
          total,
          stripes: [
            ...families.map(({ id, weight }) => ({
              look: weight,
              place: null,
              count: inFamily(bin, id),
            })),
            { look: "faint", place: null, count: total - bin.total },
          ],
        };
      });
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
