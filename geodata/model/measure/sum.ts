// The sum of a numeric field over the events of a stretch of days: of those that tell it.
import { collectionsOf } from "../collection/collections.ts";
import type { Property } from "../collection/property.ts";
import type { DatasetMeta } from "../dataset/dataset.ts";
import { camel } from "../field/names.ts";
import type { Event } from "../record/event.ts";
import { type Certainty, matches, type Window } from "../time/span.ts";
import type { Localized } from "../words/language.ts";

/** What the events of a stretch of days come to. */
export type EventSum = {
  /** Null where none of them tells it: that is not known, and not 0. */
  readonly sum: number | null;
  /** Events that tell it. */
  readonly told: number;
  /** All events of the stretch. */
  readonly events: number;
};

/** A sum that the dataset wants to be told by. */
export type DeclaredSum = { readonly property: Property; readonly label: Localized };

/** Types of properties that can be added up. */
const isNumeric = ({ type }: Property) => type === "integer" || type === "number";

/** The properties of events that a sum may be of. */
export const summable = (properties: readonly Property[]): readonly Property[] =>
  properties.filter(isNumeric);

/** The sums that the dataset declares, in its order. */
export function declaredSums(meta: DatasetMeta): readonly DeclaredSum[] {
  const properties = summable(collectionsOf(meta).events.properties);
  return meta.measures.flatMap(({ field, label, type }) => {
    const property = type === "sum" && properties.find(({ name }) => name === field);
    if (!property) return [];
    const title = property.title ?? property.name;
    return [{ property, label: label ?? { en: title, fr: title } }];
  });
}

/** How each is made, in one sentence that travels with it. */
export const SUM_METHOD: Localized = {
  en: "The values of the events that may have happened, or for certain did, in the stretch of days, added up; events that give no value are left out, and how many give one is said; an event that may fall in two stretches is counted in both.",
  fr: "Somme des valeurs des événements peut-être, ou certainement, survenus pendant ces jours ; ceux qui n’en donnent pas sont écartés, et le nombre de ceux qui en donnent est dit ; un événement pouvant tomber dans deux périodes compte dans les deux.",
};

/** Digits of a sum that are told: those that adding in another order leaves as they are. */
const TOLD_DIGITS = 12;

export const toldSum = (sum: number): number => Number(sum.toPrecision(TOLD_DIGITS));

/** The value of a numeric property of an event; null where it has none. */
export function numberIn(event: Event, { name }: Pick<Property, "name">): number | null {
  const own = event.attributes?.[name];
  const value = own ?? (event as Readonly<Record<string, unknown>>)[camel(name)];
  return typeof value === "number" ? value : null;
}

/** The sum over all of these events. */
export function sumOf(events: readonly Event[], property: Pick<Property, "name">): EventSum {
  const values = events.flatMap((event) => numberIn(event, property) ?? []);
  return {
    sum: values.length === 0 ? null : toldSum(values.reduce((sum, value) => sum + value, 0)),
    told: values.length,
    events: events.length,
  };
}

/** The sum over the events that are in the window in this reading of their dates. */
export function sumOver(
  events: readonly Event[],
  property: Pick<Property, "name">,
  window: Window,
  certainty: Certainty,
): EventSum {
  return sumOf(
    events.filter(({ span }) => matches(span, window, certainty)),
    property,
  );
}
