// What a crowd asks of the server: its columns, again when other words are searched, and the events of a place.
import { effect } from "@preact/signals";
import type { Bbox } from "#model/bbox.ts";
import { degreesAt } from "#model/event-columns.ts";
import type { Filter } from "#model/filter.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { bboxParameter, firstEventPage } from "#web/api/event-pages.ts";
import type { FoundCrowd } from "#web/events/columns/found-crowd.ts";
import { loadCrowd } from "#web/events/columns/load-crowd.ts";
import { apiQuestion } from "#web/view/address/api-address.ts";
import type { AppState } from "./app-state.ts";

/** Words are asked for when no letter has followed for so long. */
const TYPING_MS = 350;

/**
 * Loads the columns of all events, and besides, when the reader searches words, those of the events in which the server
 * finds them. Answers the function that ends it.
 */
export function runCrowd(state: AppState): () => void {
  const { actions } = state;
  const stopAll = loadCrowd("", (news) => {
    if (news.kind === "head") actions.setCrowdHead(news.head);
    else if (news.kind === "block") actions.addToCrowd(news.block);
    else if (news.kind === "whole") actions.setWholeCrowd(news.block);
    else actions.setCrowdLoading(news.kind === "end" ? { kind: "here" } : news);
  });
  let stopFinding = () => {};
  let asked = "";
  const find = (q: string) => {
    stopFinding();
    asked = q;
    if (q === "") actions.setFoundCrowd(null);
    else stopFinding = loadFound(q, actions);
  };
  const stopWaiting = effect(() => {
    const q = state.filter.value.q.trim();
    if (q === asked) return;
    const timer = setTimeout(() => find(q), q === "" ? 0 : TYPING_MS);
    return () => clearTimeout(timer);
  });
  return () => {
    stopWaiting();
    stopFinding();
    stopAll();
  };
}

/** Loads the columns of the events in which the words are found; what was found before stays until the first are here. */
function loadFound(q: string, actions: AppState["actions"]): () => void {
  let found: FoundCrowd | undefined;
  const add = (more: Partial<FoundCrowd>) => {
    if (!found) return;
    found = { ...found, ...more };
    actions.setFoundCrowd(found);
  };
  return loadCrowd(`?${new URLSearchParams({ q: q.replaceAll(",", " ") })}`, (news) => {
    if (news.kind === "head") found = { q, head: news.head, blocks: [], isWhole: false };
    else if (news.kind === "block") add({ blocks: [...(found?.blocks ?? []), news.block] });
    else if (news.kind === "whole") add({ blocks: [news.block] });
    else if (news.kind === "end") add({ isWhole: true });
    else actions.notify({ kind: "events-failed" });
  });
}

/** Some centimetres on the ground: the events of one position, and no others. */
const HALF_SIDE_DEGREES = 5e-7;

/** The box around a position of the columns. */
export function spotAt({ x, y }: { readonly x: number; readonly y: number }): Bbox {
  const [longitude, latitude] = degreesAt(x, y);
  return {
    west: longitude - HALF_SIDE_DEGREES,
    south: latitude - HALF_SIDE_DEGREES,
    east: longitude + HALF_SIDE_DEGREES,
    north: latitude + HALF_SIDE_DEGREES,
  };
}

/** Shows what happened in a box: the event when it is one, else the list of them. */
export async function openSpot(state: AppState, spot: Bbox): Promise<void> {
  const { actions } = state;
  const asked = actions.ask();
  const parameters = eventParameters(state, spot);
  parameters.set("limit", "2");
  try {
    const { events, matched } = await firstEventPage(parameters);
    actions.keepEvents(events);
    const [event] = events;
    actions.answer(asked, () => {
      if (event && matched === 1) {
        actions.select({ kind: "event", id: event.id });
        return;
      }
      actions.setSpot(spot);
      actions.setPanel("now");
    });
  } catch (error) {
    onNotGiven(error, () => actions.notify({ kind: "events-failed" }));
  }
}

/** The reader's date and filter, or another one, as a question for events; of the box, or wherever they are. */
export function eventParameters(
  { certainty, filter, window }: AppState,
  box: Bbox | null,
  asked: Filter = filter.value,
): URLSearchParams {
  const { search } = apiQuestion("events", {
    filter: asked,
    window: window.value,
    certainty: certainty.value,
  });
  const parameters = new URLSearchParams(search);
  if (box) parameters.set("bbox", bboxParameter(box));
  return parameters;
}
