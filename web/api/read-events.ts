import type { Event } from "#model/record/event.ts";
import { onNotGiven } from "./ask-service.ts";
import { loadEvent } from "./event-pages.ts";

type Reading = {
  readonly isKnown: (id: string) => boolean;
  readonly keep: (events: readonly Event[]) => void;
  readonly onFailure: () => void;
};

/** Answers what asks for single events of a crowd that are not known yet; true when all of them are then. */
export function eventReader({ isKnown, keep, onFailure }: Reading) {
  return async (ids: readonly string[]): Promise<boolean> => {
    const missing = ids.filter((id) => !isKnown(id));
    try {
      const read = await Promise.all(missing.map(loadEvent));
      keep(read.filter((event) => event !== undefined));
    } catch (error) {
      onNotGiven(error, onFailure);
    }
    return ids.every(isKnown);
  };
}
