// Events that are read one by one: those of which a reader wants to know all, where the document does not hold them.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Event } from "#model/record/event.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { loadEvent } from "#web/api/event-pages.ts";

export type ReadEvents = {
  /** The dataset with the events that were read besides. */
  readonly known: ReadonlySignal<Dataset>;
  readonly isKnown: (id: string) => boolean;
  readonly keep: (events: readonly Event[]) => void;
  /** Asks for those that are not known yet; true when all of them are then. */
  readonly read: (ids: readonly string[]) => Promise<boolean>;
};

export function createReadEvents(dataset: Dataset, onFailure: () => void): ReadEvents {
  const kept = signal<ReadonlyMap<string, Event>>(new Map());
  const known = computed(() =>
    kept.value.size === 0
      ? dataset
      : { ...dataset, events: [...dataset.events, ...kept.value.values()] },
  );
  const isKnown = (id: string) => known.peek().events.some((event) => event.id === id);
  const keep = (events: readonly Event[]) => {
    kept.value = new Map([...kept.value, ...events.map((event) => [event.id, event] as const)]);
  };
  return {
    known,
    isKnown,
    keep,
    read: async (ids) => {
      const missing = ids.filter((id) => !isKnown(id));
      try {
        const read = await Promise.all(missing.map((id) => loadEvent(dataset.meta, id)));
        keep(read.filter((event) => event !== undefined));
      } catch (error) {
        onNotGiven(error, onFailure);
      }
      return ids.every(isKnown);
    },
  };
}
