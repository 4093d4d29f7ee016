import { effect } from "@preact/signals";
import { type AppState, openingDay } from "./app-state.ts";
import { parseUrl, printUrl, type UrlState } from "./url.ts";

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const WRITE_EVERY_MS = 350;

/**
 * Writes the state into the address and follows the reader back through it. A selection makes a step of the
 * history; a moving date or camera only replaces the present one.
 */
export function echoUrl(state: AppState, window: Window, browserLanguage: string): () => void {
  let timer: number | undefined;
  let written = state.selection.peek();
  const current = (): UrlState => ({
    date: state.day.value === openingDay(state.dataset) ? undefined : state.day.value,
    certainty: state.certainty.value === "possible" ? undefined : state.certainty.value,
    sel: state.selection.value ?? undefined,
    lang: state.language.value === browserLanguage ? undefined : state.language.value,
    camera: state.camera.value,
  });
  const write = () => {
    timer = undefined;
    const url = printUrl(new URL(window.location.href), current());
    if (url.href === window.location.href) return;
    const selection = state.selection.peek();
    if (selection === written) window.history.replaceState(null, "", url);
    else window.history.pushState(null, "", url);
    written = selection;
  };
  const stop = effect(() => {
    current();
    if (state.selection.value !== written) {
      window.clearTimeout(timer);
      write();
    } else timer ??= window.setTimeout(write, WRITE_EVERY_MS);
  });
  const follow = () => {
    const { state: url } = parseUrl(new URL(window.location.href));
    const { actions } = state;
    actions.moveTo(url.date ?? openingDay(state.dataset));
    actions.setCertainty(url.certainty ?? "possible");
    written = url.sel ?? null;
    actions.select(url.sel ?? null);
    written = state.selection.peek();
  };
  window.addEventListener("popstate", follow);
  return () => {
    stop();
    window.clearTimeout(timer);
    window.removeEventListener("popstate", follow);
  };
}
