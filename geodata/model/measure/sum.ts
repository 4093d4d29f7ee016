// The sum of a numeric field over the events of a stretch of days: of those that tell it.
import { camel } from "../field/names.ts";
import type { Event } from "../record/event.ts";
import type { Certainty } from "../time/span.ts";
import { stretchesOf } from "../time/stretches-of.ts";
import type { Stretch } from "../time/timeline.ts";
import type { Localized } from "../words/language.ts";

type Named = { readonly name: string };

/** What the events of a stretch of days come to. */
export type EventSum = {
  /** Null where none of them tells it: that is not known, and not 0. */
  readonly sum: number | null;
  /** Events that tell it. */
  readonly told: number;
  /** All events of the stretch. */
  readonly events: number;
};

/** How each is made, in one sentence that travels with it. */
export const SUM_METHOD: Localized = {
  en: "The values of the events that may have happened, or for certain did, in the stretch of days, added up; events that give no value are left out, and how many give one is said; an event that may fall in two stretches is counted in both.",
  fr: "Somme des valeurs des événements peut-être, ou certainement, survenus pendant ces jours ; ceux qui n’en donnent pas sont écartés, et le nombre de ceux qui en donnent est dit ; un événement pouvant tomber dans deux périodes compte dans les deux.",
};

/** Digits of a sum that are told: those that adding in another order leaves as they are. */
const TOLD_DIGITS = 12;

export const toldSum = (sum: number): number => Number(sum.toPrecision(TOLD_DIGITS));

/** The value of a numeric property of an event; null where it has none. */
export function numberIn(event: Event, { name }: Named): number | null {
  const own = event.attributes?.[name];
  const value = own ?? (event as Readonly<Record<string, unknown>>)[camel(name)];
  return typeof value === "number" ? value : null;
}

/** The sum over all of these events. */
export function sumOf(events: readonly Event[], property: Named): EventSum {
  const values = events.flatMap((event) => numberIn(event, property) ?? []);
  return {
    sum: values.length === 0 ? null : toldSum(values.reduce((sum, value) => sum + value, 0)),
    told: values.length,
    events: events.length,
  };
}

/**
 * The sums of each property over the events that are in each of stretches that follow each other, in this reading of their
 * dates: in one pass over the events.
 */
export function sumsOverEach(
  events: readonly Event[],
  properties: readonly Named[],
  stretches: readonly Stretch[],
  certainty: Certainty,
): readonly (readonly EventSum[])[] {
  const counts = stretches.map(() => 0);
  const sums = stretches.map(() => properties.map(() => ({ sum: 0, told: 0 })));
  for (const event of events) {
    const [first, end] = stretchesOf(event.span, stretches, certainty);
    if (first >= end) continue;
    const values = properties.map((property) => numberIn(event, property));
    for (let at = first; at < end; at += 1) {
      counts[at] = (counts[at] ?? 0) + 1;
      for (const [which, value] of values.entries()) {
        const own = sums[at]?.[which];
        if (value === null || !own) continue;
        own.sum += value;
        own.told += 1;
      }
    }
  }
  return sums.map((own, at) =>
    own.map(({ sum, told }) => ({
      sum: told === 0 ? null : toldSum(sum),
      told,
      events: counts[at] ?? 0,
    })),
  );
}
