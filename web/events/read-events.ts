// Events that are read one by one: those of which a reader wants to know all, where the document does not hold them.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Citation } from "#model/record/citation.ts";
import type { Event } from "#model/record/event.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { loadEventCitations } from "#web/api/event-citations.ts";
import { loadEvent } from "#web/api/event-pages.ts";

export type ReadEvents = {
  /** The dataset with the events that were read besides, and what is cited for them. */
  readonly known: ReadonlySignal<Dataset>;
  /** The event is known, and what is cited for it. */
  readonly isWhole: (id: string) => boolean;
  readonly keep: (events: readonly Event[]) => void;
  /** Asks for those that are not known yet; true when all of them are then. */
  readonly read: (ids: readonly string[]) => Promise<boolean>;
  /** The same of one, with what is cited for it. */
  readonly readWhole: (id: string) => Promise<boolean>;
};

export function createReadEvents(dataset: Dataset, onFailure: () => void): ReadEvents {
  const kept = signal<ReadonlyMap<string, Event>>(new Map());
  const cited = signal<ReadonlyMap<string, readonly Citation[]>>(new Map());
  const known = computed(() =>
    kept.value.size === 0
      ? dataset
      : {
          ...dataset,
          events: [...dataset.events, ...kept.value.values()],
          citations: [...dataset.citations, ...[...cited.value.values()].flat()],
        },
  );
  const hasCitations = dataset.holds.includes("citations");
  const isKnown = (id: string) => known.peek().events.some((event) => event.id === id);
  const isCited = (id: string) => !hasCitations || cited.peek().has(id);
  const keep = (events: readonly Event[]) => {
    kept.value = new Map([...kept.value, ...events.map((event) => [event.id, event] as const)]);
  };
  const read = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !isKnown(id));
    try {
      const events = await Promise.all(missing.map((id) => loadEvent(dataset.meta, id)));
      keep(events.filter((event) => event !== undefined));
    } catch (error) {
      onNotGiven(error, onFailure);
    }
    return ids.every(isKnown);
  };
  const readCitations = async (id: string) => {
    if (isCited(id)) return;
    try {
      const citations = await loadEventCitations(dataset.meta, id);
      cited.value = new Map([...cited.value, [id, citations]]);
    } catch (error) {
      onNotGiven(error, onFailure);
    }
  };
  const isWhole = (id: string) => isKnown(id) && isCited(id);
  return {
    known,
    isWhole,
    keep,
    read,
    readWhole: async (id) => {
      await Promise.all([read([id]), readCitations(id)]);
      return isWhole(id);
    },
  };
}
