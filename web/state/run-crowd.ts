// What a crowd asks of the server: its columns, again when other words are searched, and the events of a place.
import { effect } from "@preact/signals";
import type { Bbox } from "#model/bbox.ts";
import { degreesAt } from "#model/event-columns.ts";
import { loadCrowd } from "#web/crowd/load-crowd.ts";
import { apiQuestion } from "./api-address.ts";
import type { AppState } from "./app-state.ts";
import { bboxParameter, firstEventPage } from "./event-pages.ts";

/** Words are asked for when no letter has followed for so long. */
const TYPING_MS = 350;

/** Loads the columns, and others when the reader searches other words. Answers the function that ends it. */
export function runCrowd(state: AppState): () => void {
  const { actions } = state;
  let stopLoading = () => {};
  let asked: string | undefined;
  const load = (q: string) => {
    stopLoading();
    actions.beginCrowd();
    const words = q.replaceAll(",", " ");
    stopLoading = loadCrowd(words === "" ? "" : `?${new URLSearchParams({ q: words })}`, (news) => {
      if (news.kind === "head") actions.setCrowdHead(news.head);
      else if (news.kind === "block") actions.addToCrowd(news.block);
      else if (news.kind === "whole") actions.setWholeCrowd(news.block);
      else actions.setCrowdLoading(news.kind === "end" ? { kind: "here" } : news);
    });
  };
  const stopWaiting = effect(() => {
    const q = state.filter.value.q.trim();
    if (q === asked) return;
    const isFirst = asked === undefined;
    const timer = setTimeout(
      () => {
        asked = q;
        load(q);
      },
      isFirst ? 0 : TYPING_MS,
    );
    return () => clearTimeout(timer);
  });
  return () => {
    stopWaiting();
    stopLoading();
  };
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
  } catch {
    actions.notify({ kind: "events-failed" });
  }
}

/** The reader's date and filter as a question for events; of the box, or wherever they are. */
export function eventParameters(
  { certainty, filter, window }: AppState,
  box: Bbox | null,
): URLSearchParams {
  const { search } = apiQuestion("events", {
    filter: filter.value,
    window: window.value,
    certainty: certainty.value,
  });
  const parameters = new URLSearchParams(search);
  if (box) parameters.set("bbox", bboxParameter(box));
  return parameters;
}
