// The product itself on data that nobody has published: its map, its time bar, its lists and cards. Loaded when there is
// something to show.
import "#web/styles/in-order.ts";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";
import { askBrought, type BroughtEvents } from "#web/api/brought-events.ts";
import { eventSourceOf, type MakeEvents } from "#web/events/source-of.ts";
import { App } from "#web/frame/app.tsx";
import { listenToKeys } from "#web/frame/keyboard.ts";
import { eventMarksOf, type ShowEvents } from "#web/map/events/event-marks.ts";
import { createMaps } from "#web/map/maps.ts";
import { createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { runPlayback } from "#web/state/playback.ts";

const hasWebgl = () => document.createElement("canvas").getContext("webgl2") !== null;

type Shown = {
  readonly dataset: Dataset;
  readonly language: Language;
  readonly events: BroughtEvents;
  /** Told which event is selected, by its id; null: none. */
  readonly onEvent: (event: string | null) => void;
};

/** Fetches what shows events as many as these. */
export async function previewOf(dataset: Dataset) {
  const [makeEvents, showEvents] = await Promise.all([
    eventSourceOf(dataset),
    eventMarksOf(dataset),
  ]);
  return (root: HTMLElement, shown: Shown) => showPreview(root, shown, makeEvents, showEvents);
}

/** Shows the dataset in the element; answers the function that ends it. */
function showPreview(
  root: HTMLElement,
  { dataset, events, language, onEvent }: Shown,
  makeEvents: MakeEvents,
  showEvents: ShowEvents,
): () => void {
  askBrought(dataset.eventsAs === "records" ? null : events);
  const state = createAppState(dataset, { ...NOTHING_ASKED, language }, makeEvents);
  const maps = createMaps(state, showEvents);
  const keys = new AbortController();
  render(
    <App state={state} onMap={maps.onMap} onComparedMap={maps.onComparedMap} hasMap={hasWebgl()} />,
    root,
  );
  runPlayback(state, {
    request: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  });
  const endTelling = effect(() => {
    const selection = state.selection.value;
    onEvent(selection?.kind === "event" ? selection.id : null);
  });
  const end = state.events.run();
  listenToKeys(state, document, keys.signal);
  return () => {
    keys.abort();
    endTelling();
    end();
    askBrought(null);
    render(null, root);
  };
}
