// What a filter leaves of a dataset. What it does not leave is shown faintly, and counted all the same.
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Filter, passes } from "#model/question/filter.ts";
import type { Event } from "#model/record/event.ts";
import { type DatasetFacts, factsOf } from "./facts.ts";

export type Left = {
  /** Ids. */
  readonly places: ReadonlySet<string>;
  readonly eventIds: ReadonlySet<string>;
  readonly events: readonly Event[];
  /** Ids of the movements from or to a place that is left. */
  readonly movements: ReadonlySet<string>;
};

export function leftBy(filter: Filter, dataset: Dataset): Left {
  const facts = factsOf(dataset);
  const passing = (of: DatasetFacts[keyof DatasetFacts]) =>
    new Set([...of].filter(([, fact]) => passes(filter, fact)).map(([id]) => id));
  const [places, eventIds] = [passing(facts.places), passing(facts.events)];
  const isLeft = (id: string) => places.has(id);
  return {
    places,
    eventIds,
    events: dataset.events.filter(({ id }) => eventIds.has(id)),
    movements: new Set(
      dataset.movements
        .filter(({ fromId, toId }) => isLeft(fromId) || isLeft(toId))
        .map(({ id }) => id),
    ),
  };
}
