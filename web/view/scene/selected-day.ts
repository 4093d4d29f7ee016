import type { Dataset } from "#model/dataset/dataset.ts";
import { addDays, type Day } from "#model/time/day.ts";
import { possiblyIn, type Span, type Window } from "#model/time/span.ts";
import type { Selection } from "#web/view/question/selection.ts";

/**
 * The day on which a selected record can be seen: the present one when it is in the window, else the first on which
 * it was or may have been. Undefined when the dataset has no such record.
 */
export function dayOfSelection(
  dataset: Dataset,
  selection: Selection,
  window: Window,
  now: Day,
): Day | undefined {
  const spans = spansOf(dataset, selection);
  if (!spans) return undefined;
  if (spans.length === 0 || spans.some((span) => possiblyIn(span, window))) return now;
  const [first] = spans;
  return first?.startLatest ?? first?.startEarliest ?? first?.endEarliest ?? now;
}

/** When the record was; no span for records without a time. Undefined when there is no such record. */
function spansOf(dataset: Dataset, { kind, id }: Selection): readonly Span[] | undefined {
  const byId = (thing: { readonly id: string }) => thing.id === id;
  switch (kind) {
    case "place":
      if (!dataset.places.some(byId)) return undefined;
      return [...dataset.placePhases, ...dataset.hiddenPhases]
        .filter((phase) => phase.placeId === id)
        .map(({ span }) => span);
    case "event":
    case "movement": {
      const thing = (kind === "event" ? dataset.events : dataset.movements).find(byId);
      return thing && [thing.span];
    }
    case "phase": {
      const phase = dataset.phases.find(byId);
      if (!phase) return undefined;
      const { from, until } = phase.window;
      const lastDay = until === null ? null : addDays(until, -1);
      return [{ startEarliest: from, startLatest: from, endEarliest: lastDay, endLatest: lastDay }];
    }
    case "source":
      return dataset.sources.some(byId) ? [] : undefined;
  }
}
