// Places and events that words find, the best first.
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Event } from "#model/record/event.ts";
import type { DatedPhase, Place } from "#model/record/place.ts";
import { labelSpan, labelWhen } from "#model/time/date-label.ts";
import type { Span } from "#model/time/span.ts";
import { containsWords, searchable } from "#model/words/fold.ts";
import { type Language, type Localized, textIn } from "#model/words/language.ts";
import { type Messages, wordFor } from "#web/i18n/messages.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import { perDataset } from "#web/view/scene/per-dataset.ts";
import { isPointPhase, sitesOf } from "#web/view/scene/sites.ts";
import { type FoundBy, foundBy, type SearchWords } from "./asked-in-words.ts";
import type { SearchResult } from "./search-result.ts";

/** In which language results are told. */
export type Told = { readonly language: Language; readonly texts: Messages };

/** When each place was there: its points, or else its outlines, or else what is not on the map. */
const phasesOf: (dataset: Dataset) => ReadonlyMap<string, readonly DatedPhase[]> = perDataset(
  ({ hiddenPhases, placePhases }) => {
    const points = byPlace(placePhases.filter(isPointPhase));
    const outlines = byPlace(placePhases.filter((phase) => !isPointPhase(phase)));
    const hidden = byPlace(hiddenPhases);
    return new Map<string, readonly DatedPhase[]>([...hidden, ...outlines, ...points]);
  },
);

function byPlace(phases: readonly DatedPhase[]): ReadonlyMap<string, readonly DatedPhase[]> {
  const found = new Map<string, DatedPhase[]>();
  for (const phase of phases)
    found.set(phase.placeId, [...(found.get(phase.placeId) ?? []), phase]);
  return found;
}

/** The same as spans. */
export const phaseSpans: (dataset: Dataset) => ReadonlyMap<string, readonly Span[]> = perDataset(
  (dataset) =>
    new Map([...phasesOf(dataset)].map(([id, phases]) => [id, phases.map(({ span }) => span)])),
);

export function placeResults(words: SearchWords, dataset: Dataset, told: Told): SearchResult[] {
  const facts = factsOf(dataset).places;
  const sides = new Map(sitesOf(dataset).map(({ id, side }) => [id, side]));
  const phases = phasesOf(dataset);
  const spansOf = phaseSpans(dataset);
  const found = dataset.places.flatMap((place) => {
    const spans = spansOf.get(place.id) ?? [];
    const by = foundBy(words, facts.get(place.id)?.text ?? "", spans);
    return by ? { place, by, spans } : [];
  });
  return inOrder(
    found,
    ({ by, place }) => rankOf(by, place.name, place.otherNames, told.language),
    ({ spans }) => beginningOf(spans[0]),
  ).map(({ by, place }) => {
    const side = sides.get(place.id) ?? null;
    return {
      key: `place-${place.id}`,
      target: { kind: "record", selection: { kind: "place", id: place.id }, date: by.date },
      sign: side ? { kind: "side", side } : { kind: "place" },
      title: place.name,
      otherName: otherNameOf(place, by, told.language),
      when: whenOf(phases.get(place.id)?.[0], told, dataset.meta.timeZone),
      where: [
        wordFor(told.texts.placeKind, place.kind),
        ...(side ? [told.texts.shortSide[side]] : []),
      ].join(" · "),
    };
  });
}

const whenOf = (phase: DatedPhase | undefined, { language }: Told, timeZone: string) =>
  phase ? labelSpan(phase.span, phase.startEdtf, phase.endEdtf, language, timeZone) : "";

/** Of the other names that by which it is found, where its name does not say it. */
function otherNameOf({ name, otherNames }: Place, { words }: FoundBy, language: Language) {
  if (containsWords(searchable([textIn(name, language)]), words)) return null;
  return otherNames.find((other) => containsWords(searchable([other]), words)) ?? null;
}

export function eventResults(words: SearchWords, dataset: Dataset, told: Told): SearchResult[] {
  const facts = factsOf(dataset).events;
  const found = dataset.events.flatMap((event) => {
    const by = foundBy(words, facts.get(event.id)?.text ?? "", [event.span]);
    return by ? { event, by } : [];
  });
  return inOrder(
    found,
    ({ by, event }) => rankOf(by, event.title, [], told.language),
    ({ event }) => beginningOf(event.span),
  ).map(({ event }) => eventResult(event, dataset, told));
}

/** An event as a result; its place is named where the dataset has it. */
export function eventResult(event: Event, dataset: Dataset, told: Told): SearchResult {
  const place = dataset.places.find(({ id }) => id === event.placeId);
  return {
    key: `event-${event.id}`,
    // Its own day is the one on which it is seen.
    target: { kind: "record", selection: { kind: "event", id: event.id }, date: null },
    sign: { kind: "event", category: event.category, isCertain: event.span.startLatest !== null },
    title: event.title,
    otherName: null,
    when: labelWhen(event, told.language, dataset.meta.timeZone),
    where: [
      wordFor(told.texts.category, event.category),
      ...(place ? [textIn(place.name, told.language)] : []),
    ].join(" · "),
  };
}

/** 0: the name in the reader's language has the words; 1: another name has them; 2: they stand elsewhere. */
function rankOf(
  { words }: FoundBy,
  name: Localized,
  otherNames: readonly string[],
  language: Language,
): number {
  if (containsWords(searchable([textIn(name, language)]), words)) return 0;
  const names = [...Object.values(name), ...otherNames];
  return names.some((one) => containsWords(searchable([one]), words)) ? 1 : 2;
}

const beginningOf = (span: Span | undefined): number =>
  span?.startEarliest ?? span?.startLatest ?? Number.NEGATIVE_INFINITY;

function inOrder<Found>(
  found: readonly Found[],
  rank: (one: Found) => number,
  day: (one: Found) => number,
): Found[] {
  return found
    .map((one) => ({ one, rank: rank(one), day: day(one) }))
    .sort((a, b) => a.rank - b.rank || (a.day === b.day ? 0 : a.day - b.day))
    .map(({ one }) => one);
}
