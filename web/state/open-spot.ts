// A place of the map that the reader has pointed to, where events are too many to have a sign each.

import { degreesAt } from "#model/collection/event-columns.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { eventQuestion, firstEventPage } from "#web/api/event-pages.ts";
import type { AppState } from "./app-state.ts";

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
  const { actions, dataset } = state;
  const asked = actions.ask();
  const parameters = shownEventQuestion(state, spot);
  parameters.set("limit", "2");
  try {
    const { events, matched } = await firstEventPage(dataset.meta, parameters);
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

/** The reader's date and filter as a question for events; of the box, or wherever they are. */
export function shownEventQuestion(
  { certainty, filter, window }: AppState,
  box: Bbox | null,
): URLSearchParams {
  return eventQuestion(
    { filter: filter.value, window: window.value, certainty: certainty.value },
    box,
  );
}
