// The one search of the page: what a reader types, looked for in everything that can be opened.
import type { Dataset } from "#model/dataset/dataset.ts";
import { type Filter, passes, speaksOf } from "#model/question/filter.ts";
import type { Localized } from "#model/words/language.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { factsOf } from "#web/view/scene/facts.ts";
import { readSearch, type SearchWords } from "./asked-in-words.ts";
import { facetsInWords } from "./facets-in-words.ts";
import { eventResults, phaseSpans, placeResults, type Told } from "./record-results.ts";
import { dateResults, isOnDate, labelTyped } from "./search-dates.ts";
import type { SearchGroup, SearchResult } from "./search-result.ts";
import { sourceResults, tellingResults } from "./told-results.ts";

/**
 * The groups of results, those that have any, in the order in which they are shown: a date that is all that was typed,
 * kinds that are all of it, then records. Events that are not in the document are not looked for: the service is asked.
 */
export function searchIn(q: string, dataset: Dataset, told: Told): readonly SearchGroup[] {
  if (q.trim() === "") return [];
  const words = readSearch(q, dataset.meta, told.language);
  const asked = askedResults(words, dataset, told);
  const isWhole = asked?.isWhole === true;
  const groups: readonly (readonly [SearchGroup["kind"], readonly SearchResult[]])[] = [
    [
      "dates",
      words.among?.rest === "" ? dateResults(words.among.date, told.language, told.texts) : [],
    ],
    ["asked", isWhole ? [asked.result] : []],
    ["places", placeResults(words, dataset, told)],
    ["events", eventResults(words, dataset, told)],
    ["asked", asked && !isWhole ? [asked.result] : []],
    ["sources", sourceResults(words.q, dataset, told)],
    ["telling", tellingResults(words.q, dataset, told)],
  ];
  return groups.flatMap(([kind, results]) =>
    results.length > 0 ? { kind, results, total: results.length } : [],
  );
}

/** What is left of the kinds and sides that the words name, at the date that they name; null where they name none. */
function askedResults(
  { among, q }: SearchWords,
  dataset: Dataset,
  { language, texts }: Told,
): { readonly isWhole: boolean; readonly result: SearchResult } | null {
  const asked = facetsInWords(among?.rest ?? q, dataset.meta);
  if (!asked) return null;
  const { filter, rest } = asked;
  const date = among?.date ?? null;
  const names = [
    ...filter.categories.map((id) => wordFor(texts.category, id)),
    ...filter.kinds.map((id) => wordFor(texts.placeKind, id)),
    ...filter.sides.map((side) => texts.side[side]),
    ...(rest === "" ? [] : [texts.quoted(rest)]),
  ];
  const title: Localized = { [language]: names.join(" · ") };
  return {
    isWhole: rest === "",
    result: {
      key: "asked",
      target: { kind: "asked", filter, date },
      sign: { kind: "asked" },
      title,
      otherName: null,
      when: date === null ? "" : labelTyped(date, language),
      where: countOf(filter, date, dataset, texts),
    },
  };
}

/** How many places and events are left, of which the filter speaks; events that are not here are not counted. */
function countOf(
  filter: Filter,
  date: Parameters<typeof isOnDate>[0] | null,
  dataset: Dataset,
  texts: Told["texts"],
): string {
  const facts = factsOf(dataset);
  const spans = phaseSpans(dataset);
  const places = dataset.places.filter(
    ({ id }) => isLeft(facts.places.get(id)) && isThen(spans.get(id) ?? []),
  );
  const events = dataset.events.filter(
    ({ id, span }) => isLeft(facts.events.get(id)) && isThen([span]),
  );
  return [
    ...(isOf("places") ? [texts.foundPlaces(places.length)] : []),
    ...(isOf("events") && dataset.eventCount === dataset.events.length
      ? [texts.foundEvents(events.length)]
      : []),
  ].join(" · ");
  function isLeft(fact: Parameters<typeof passes>[1] | undefined) {
    return fact !== undefined && passes(filter, fact);
  }
  function isThen(when: Parameters<typeof isOnDate>[1]) {
    return date === null || isOnDate(date, when);
  }
  function isOf(things: "places" | "events") {
    const isOfOther = filter[things === "places" ? "categories" : "kinds"].length > 0;
    const isOwn = filter[things === "places" ? "kinds" : "categories"].length > 0;
    return speaksOf(filter, things) && (isOwn || !isOfOther);
  }
}
