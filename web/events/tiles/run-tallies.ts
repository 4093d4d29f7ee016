// What the page asks of the server where events are too many to be held: how many are open, and how many fall in each bar.
import { effect, type ReadonlySignal } from "@preact/signals";
import { aText, aWholeNumber, listOf, objectOf, recordOf } from "#model/field/decode.ts";
import { type Filter, isEmptyFilter, NO_FILTER } from "#model/question/filter.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { type Day, parseDay } from "#model/time/day.ts";
import type { Certainty } from "#model/time/span.ts";
import { type BinStep, binStepOf } from "#model/time/timeline.ts";
import { askService, onNotGiven } from "#web/api/ask-service.ts";
import { countEvents, eventQuestion } from "#web/api/event-pages.ts";
import { ownAddress } from "#web/api/own-address.ts";
import { eventsAtAnyTime } from "#web/view/address/api-address.ts";
import type { EventQuestion } from "../event-source.ts";
import type { Tallies, TallyTimeline } from "./tallies.ts";

/** How long date, filter and map have to rest before the server is asked. */
const REST_MS = 120;

/** Keeps counts and timeline those of date, filter and view. Answers the function that ends it. */
export function runTallies(
  tallies: Tallies,
  question: EventQuestion,
  isFiltered: ReadonlySignal<boolean>,
): () => void {
  const { certainty, filter, frame, period, window } = question;
  const load = (search: URLSearchParams, signal: AbortSignal) =>
    loadTimeline(search, binStepOf(period), signal);
  const onFailure = (error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") return;
    onNotGiven(error, tallies.fail);
  };
  const stopCounting = effect(() => {
    const reading = certainty.value;
    const ask = (asked: Filter, box: Bbox | null, read = reading) =>
      eventQuestion({ filter: asked, window: window.value, certainty: read }, box);
    const box = frame.value;
    const questions = [
      ask(NO_FILTER, null),
      box && ask(NO_FILTER, box),
      isFiltered.value ? ask(filter.value, null) : null,
      reading === "certain" ? null : ask(NO_FILTER, null, "certain"),
    ];
    tallies.setTally(null);
    return afterRest(async (signal) => {
      const [all, inFrame, matching, certain] = await Promise.all(
        questions.map((one) => one && countEvents(one, signal)),
      );
      tallies.setTally({
        all: all ?? 0,
        certain: certain ?? all ?? 0,
        inFrame: inFrame ?? null,
        matching: matching ?? null,
      });
    }, onFailure);
  });
  const stopTimeline = effect(() => {
    const asked = { filter: { ...filter.value, categories: [] }, certainty: certainty.value };
    return afterRest(async (signal) => {
      // The colours of categories are those of all events, whatever is asked for.
      if (tallies.categories.peek().length === 0)
        tallies.setCategories(byFrequency(await load(new URLSearchParams(), signal)));
      const both = async (reading: Certainty) => {
        const all = await load(eventsAtAnyTime({ filter: NO_FILTER, certainty: reading }), signal);
        if (isEmptyFilter(asked.filter)) return [all, all] as const;
        return [
          all,
          await load(eventsAtAnyTime({ ...asked, certainty: reading }), signal),
        ] as const;
      };
      const [ofAll, left] = await both(asked.certainty);
      const [certainOfAll, certainLeft] =
        asked.certainty === "certain" ? [ofAll, left] : await both("certain");
      tallies.setTimelines({ left, ofAll, certainLeft, certainOfAll });
    }, onFailure);
  });
  return () => {
    stopCounting();
    stopTimeline();
  };
}

/** Does the work when no newer one has come for a while; answers what calls it off. */
function afterRest(
  work: (signal: AbortSignal) => Promise<void>,
  onFailure: (error: unknown) => void,
): () => void {
  const abort = new AbortController();
  const timer = setTimeout(() => void work(abort.signal).catch(onFailure), REST_MS);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}

const decodeTally = recordOf(aWholeNumber);
const decodeTimeline = objectOf({
  all: objectOf({ by_category: decodeTally }),
  bins: listOf(objectOf({ first: aText, by_category: decodeTally })),
});

async function loadTimeline(
  search: URLSearchParams,
  step: BinStep,
  signal: AbortSignal,
): Promise<TallyTimeline> {
  const asked = new URLSearchParams([...search, ["step", step]]);
  const address = ownAddress(`api/analysis/timeline?${asked}`);
  const { all, bins } = (await askService(address, decodeTimeline, { signal })).value;
  return {
    all: all.by_category,
    bins: new Map(bins.map((one) => [parseDay(one.first) as Day, one.by_category] as const)),
  };
}

/** As columns would name them. */
function byFrequency({ all }: TallyTimeline): string[] {
  return Object.entries(all)
    .sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
    .map(([category]) => category);
}
