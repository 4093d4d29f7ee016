// The events of what somebody brought, in the worker that read them: it answers what the page asks of a crowd.
import { declaredSums } from "#model/collection/declared-sums.ts";
import type { Dataset } from "#model/dataset/dataset.ts";
import { MAX_EVENTS_IN_DOCUMENT } from "#model/dataset/dataset.ts";
import { sumsOverEach } from "#model/measure/sum.ts";
import type { Event } from "#model/record/event.ts";
import { addDays } from "#model/time/day.ts";
import { binsOf } from "#model/time/timeline.ts";
import type { BroughtCrowd, EventPage, SumsAsked, SumsOfSteps } from "#web/api/brought-events.ts";
import { crowdOf } from "./event-columns.ts";
import { eventTest } from "./event-question.ts";

/** Whether the page draws them as a crowd; one at several points has signs of its own. */
export const isCrowd = ({ eventCount, meta }: Dataset): boolean =>
  eventCount > MAX_EVENTS_IN_DOCUMENT && !meta.severalPoints.includes("events");

/** The document as the page has it of a crowd: without the events. */
export const withoutEvents = (dataset: Dataset): Dataset => ({
  ...dataset,
  events: [],
  eventsAs: "columns",
});

const OFFSET = "offset";

export class LocalEvents {
  readonly #dataset: Dataset;
  readonly #byId: ReadonlyMap<string, Event>;
  /** What was found last: further pages are of the same. */
  #last: { readonly asked: string; readonly found: readonly Event[] } | undefined;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    this.#byId = new Map(dataset.events.map((event) => [event.id, event]));
  }

  event(id: string): Event | undefined {
    return this.#byId.get(id);
  }

  page(search: string): EventPage {
    const asked = new URLSearchParams(search);
    const [from, limit] = [Number(asked.get(OFFSET) ?? 0), Number(asked.get("limit") ?? 10)];
    asked.delete(OFFSET);
    const found = this.#find(asked);
    const until = from + limit;
    const next = new URLSearchParams(asked);
    next.set(OFFSET, String(until));
    return {
      events: found.slice(from, until),
      matched: found.length,
      next: until < found.length ? next.toString() : null,
    };
  }

  crowd(search: string): BroughtCrowd {
    return crowdOf(this.#find(new URLSearchParams(search)), this.#dataset.meta.version.contentHash);
  }

  sums({ certainty, step }: SumsAsked): SumsOfSteps {
    const { events, meta } = this.#dataset;
    const properties = declaredSums(meta).map(({ property }) => property);
    const whole = { from: meta.firstDay, until: addDays(meta.lastDay, 1) };
    return sumsOverEach(events, properties, binsOf(step, whole), certainty);
  }

  #find(parameters: URLSearchParams): readonly Event[] {
    const question = new URLSearchParams(parameters);
    for (const name of ["limit", "sortby"]) question.delete(name);
    const asked = question.toString();
    if (this.#last?.asked === asked) return this.#last.found;
    const test = eventTest(question, this.#dataset);
    const found = asked === "" ? this.#dataset.events : this.#dataset.events.filter(test);
    this.#last = { asked, found };
    return found;
  }
}
