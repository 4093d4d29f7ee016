import type { Dataset } from "#model/dataset.ts";
import type { Day } from "#model/day.ts";
import { dayWindow, possiblyIn, type Span } from "#model/span.ts";
import type { Selection } from "./selection.ts";

/**
 * The day on which a selected record can be seen: the present one when it is there, else the first on which it may
 * have been. Undefined when the dataset has no such record.
 */
export function dayOfSelection(dataset: Dataset, selection: Selection, now: Day): Day | undefined {
  const spans = spansOf(dataset, selection);
  if (!spans) return undefined;
  if (spans.length === 0 || spans.some((span) => possiblyIn(span, dayWindow(now)))) return now;
  const [first] = spans;
  return first?.startLatest ?? first?.startEarliest ?? first?.endEarliest ?? now;
}

function spansOf(dataset: Dataset, { kind, id }: Selection): readonly Span[] | undefined {
  const byId = (thing: { readonly id: string }) => thing.id === id;
  switch (kind) {
    case "place":
      if (!dataset.places.some(byId)) return undefined;
      return dataset.placePhases.filter((phase) => phase.placeId === id).map(({ span }) => span);
    case "event":
    case "movement": {
      const thing = (kind === "event" ? dataset.events : dataset.movements).find(byId);
      return thing && [thing.span];
    }
    case "phase": {
      const window = dataset.phases.find(byId)?.window;
      if (!window) return undefined;
      const lastDay = window.until === null ? null : ((window.until - 1) as Day);
      return [
        {
          startEarliest: window.from,
          startLatest: window.from,
          endEarliest: lastDay,
          endLatest: lastDay,
        },
      ];
    }
  }
}
