// What the words in the field find: in the page at once, and of events that the page does not hold, by asking for them.
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { NO_FILTER } from "#model/question/filter.ts";
import type { Window } from "#model/time/span.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { firstEventPage } from "#web/api/event-pages.ts";
import { useApp } from "#web/controls/app-context.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { apiQuestion } from "#web/view/address/api-address.ts";
import { readSearch } from "#web/view/search/asked-in-words.ts";
import { eventResult } from "#web/view/search/record-results.ts";
import { searchIn } from "#web/view/search/search.ts";
import { windowOfDate } from "#web/view/search/search-dates.ts";
import {
  RESULTS_OF_GROUP,
  SEARCH_GROUPS,
  type SearchGroup,
} from "#web/view/search/search-result.ts";

/** Words that are typed on within this time are not asked for. */
const SETTLING_MS = 250;

const ALWAYS: Window = { from: null, until: null };

type Asked = { readonly q: string; readonly group: SearchGroup | null };

export type Found = {
  readonly groups: ReadonlySignal<readonly SearchGroup[]>;
  /** Events that the page does not hold are still being asked for. */
  readonly isComing: ReadonlySignal<boolean>;
};

export function useFound(q: ReadonlySignal<string>): Found {
  const { actions, certainty, dataset, events, language } = useApp();
  const answer = useSignal<Asked | null>(null);
  const told = () => ({
    language: language.value,
    texts: messagesOf(language.value, dataset.meta),
  });
  const local = useComputed(() => searchIn(q.value, dataset, told()));
  const isAsked = (words: string) => !events.areHeld && words.trim() !== "";
  useSignalEffect(() => {
    const words = q.value;
    if (!isAsked(words)) return;
    const question = (q: string, window: Window): URLSearchParams => {
      const filter = { ...NO_FILTER, q };
      const asked = new URLSearchParams(
        apiQuestion("events", { filter, window, certainty: certainty.value }).search,
      );
      if (window === ALWAYS) asked.delete("datetime");
      asked.set("limit", String(RESULTS_OF_GROUP));
      return asked;
    };
    const { among } = readSearch(words, dataset.meta, language.value);
    const asWords = question(words, ALWAYS);
    const asDated =
      among && among.rest !== "" ? question(among.rest, windowOfDate(among.date)) : null;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        // A number among the words may be one of them, or a year. What has all of the words comes before.
        const said = await firstEventPage(dataset.meta, asWords, stop.signal);
        const { events: found, matched } =
          said.matched > 0 || !asDated
            ? said
            : await firstEventPage(dataset.meta, asDated, stop.signal);
        actions.keepEvents(found);
        const results = found.map((event) => eventResult(event, dataset, told()));
        answer.value = {
          q: words,
          group: matched > 0 ? { kind: "events", results, total: matched } : null,
        };
      } catch (thrown) {
        if (stop.signal.aborted) return;
        onNotGiven(thrown, () => {
          answer.value = { q: words, group: null };
          actions.notify({ kind: "events-failed" });
        });
      }
    }, SETTLING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  });
  const groups = useComputed(() => {
    const group = answer.value?.q === q.value ? answer.value.group : null;
    if (!group) return local.value;
    const place = local.value.findIndex(
      ({ kind }) => SEARCH_GROUPS.indexOf(kind) > SEARCH_GROUPS.indexOf("events"),
    );
    const at = place < 0 ? local.value.length : place;
    return [...local.value.slice(0, at), group, ...local.value.slice(at)];
  });
  return {
    groups,
    isComing: useComputed(() => isAsked(q.value) && answer.value?.q !== q.value),
  };
}
