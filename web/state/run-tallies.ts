// What the page asks of the server where events are too many to be held: how many are open, and how many a month.
import { effect } from "@preact/signals";
import { type Day, parseDay } from "#model/day.ts";
import { aText, aWholeNumber, listOf, objectOf, recordOf } from "#model/field/decode.ts";
import { isEmptyFilter, NO_FILTER } from "#model/filter.ts";
import { askService, onNotGiven } from "#web/api/ask-service.ts";
import { countEvents } from "#web/api/event-pages.ts";
import { ownAddress } from "#web/api/own-address.ts";
import { eventsAtAnyTime } from "#web/view/address/api-address.ts";
import type { AppState } from "./app-state.ts";
import { eventParameters } from "./run-crowd.ts";
import type { TallyTimeline } from "./tally-slice.ts";

/** Asked for when date, filter and map have rested for so long. */
const REST_MS = 120;

/** Keeps counts and timeline those of date, filter and view. Answers the function that ends it. */
export function runTallies(state: AppState): () => void {
  const { actions } = state;
  const onFailure = (error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") return;
    onNotGiven(error, ({ message }) => actions.setCrowdLoading({ kind: "failed", message }));
  };
  const stopCounting = effect(() => {
    const frame = state.frame.value;
    const questions = [
      eventParameters(state, null, NO_FILTER),
      frame && eventParameters(state, frame, NO_FILTER),
      state.isCrowdFiltered.value ? eventParameters(state, null) : null,
    ];
    actions.setTally(null);
    return afterRest(async (signal) => {
      const [all, inFrame, matching] = await Promise.all(
        questions.map((question) => question && countEvents(question, signal)),
      );
      actions.setTally({ all: all ?? 0, inFrame: inFrame ?? null, matching: matching ?? null });
      actions.setCrowdLoading({ kind: "here" });
    }, onFailure);
  });
  const stopTimeline = effect(() => {
    const filter = { ...state.filter.value, categories: [] };
    const certainty = state.certainty.value;
    return afterRest(async (signal) => {
      // The colours of categories are those of all events, whatever is asked for.
      if (!state.crowdHead.peek()) actions.setCrowdHead(headOf(state, await load("", signal)));
      const ofAll = await load(`?${eventsAtAnyTime({ filter: NO_FILTER, certainty })}`, signal);
      const left = isEmptyFilter(filter)
        ? ofAll
        : await load(`?${eventsAtAnyTime({ filter, certainty })}`, signal);
      actions.setTallyTimeline(left, ofAll);
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
  months: listOf(objectOf({ month: aText, by_category: decodeTally })),
});

async function load(search: string, signal: AbortSignal): Promise<TallyTimeline> {
  const address = ownAddress(`api/analysis/timeline${search}`);
  const { all, months } = (await askService(address, decodeTimeline, { signal })).value;
  return {
    all: all.by_category,
    months: new Map(
      months.map((one) => [parseDay(`${one.month}-01`) as Day, one.by_category] as const),
    ),
  };
}

/** As the columns would begin: categories in the order of their colours, the most frequent first. */
function headOf({ dataset }: AppState, { all }: TallyTimeline) {
  const { eventCount, meta } = dataset;
  const categories = Object.entries(all)
    .sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
    .map(([category]) => category);
  return { version: meta.version.contentHash, matched: eventCount, placed: eventCount, categories };
}
