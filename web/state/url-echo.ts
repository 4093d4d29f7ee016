import { batch, effect } from "@preact/signals";
import { type Filter, NO_FILTER } from "#model/filter.ts";
import { pageAddress } from "#web/api/own-address.ts";
import { parseUrl, printUrl, type UrlState } from "#web/view/address/url.ts";
import { type AppState, openingDay } from "./app-state.ts";

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const WRITE_EVERY_MS = 350;

/** The filter that an address asks for. */
export function filterOf(url: UrlState): Filter {
  return {
    kinds: url.kinds ?? NO_FILTER.kinds,
    categories: url.categories ?? NO_FILTER.categories,
    certainties: url.certainties ?? NO_FILTER.certainties,
    sides: url.sides ?? NO_FILTER.sides,
    sourceKinds: url.sourceKinds ?? NO_FILTER.sourceKinds,
    q: url.q ?? NO_FILTER.q,
    area: url.area ?? NO_FILTER.area,
  };
}

/** What the address should carry now. Reads every signal that it carries. */
export function urlStateOf(state: AppState, browserLanguage: string): UrlState {
  const mode = state.mode.value;
  const day = state.day.value;
  const filter = state.filter.value;
  const list = <Value>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  const panel = state.panel.value;
  return {
    date: mode === "window" || day === openingDay(state.dataset) ? undefined : day,
    time: mode === "window" ? { first: state.start.value, last: day } : undefined,
    mode: mode === "cumulative" ? mode : undefined,
    certainty: state.certainty.value === "possible" ? undefined : state.certainty.value,
    conventions: state.conventions.value ? undefined : false,
    kinds: list(filter.kinds),
    categories: list(filter.categories),
    certainties: list(filter.certainties),
    sides: list(filter.sides),
    sourceKinds: list(filter.sourceKinds),
    q: filter.q.trim() || undefined,
    area: filter.area ?? undefined,
    sel: state.selection.value ?? undefined,
    compare: state.compare.value ?? undefined,
    step: state.storyStep.value ?? undefined,
    // A step of the reading opens its panel by itself.
    view: panel === null || panel === "tour" ? undefined : panel,
    lang: state.language.value === browserLanguage ? undefined : state.language.value,
    camera: state.camera.value,
  };
}

/** What makes a step of the history: another record, another panel, another step of the reading. */
const stopOf = (url: UrlState) => JSON.stringify([url.sel, url.view, url.step]);

/**
 * Writes the state into the address and follows the reader back through it. Opening something makes a step of the
 * history; a moving date, filter or camera only replaces the present one.
 */
export function echoUrl(state: AppState, window: Window, browserLanguage: string): () => void {
  let timer: number | undefined;
  let stop = stopOf(urlStateOf(state, browserLanguage));
  const write = () => {
    window.clearTimeout(timer);
    timer = undefined;
    const next = urlStateOf(state, browserLanguage);
    const url = printUrl(pageAddress(), next);
    if (url.href === window.location.href) return;
    if (stopOf(next) === stop) window.history.replaceState(null, "", url);
    else window.history.pushState(null, "", url);
    stop = stopOf(next);
  };
  const dispose = effect(() => {
    if (stopOf(urlStateOf(state, browserLanguage)) !== stop) write();
    else timer ??= window.setTimeout(write, WRITE_EVERY_MS);
  });
  const follow = () => {
    const { state: url } = parseUrl(new URL(window.location.href));
    stop = stopOf(url);
    batch(() => {
      const { actions } = state;
      actions.setMode(url.time ? "window" : (url.mode ?? "instant"));
      if (url.time) actions.setRange(url.time);
      else actions.moveTo(url.date ?? openingDay(state.dataset));
      actions.setCertainty(url.certainty ?? "possible");
      actions.setConventions(url.conventions ?? true);
      actions.setFilter(filterOf(url));
      actions.setCompare(url.compare ?? null);
      actions.setPanel(url.view ?? null);
      if (url.step) actions.goToStory(url.step);
      if (url.sel) actions.select(url.sel);
    });
  };
  window.addEventListener("popstate", follow);
  return () => {
    dispose();
    window.clearTimeout(timer);
    window.removeEventListener("popstate", follow);
  };
}
