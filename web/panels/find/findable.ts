// What can be found: everything, or what was there in the days that are shown, where the reader has chosen from when to when.
import { useComputed } from "@preact/signals";
import { isSite } from "#model/dataset/roles.ts";
import { countFacet, countOwn, type Facet, type Facts } from "#model/question/filter.ts";
import type { OwnColumn } from "#model/question/own-column.ts";
import type { Event } from "#model/record/event.ts";
import type { DatedPhase, Place } from "#model/record/place.ts";
import { presenceIn, type Span, type Window } from "#model/time/span.ts";
import { useApp } from "#web/controls/app-context.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import { isPointPhase } from "#web/view/scene/sites.ts";

export type FindablePlace = { readonly place: Place; readonly phase: DatedPhase | undefined };

type Counts = ReadonlyMap<string, number | undefined>;

export type Findable = {
  /** The days in which it is looked for; null: any. */
  readonly during: Window | null;
  /** Those that the filter leaves. */
  readonly places: readonly FindablePlace[];
  readonly events: readonly Event[];
  /** How many each value would leave, of places and of events. */
  readonly countFacet: (facet: Facet) => readonly Counts[];
  /** The same of a column of the dataset's own; null for events: nobody counts them. */
  readonly countOwn: (column: OwnColumn) => readonly [Counts, Counts | null];
};

export function useFindable(): Findable {
  const app = useApp();
  const { certainty, dataset, events, filter, hiddenPhases, left, mode, phases, window } = app;
  const during = mode.value === "window" ? window.value : null;
  const isThen = (spans: readonly Span[]) =>
    during === null ||
    spans.some((span) => {
      const presence = presenceIn(span, during);
      return certainty.value === "certain" ? presence === "certain" : presence !== "absent";
    });
  const phasesOf = useComputed(() => {
    const found = new Map<string, DatedPhase[]>();
    const points = phases.value.filter(isPointPhase);
    const others = phases.value.filter((phase) => !isPointPhase(phase));
    for (const phase of [...points, ...others, ...hiddenPhases.value])
      found.set(phase.placeId, [...(found.get(phase.placeId) ?? []), phase]);
    return found;
  });
  const spansOf = (id: string) => (phasesOf.value.get(id) ?? []).map(({ span }) => span);
  const facts = factsOf(dataset);
  const placesThen = dataset.places.filter(({ id }) => isThen(spansOf(id)));
  const ofPlaces = among(facts.places, placesThen);
  const isCountedHere = events.areHeld && during !== null;
  const eventsThen = isCountedHere ? dataset.events.filter(({ span }) => isThen([span])) : [];
  const ofEvents = among(facts.events, eventsThen);
  /** Of a crowd nobody counts those of some days. */
  const uncounted = (counts: Counts): Counts =>
    during === null ? counts : new Map([...counts.keys()].map((value) => [value, undefined]));
  return {
    during,
    places: placesThen
      .filter(({ id }) => left.value.places.has(id))
      // What the dataset is about, before what is beside it.
      .sort((a, b) => Number(isSite(dataset.meta, b)) - Number(isSite(dataset.meta, a)))
      .map((place) => ({ place, phase: phasesOf.value.get(place.id)?.[0] })),
    events: left.value.events.filter(({ span }) => isThen([span])),
    countFacet: (facet) => [
      countFacet(filter.value, ofPlaces, facet),
      isCountedHere
        ? countFacet(filter.value, ofEvents, facet)
        : uncounted(events.countFacet(facet)),
    ],
    countOwn: (column) => {
      const counted = isCountedHere
        ? countOwn(filter.value, ofEvents, column)
        : events.countOwn(column);
      const isShown = events.areHeld ? counted : counted && uncounted(counted);
      return [countOwn(filter.value, ofPlaces, column), isShown];
    },
  };

  function among(all: ReadonlyMap<string, Facts>, some: readonly { readonly id: string }[]) {
    return some.flatMap(({ id }) => all.get(id) ?? []);
  }
}
