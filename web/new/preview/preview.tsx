// The product itself on data that nobody has published: its map, its time bar, its lists and cards. Loaded when there is
// something to show.
import "#web/styles/in-order.ts";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";
import { App } from "#web/frame/app.tsx";
import { listenToKeys } from "#web/frame/keyboard.ts";
import { createMaps } from "#web/map/maps.ts";
import { createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { runPlayback } from "#web/state/playback.ts";

const hasWebgl = () => document.createElement("canvas").getContext("webgl2") !== null;

type Shown = {
  readonly dataset: Dataset;
  readonly language: Language;
  /** Told which event is selected, by its id; null: none. */
  readonly onEvent: (event: string | null) => void;
};

/** Shows the dataset in the element; answers the function that ends it. */
export function showPreview(root: HTMLElement, { dataset, language, onEvent }: Shown): () => void {
  const state = createAppState(dataset, { ...NOTHING_ASKED, language });
  const maps = createMaps(state);
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
    render(null, root);
  };
}
